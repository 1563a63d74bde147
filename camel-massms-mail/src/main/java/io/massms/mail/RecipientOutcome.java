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

import java.time.Instant;

/**
 * What became of the message to one recipient.
 *
 * @param clientId  its key in the ledger
 * @param number    the recipient, as the mail wrote it: a number, or an address that is none
 * @param kind      how it ended
 * @param why       for people; null where it was sent
 * @param retryable whether it certainly was not sent and may succeed later
 * @param retryTime the earliest time for that; null if the provider named none
 */
record RecipientOutcome(String clientId, String number, Kind kind, String why, boolean retryable, Instant retryTime) {
    enum Kind {
        SENT,
        NOT_SENT,
        /** It may have been sent, so it is never sent again. */
        UNKNOWN
    }

    static RecipientOutcome sent(String clientId, String number) {
        return new RecipientOutcome(clientId, number, Kind.SENT, null, false, null);
    }

    static RecipientOutcome notSent(String clientId, String number, String why) {
        return new RecipientOutcome(clientId, number, Kind.NOT_SENT, why, false, null);
    }

    static RecipientOutcome later(String clientId, String number, String why, Instant retryTime) {
        return new RecipientOutcome(clientId, number, Kind.NOT_SENT, why, true, retryTime);
    }

    static RecipientOutcome unknown(String clientId, String number, String why) {
        return new RecipientOutcome(clientId, number, Kind.UNKNOWN, why, false, null);
    }

    /** Shows no number: that is personal data. */
    @Override
    public String toString() {
        return "RecipientOutcome[" + kind + (retryable ? ", retryable" : "") + "]";
    }
}
