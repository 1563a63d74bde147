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
 * A delivery report for the tracker to store. The message is found by the tracker's id if there is one, else by the provider's id, else by the
 * client id (then the newest message with it).
 *
 * @param id        the tracker's id; null if only the provider's id or the client id is known
 * @param account   the account that got the report
 * @param status    the content of the report
 * @param nextCheck when the message is due again: to ask for its status, or to emit its final report if that was not delivered by then. Null
 *                  leaves the time as it is; if {@code last} is true, null means never
 * @param last      whether polling ends with this report. Only such a report may replace a known state by {@code UNKNOWN}, and it is emitted
 *                  once even if the state did not change
 */
public record StatusReport(UUID id, String account, SmsStatus status, Instant nextCheck, boolean last) {

    /** Throws an exception if the account, the state, or every id is missing. */
    public StatusReport {
        Objects.requireNonNull(account, "A report needs the account that it came to");
        Objects.requireNonNull(status.state(), "A report needs a state");
        if (id == null && status.messageId() == null && status.clientId() == null) {
            throw new IllegalArgumentException("A report needs the provider's message id or the client id");
        }
    }

    /**
     * A report that the provider sent without being asked.
     *
     * @param  account the account that got the report
     * @param  status  the content, with the provider's message id or the client id
     * @return         the report; it does not change when the message is due
     */
    public static StatusReport received(String account, SmsStatus status) {
        return new StatusReport(null, account, status, null, false);
    }

    /**
     * The answer to a question about a message that was due.
     *
     * @param  message   the message
     * @param  status    the answer
     * @param  nextCheck when to ask again, or when to emit a final state again if it was not delivered; null leaves the end of the claim
     * @return           the report
     */
    public static StatusReport answered(TrackedMessage message, SmsStatus status, Instant nextCheck) {
        return new StatusReport(message.id(), message.submission().account(), status, nextCheck, false);
    }

    /**
     * The final report about a message: polling ends.
     *
     * @param  message   the message
     * @param  status    its state, which may be {@code UNKNOWN}
     * @param  nextCheck when to emit the report again if it was not delivered; null for never
     * @return           the report
     */
    public static StatusReport last(TrackedMessage message, SmsStatus status, Instant nextCheck) {
        return new StatusReport(message.id(), message.submission().account(), status, nextCheck, true);
    }
}
