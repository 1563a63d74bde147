/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.massms.mail.body;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.DecodingException;

/** A part of a mail that people read; never an attachment. */
final class BodyPart {
    /** Stands in a line of its own where the rest of a text was cut off. */
    static final String CUT = "\ue000\ue001\ue000";

    /** More than any message can carry, and little enough to keep in memory. */
    static final int MOST_CHARACTERS = 256 * 1024;

    /** Most of an HTML page may be invisible: styles, comments. */
    private static final int MOST_SOURCE = 4 * 1024 * 1024;

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Pictures embedded in an HTML page. */
    private static final Pattern EMBEDDED =
            Pattern.compile("data:[\\w.+/;=-]{1,100};base64,[\\w+/=\\s]*+", Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Part part;
    private final boolean html;
    private String source;
    private boolean incomplete;

    BodyPart(Part part, boolean html) {
        this.part = part;
        this.html = html;
    }

    boolean html() {
        return html;
    }

    /** The visible text. Of a text too long to send, only the beginning, with {@link #CUT} at its end. */
    String text(boolean keepQuotes) throws UnreadableBodyException, MessagingException, IOException {
        String source = source();
        String text = html ? HtmlText.of(source, keepQuotes) : source;
        return incomplete || text.length() > MOST_CHARACTERS ? cut(text) : text;
    }

    /** Without the line that was cut: half of it could be taken for a signature. */
    private static String cut(String text) {
        int lastBreak = text.lastIndexOf('\n', MOST_CHARACTERS - 1);
        return text.substring(0, lastBreak + 1) + CUT;
    }

    /** Read once: it comes from the mailbox. */
    private String source() throws UnreadableBodyException, MessagingException, IOException {
        if (source == null) {
            checkEncoding();
            String text = shortened(decode(bytes(), charset()));
            source = !html && "flowed".equalsIgnoreCase(parameter(part, "format"))
                    ? FlowedText.joined(text, "yes".equalsIgnoreCase(parameter(part, "delsp")))
                    : text;
        }
        return source;
    }

    private byte[] bytes() throws UnreadableBodyException, MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            incomplete = bytes.length == MOST_BYTES;
            return bytes;
        } catch (DecodingException e) {
            throw new UnreadableBodyException("the transfer encoding of its text is broken");
        }
    }

    private String shortened(String text) {
        int most = html ? MOST_SOURCE : MOST_CHARACTERS;
        if (text.length() <= most) {
            return text;
        }
        String rest = html ? EMBEDDED.matcher(text).replaceAll("") : text;
        incomplete |= rest.length() > most;
        return rest.substring(0, Math.min(rest.length(), most));
    }

    /** Checked first, since reading reports an unknown encoding like a failure of the mailbox, which would be tried again. */
    private void checkEncoding() throws UnreadableBodyException, MessagingException {
        String encoding = part instanceof MimePart mime ? mime.getEncoding() : null;
        try {
            if (encoding != null && !encoding.isEmpty()) {
                MimeUtility.decode(InputStream.nullInputStream(), encoding);
            }
        } catch (MessagingException e) {
            throw new UnreadableBodyException("nobody knows the transfer encoding of its text");
        }
    }

    /** What the mail says, where this JVM knows it; null otherwise. */
    private Charset charset() throws MessagingException {
        try {
            String name = parameter(part, "charset");
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** A parameter of its content type; null where there is none. */
    static String parameter(Part part, String name) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (ParseException e) {
            return null;
        }
    }

    /** Mails with a wrong or unknown charset are UTF-8 or windows-1252, which Windows programs call ISO-8859-1. */
    private static String decode(byte[] bytes, Charset stated) {
        if (stated == null || stated.equals(StandardCharsets.US_ASCII) || stated.equals(StandardCharsets.UTF_8)) {
            return Utf8.decodedOr(WINDOWS, bytes);
        }
        return new String(bytes, stated.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : stated);
    }
}
