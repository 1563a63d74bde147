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
 * One message to one recipient (one part of it, where it was split) that is about to be sent.
 *
 * @param account    a short, stable and secret-free name of the account at the provider
 * @param provider   the provider's id
 * @param to         the recipient as the provider is told it: personal data, stored as it is
 * @param clientId   the caller's own reference; null where there is none
 * @param idempotent whether no second message may go with the same account, recipient, client id and part. In a stored message: whether it
 *                   still keeps others from going, which ends when it is known that nothing left
 * @param part       which part of a split message this is, from 1
 * @param parts      into how many parts the message was split; 1 for the ordinary case
 * @param textHash   {@linkplain Fingerprint#ofText fingerprint} of the text, to find repetitions by; null where that is not wanted
 * @param channel    by which it goes; null where that is not known
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

    /** Refuses what could not be stored or found again. */
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
     * @param to         the recipient as the provider is told it
     * @param clientId   the caller's own reference; null where there is none
     * @param idempotent whether no second message may go with the same account, recipient, client id and part
     * @param part       which part of a split message this is, from 1
     * @param parts      into how many parts the message was split
     * @param textHash   {@linkplain Fingerprint#ofText fingerprint} of the text; null where that is not wanted
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
