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
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.angus.mail.util.DecodingException;

/** The part of a mail that people read: the first plain text, else the first HTML; never an attachment. */
final class BodyPart {
    /** More than any message can carry, less than what hurts. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;

    private final Part part;
    private final boolean html;

    private BodyPart(Part part, boolean html) {
        this.part = part;
        this.html = html;
    }

    /** The readable part; null where there is none. */
    static BodyPart of(Part mail) throws UnreadableBodyException, MessagingException, IOException {
        try {
            Part plain = find(mail, "text/plain", 0);
            Part found = plain == null ? find(mail, "text/html", 0) : plain;
            return found == null ? null : new BodyPart(found, plain == null);
        } catch (ParseException e) {
            throw new UnreadableBodyException("its structure is broken");
        }
    }

    boolean html() {
        return html;
    }

    String text() throws UnreadableBodyException, MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (DecodingException e) {
            throw new UnreadableBodyException("the transfer encoding of its text is broken");
        }
        String text = decode(bytes, charset());
        return "flowed".equalsIgnoreCase(parameter("format"))
                ? FlowedText.joined(text, "yes".equalsIgnoreCase(parameter("delsp")))
                : text;
    }

    private static Part find(Part part, String type, int depth) throws MessagingException, IOException {
        if (isAttachment(part, depth) || depth > DEEPEST) {
            return null;
        }
        if (part.isMimeType(type)) {
            return part;
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            Part found = find(parts.getBodyPart(i), type, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What has a file's name is a file, also where it is to be shown beside the text. */
    private static boolean isAttachment(Part part, int depth) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || depth > 0 && part.getFileName() != null;
    }

    /** What the mail says, where this JVM knows it; null otherwise. */
    private Charset charset() throws MessagingException {
        try {
            String name = parameter("charset");
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private String parameter(String name) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter(name);
        } catch (ParseException e) {
            return null;
        }
    }

    /** Mails that lie about their charset, or name one that nobody knows, are UTF-8 or what Windows writes, which it calls ISO-8859-1. */
    private static String decode(byte[] bytes, Charset stated) {
        if (stated != null && !stated.equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, stated.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : stated);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
