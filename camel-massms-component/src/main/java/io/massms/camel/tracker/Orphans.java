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

import io.massms.camel.model.SmsState;
import java.time.Duration;
import java.time.Instant;

/** Rules for reports that come before the answer that tells whose they are. */
final class Orphans {
    /** The most characters of a provider's id: no database's index takes a longer one, so no message is found by that. */
    private static final int LONGEST_ID = Submission.LONGEST_CLIENT_ID;

    /** How long a report waits for its message unless somebody says otherwise. */
    static final Duration AGE = Duration.ofMinutes(15);

    private Orphans() {}

    /** Whether its message may still turn up. */
    static boolean mayBeAdopted(StatusReport report) {
        String messageId = report.status().messageId();
        return report.id() == null
                && messageId != null
                && messageId.length() <= LONGEST_ID
                && report.status().state() != SmsState.UNKNOWN;
    }

    /** Which of two reports of the same message is kept: the one that says more, and of two final ones the first. */
    static StatusReport further(StatusReport first, StatusReport second) {
        return !first.status().state().isFinal() && second.status().state() != SmsState.SCHEDULED ? second : first;
    }

    /** Applies a report to its message. One that is asked for becomes due at once, so that its change is emitted. */
    static TrackedMessage adopt(TrackedMessage message, StatusReport orphan, Instant now) {
        TrackedMessage next = Progress.reported(message, orphan, now);
        return message.nextCheck() == null ? next : next.withNextCheck(now);
    }
}
