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
import java.util.List;
import java.util.regex.Pattern;

/** Stable ids of a mail and its messages: a mail that is read again gets the same ones. */
final class MailIds {
    /** Hexadecimal digits. Every provider accepts client ids of letters and digits, up to 50 characters. */
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

    /**
     * From the Message-ID, or from other headers of a mail that has none.
     *
     * @param numberDomain whose numbers the bridge reads: one of another domain has yet to read the same mail
     */
    static MailIds of(MailHeaders headers, String numberDomain) throws MessagingException {
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
                        firstReceived(headers));
        String copy = hash(
                "copy",
                mail,
                numberDomain,
                headers.first("Delivered-To"),
                headers.first("X-Original-To"),
                headers.first("Envelope-To"));
        return new MailIds(named, mail, copy);
    }

    /** Of the first server on the way, which stands last: a server that delivers a copy to each recipient writes others above it. */
    private static String firstReceived(MailHeaders headers) throws MessagingException {
        List<String> received = headers.all("Received");
        return received.isEmpty() ? "" : received.get(received.size() - 1);
    }

    /** This copy of the mail, for this bridge: a mail to hidden recipients comes once for each, and only a few headers differ. */
    String copy() {
        return copy;
    }

    /** This copy, once its text is known. Without a Message-ID, only the text distinguishes two alarms of the same second. */
    String copy(String text) {
        return named ? copy : hash("text", copy, text);
    }

    /**
     * This copy, refused. It needs an id of its own: else a forged mail with a known Message-ID would make the genuine one count as handled.
     * Refused mails with the same sender, size and reason may share an id, since nothing is sent for them.
     */
    String refused(Refusal why, int size, String sender) {
        return hash("refused", copy, why.name(), Integer.toString(size), String.valueOf(sender));
    }

    /** The client id of the message to one number, given as digits. */
    String message(String text, String digits) {
        return hash("message", named ? mail : hash("text", mail, text), digits);
    }

    /** The id of an address that is not a number, and so gets no message. */
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
