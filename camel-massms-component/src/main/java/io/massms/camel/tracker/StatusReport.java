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

import io.massms.camel.model.SmsStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a provider says of a message, on its way to the tracker. The message is found by the tracker's id where one is given, else by the
 * provider's id, else by the client id (the youngest message with it).
 *
 * @param id        the tracker's id; null where only the provider's or the client's is known
 * @param account   the account that the report came to
 * @param status    what it says
 * @param nextCheck when to ask again, or, with the last word, to tell the message's change if it was not told by then; null leaves the time
 *                  as it is, and with the last word means never
 * @param last      whether nobody will ask again. Only then does {@code UNKNOWN} replace a better known state, and is a report news that
 *                  leaves the state as it was; what is news is due once more, to be told
 */
public record StatusReport(UUID id, String account, SmsStatus status, Instant nextCheck, boolean last) {

    /** Refuses a report of nothing in particular. */
    public StatusReport {
        Objects.requireNonNull(account, "A report needs the account that it came to");
        Objects.requireNonNull(status.state(), "A report needs a state");
        if (id == null && status.messageId() == null && status.clientId() == null) {
            throw new IllegalArgumentException("A report needs the provider's message id or the client id");
        }
    }

    /**
     * A report that a provider sent on its own account.
     *
     * @param  account the account that it came to
     * @param  status  with the provider's message id or the client id
     * @return         the report; when to ask again stays as it is
     */
    public static StatusReport received(String account, SmsStatus status) {
        return new StatusReport(null, account, status, null, false);
    }

    /**
     * The answer to a question about a message that was due.
     *
     * @param  message   asked about
     * @param  status    the answer
     * @param  nextCheck when to ask again, or to be reminded to tell a final state; null leaves it as the claim set it
     * @return           the report
     */
    public static StatusReport answered(TrackedMessage message, SmsStatus status, Instant nextCheck) {
        return new StatusReport(message.id(), message.submission().account(), status, nextCheck, false);
    }

    /**
     * The last word on a message: nobody asks again.
     *
     * @param  message   which
     * @param  status    its state, {@code UNKNOWN} included
     * @param  nextCheck when to be reminded to tell it, where it is news; null for never
     * @return           the report
     */
    public static StatusReport last(TrackedMessage message, SmsStatus status, Instant nextCheck) {
        return new StatusReport(message.id(), message.submission().account(), status, nextCheck, true);
    }
}
