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
import jakarta.mail.internet.MimePart;
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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.DecodingException;

/**
 * A part of a mail that people read; never an attachment. Gateways put a disclaimer or a list's footer as plain text behind a mail of
 * HTML: plain text goes before HTML only where a mail says the same twice ({@code multipart/alternative}).
 */
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

    /**
     * What people read first: nothing, one part, or plain text and HTML that say the same, the plain text first.
     *
     * @throws UnreadableBodyException where the structure is broken
     */
    static List<BodyPart> of(Part mail) throws UnreadableBodyException, MessagingException, IOException {
        try {
            return readable(mail, 0);
        } catch (ParseException e) {
            throw new UnreadableBodyException("its structure is broken");
        }
    }

    boolean html() {
        return html;
    }

    String text() throws UnreadableBodyException, MessagingException, IOException {
        checkEncoding();
        byte[] bytes;
        try (InputStream in = part.getInputStream()) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (DecodingException e) {
            throw new UnreadableBodyException("the transfer encoding of its text is broken");
        }
        String text = decode(bytes, charset());
        return "flowed".equalsIgnoreCase(parameter(part, "format"))
                ? FlowedText.joined(text, "yes".equalsIgnoreCase(parameter(part, "delsp")))
                : text;
    }

    /** Reading would report an encoding that nobody knows like a mailbox that failed, and worth another try. */
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

    private static List<BodyPart> readable(Part part, int depth) throws MessagingException, IOException {
        if (isAttachment(part, depth) || depth > DEEPEST) {
            return List.of();
        }
        if (part.isMimeType("text/plain") || part.isMimeType("text/html")) {
            return List.of(new BodyPart(part, part.isMimeType("text/html")));
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return List.of();
        }
        return part.isMimeType("multipart/alternative")
                ? alternatives(parts, depth)
                : first(parts, part.isMimeType("multipart/related") ? root(part, parts) : 0, depth);
    }

    /** The first of each kind. */
    private static List<BodyPart> alternatives(Multipart parts, int depth) throws MessagingException, IOException {
        BodyPart plain = null;
        BodyPart html = null;
        for (int i = 0; i < count(parts); i++) {
            for (BodyPart found : readable(parts.getBodyPart(i), depth + 1)) {
                plain = plain == null && !found.html ? found : plain;
                html = html == null && found.html ? found : html;
            }
        }
        return Stream.of(plain, html).filter(Objects::nonNull).toList();
    }

    /** What is readable of one part, the root, else of the first of the others. */
    private static List<BodyPart> first(Multipart parts, int root, int depth) throws MessagingException, IOException {
        List<BodyPart> found = count(parts) == 0 ? List.of() : readable(parts.getBodyPart(root), depth + 1);
        for (int i = 0; found.isEmpty() && i < count(parts); i++) {
            found = i == root ? found : readable(parts.getBodyPart(i), depth + 1);
        }
        return found;
    }

    /** The part that {@code start} names (RFC 2387), else the first. */
    private static int root(Part part, Multipart parts) throws MessagingException {
        String start = parameter(part, "start");
        for (int i = 0; start != null && i < count(parts); i++) {
            if (parts.getBodyPart(i) instanceof MimePart child && start.strip().equals(child.getContentID())) {
                return i;
            }
        }
        return 0;
    }

    private static int count(Multipart parts) throws MessagingException {
        return Math.min(parts.getCount(), MOST_PARTS);
    }

    /** What has a file's name is a file, also where it is to be shown beside the text. */
    private static boolean isAttachment(Part part, int depth) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || depth > 0 && part.getFileName() != null;
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

    private static String parameter(Part part, String name) throws MessagingException {
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
