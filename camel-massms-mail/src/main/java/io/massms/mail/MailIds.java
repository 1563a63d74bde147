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

/** Names mails and their messages so that a second reading finds the same names. */
final class MailIds {
    /** Letters and digits only and at most 50 of them: what travels as a client id everywhere. */
    private static final int LENGTH = 32;

    private MailIds() {}

    /** The mail, by its Message-ID; one without, by what its other headers say of it. */
    static String mail(MailHeaders headers) throws MessagingException {
        String id = headers.first("Message-ID");
        if (!id.isEmpty()) {
            return hash("id", id);
        }
        return hash(
                "headers",
                headers.first("Date"),
                headers.first("From"),
                headers.first("To"),
                headers.first("Cc"),
                headers.first("Subject"),
                headers.first("Received"));
    }

    /** Whether a mail has a Message-ID; what else its headers say may be the same in two alarms of one second. */
    static boolean isNamed(MailHeaders headers) throws MessagingException {
        return !headers.first("Message-ID").isEmpty();
    }

    /** The name of a mail, or of its copy, that only its text tells from others. */
    static String withText(String id, String text) {
        return hash("text", id, text);
    }

    /**
     * The name of a refused mail without Message-ID: the headers' own would have its twin count as handled. A twin of the same size that is
     * refused for the same reason counts as the same; nothing is lost with it.
     */
    static String refused(String id, Refusal why, int size) {
        return hash("refused", id, why.name(), Integer.toString(size));
    }

    /** This copy of the mail: a mail to hidden recipients comes once for each, and only these headers differ. */
    static String copy(MailHeaders headers) throws MessagingException {
        return hash(
                "copy",
                mail(headers),
                headers.first("Delivered-To"),
                headers.first("X-Original-To"),
                headers.first("Envelope-To"));
    }

    /** The client id of the message that a mail means for a number; plus sign and separators do not count. */
    static String clientId(String mailId, String number) {
        return hash("message", mailId, number.replaceAll("[^0-9]", ""));
    }

    private static String hash(String... words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String word : words) {
                digest.update(word.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
