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
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which parts of a mail people read. Gateways add parts of their own: a disclaimer, a list's footer, a banner. So
 * {@code multipart/alternative} goes before all other parts, and only within it plain text goes before HTML.
 */
final class BodyParts {
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;

    /** The readable parts, the best first, and whether they are alternatives of one text. */
    private record Found(List<BodyPart> parts, boolean alternatives) {
        private static final Found NOTHING = new Found(List.of(), false);
    }

    private BodyParts() {}

    /**
     * The readable parts, the best first. A later one counts only if those before it are blank.
     *
     * @throws UnreadableBodyException where the structure is broken
     */
    static List<BodyPart> of(Part mail) throws UnreadableBodyException, MessagingException, IOException {
        try {
            return readable(mail, 0).parts();
        } catch (ParseException e) {
            throw new UnreadableBodyException("its structure is broken");
        }
    }

    private static Found readable(Part part, int depth) throws MessagingException, IOException {
        if (isAttachment(part, depth) || depth > DEEPEST) {
            return Found.NOTHING;
        }
        if (part.isMimeType("text/plain") || part.isMimeType("text/html")) {
            return new Found(List.of(new BodyPart(part, part.isMimeType("text/html"))), false);
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return Found.NOTHING;
        }
        if (part.isMimeType("multipart/alternative")) {
            return alternatives(parts, depth);
        }
        return part.isMimeType("multipart/related") ? related(part, parts, depth) : mixed(parts, depth);
    }

    /** The first of each kind; of an alternative that has several parts only what it begins with. */
    private static Found alternatives(Multipart parts, int depth) throws MessagingException, IOException {
        BodyPart plain = null;
        BodyPart html = null;
        for (int i = 0; i < count(parts); i++) {
            Found found = readable(parts.getBodyPart(i), depth + 1);
            for (BodyPart part : found.parts()
                    .subList(
                            0,
                            Math.min(found.alternatives() ? 2 : 1, found.parts().size()))) {
                plain = plain == null && !part.html() ? part : plain;
                html = html == null && part.html() ? part : html;
            }
        }
        return new Found(Stream.of(plain, html).filter(Objects::nonNull).toList(), true);
    }

    /** What is readable of the root, else of the first of the others. */
    private static Found related(Part part, Multipart parts, int depth) throws MessagingException, IOException {
        int root = root(part, parts);
        Found found = count(parts) == 0 ? Found.NOTHING : readable(parts.getBodyPart(root), depth + 1);
        for (int i = 0; found.parts().isEmpty() && i < count(parts); i++) {
            found = i == root ? found : readable(parts.getBodyPart(i), depth + 1);
        }
        return found;
    }

    /**
     * The first alternatives, else all parts in their order up to the first plain text. What follows a plain text, even a blank one, is
     * taken for a footer; what follows an HTML page may be the text, since the page may be only a picture.
     */
    private static Found mixed(Multipart parts, int depth) throws MessagingException, IOException {
        List<BodyPart> all = new ArrayList<>();
        for (int i = 0; i < count(parts); i++) {
            Found found = behind(all, parts.getBodyPart(i), depth + 1);
            if (found.alternatives() && !found.parts().isEmpty()) {
                return found;
            }
            for (BodyPart part : found.parts()) {
                if (all.isEmpty() || all.get(all.size() - 1).html()) {
                    all.add(part);
                }
            }
        }
        return new Found(all, false);
    }

    /** A broken part behind others does not make the mail unreadable. */
    private static Found behind(List<BodyPart> others, Part part, int depth) throws MessagingException, IOException {
        try {
            return readable(part, depth);
        } catch (ParseException e) {
            if (others.isEmpty()) {
                throw e;
            }
            return Found.NOTHING;
        }
    }

    /** The part that {@code start} names (RFC 2387), else the first. */
    private static int root(Part part, Multipart parts) throws MessagingException {
        String start = BodyPart.parameter(part, "start");
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
}
