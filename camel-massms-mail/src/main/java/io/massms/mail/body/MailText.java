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
import java.io.IOException;

/** What a mail says, as a message can carry it: plain text without signature and, if so wished, without quotes. */
public final class MailText {
    private final boolean keepQuotes;

    /**
     * Reads mails.
     *
     * @param keepQuotes whether what a mail answers to belongs to its text
     */
    public MailText(boolean keepQuotes) {
        this.keepQuotes = keepQuotes;
    }

    /**
     * The text of a mail. Programs that write only HTML may add a blank plain text: then the HTML counts. A part that holds only a
     * quote or a signature does count: what follows it repeats it, or comes from a gateway.
     *
     * @param  mail                    from a mailbox
     * @return                         empty where it has none: attachments only, an empty body, an answer in which nothing was written
     * @throws UnreadableBodyException where its structure or encoding is broken, or it is too long to read
     * @throws MessagingException      where the mailbox failed, or the mail is broken
     * @throws IOException             where the mailbox failed
     */
    public String of(Part mail) throws UnreadableBodyException, MessagingException, IOException {
        MailKind mailKind = MailKind.of(mail);
        for (BodyPart body : BodyParts.of(mail)) {
            if (!BodyTrim.isBlank(body.text(true))) {
                return whole(written(body, mailKind));
            }
        }
        return "";
    }

    /** The part that was cut off could change the meaning, so a shortened text is not sent. */
    private static String whole(String text) throws UnreadableBodyException {
        if (text.contains(BodyPart.CUT)) {
            throw new UnreadableBodyException("its text has more than " + BodyPart.MOST_CHARACTERS + " characters");
        }
        return text;
    }

    /** The quotes of a page are its text only if the mail is forwarded and nothing was written beside them. */
    private String written(BodyPart body, MailKind mailKind)
            throws UnreadableBodyException, MessagingException, IOException {
        String text = trimmed(body, body.text(keepQuotes), mailKind);
        return text.isEmpty() && mailKind == MailKind.FORWARD ? trimmed(body, body.text(true), mailKind) : text;
    }

    private String trimmed(BodyPart body, String text, MailKind mailKind) {
        return body.html() ? BodyTrim.page(text, keepQuotes, mailKind) : BodyTrim.text(text, keepQuotes, mailKind);
    }
}
