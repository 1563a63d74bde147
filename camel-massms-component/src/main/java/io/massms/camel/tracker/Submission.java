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
package io.massms.camel.tracker;

import io.massms.camel.spi.Channel;
import java.util.UUID;

/**
 * One message to one recipient that is about to be sent. If a text was split, each of its messages is a submission.
 *
 * @param account    a short, stable and secret-free name of the account at the provider
 * @param provider   the provider's id
 * @param to         the recipient as it is sent to the provider. It is personal data, and stored unchanged
 * @param clientId   your own reference of the message, of at most {@value #LONGEST_CLIENT_ID} characters; null if there is none
 * @param idempotent whether a second message with the same account, recipient, client id and part must not be sent. In a stored message:
 *                   whether it still blocks a second one. That ends when it is known that the message was not sent
 * @param part       the number of this message among those of a split text, from 1
 * @param parts      into how many messages the text was split; 1 if it was not split
 * @param textHash   {@linkplain Fingerprint#ofText fingerprint} of the text, to find duplicates; null if not wanted
 * @param channel    the channel by which it is sent; null if not known
 */
public record Submission(
        String account,
        String provider,
        String to,
        String clientId,
        boolean idempotent,
        int part,
        int parts,
        UUID textHash,
        Channel channel) {

    /** The most characters of a client id: a database has to find messages by it, and its index takes no longer one. */
    public static final int LONGEST_CLIENT_ID = 800;

    /** Throws {@link IllegalArgumentException} if a required value is missing, blank or contains NUL, or if a part number is out of range. */
    public Submission {
        require("account", account);
        require("provider", provider);
        require("recipient", to);
        if (idempotent) {
            require("client id of an idempotent send", clientId);
        } else if (clientId != null) {
            require("client id", clientId);
        }
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("There is no part " + part + " of " + parts + ": parts count from 1");
        }
    }

    /**
     * A message whose channel does not matter.
     *
     * @param account    a short, stable and secret-free name of the account at the provider
     * @param provider   the provider's id
     * @param to         the recipient as it is sent to the provider
     * @param clientId   your own reference of the message; null if there is none
     * @param idempotent whether a second message with the same account, recipient, client id and part must not be sent
     * @param part       the number of this message among those of a split text, from 1
     * @param parts      into how many messages the text was split
     * @param textHash   {@linkplain Fingerprint#ofText fingerprint} of the text; null if not wanted
     */
    public Submission(
            String account,
            String provider,
            String to,
            String clientId,
            boolean idempotent,
            int part,
            int parts,
            UUID textHash) {
        this(account, provider, to, clientId, idempotent, part, parts, textHash, null);
    }

    private static void require(String name, String value) {
        if (value == null || value.isBlank() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The " + name + " is missing, blank or holds a NUL character");
        }
    }

    /** Refuses what not every tracker can store. A message of an earlier version may have a longer client id. */
    void requireStorable() {
        if (clientId != null && clientId.length() > LONGEST_CLIENT_ID) {
            throw new IllegalArgumentException(
                    "The client id has " + clientId.length() + " characters; right are at most " + LONGEST_CLIENT_ID);
        }
    }

    /** The key that only one message at a time may have; null where any number may go. */
    UUID key() {
        return idempotent ? Fingerprint.of(account, to, clientId, Integer.toString(part)) : null;
    }

    /** The same, keeping no other message from going. */
    Submission withoutKey() {
        return idempotent
                ? new Submission(account, provider, to, clientId, false, part, parts, textHash, channel)
                : this;
    }

    /** Which message it is, without the recipient: that is personal data. */
    @Override
    public String toString() {
        return "Submission[" + account
                + (clientId == null ? "" : ", clientId=" + clientId)
                + (parts == 1 ? "" : ", part " + part + " of " + parts) + "]";
    }
}
