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
package io.massms.mail;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a mail and its messages so that a second reading finds the same names. */
final class MailIds {
    /** Letters and digits only and at most 50 of them: what travels as a client id everywhere. */
    private static final int LENGTH = 32;

    private static final Pattern NOTHING = Pattern.compile("<?\\s*>?");

    private final boolean named;
    private final String mail;
    private final String copy;

    private MailIds(boolean named, String mail, String copy) {
        this.named = named;
        this.mail = mail;
        this.copy = copy;
    }

    /** By the Message-ID; a mail without one, by what its other headers say of it. */
    static MailIds of(MailHeaders headers) throws MessagingException {
        String id = headers.first("Message-ID");
        boolean named = !NOTHING.matcher(id).matches();
        String mail = named
                ? hash("id", id)
                : hash(
                        "headers",
                        headers.first("Date"),
                        headers.first("From"),
                        headers.first("To"),
                        headers.first("Cc"),
                        headers.first("Subject"),
                        headers.first("Received"));
        String copy = hash(
                "copy",
                mail,
                headers.first("Delivered-To"),
                headers.first("X-Original-To"),
                headers.first("Envelope-To"));
        return new MailIds(named, mail, copy);
    }

    /** This copy of the mail: a mail to hidden recipients comes once for each, and only a few headers differ. */
    String copy() {
        return copy;
    }

    /** This copy, once its text is known: that alone tells two alarms of one second apart that have no Message-ID. */
    String copy(String text) {
        return named ? copy : hash("text", copy, text);
    }

    /**
     * This copy, refused: a name of its own, or whoever knows a Message-ID could have the mail that bears it count as handled. What the same
     * sender writes in the same size and is refused for the same reason counts as the same; nothing is lost with it.
     */
    String refused(Refusal why, int size, String sender) {
        return hash("refused", copy, why.name(), Integer.toString(size), String.valueOf(sender));
    }

    /** The client id of the message that the mail means for a number, of which only digits are given. */
    String message(String text, String digits) {
        return hash("message", named ? mail : hash("text", mail, text), digits);
    }

    /** An address of the mail that is no number and so becomes no message. */
    String address(String address) {
        return hash("address", mail, address);
    }

    private static String hash(String... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : fields) {
                digest.update(field.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
