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
package io.massms.camel.component.report;

import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;

/**
 * A report that a consumer of {@code operation=reconcile} still has to emit, because its route failed.
 *
 * @param message the message as it is to be reported
 * @param again   the end of the reconcile consumer's claim on the report: until then no consumer of {@code operation=status} emits it. Null
 *                if such consumers do not emit this report, because its state is not final
 */
public record PendingReport(TrackedMessage message, Instant again) {

    /** A report of which it turned out later that it was recorded. */
    public static PendingReport recorded(TrackedMessage message) {
        return new PendingReport(message, message.pollingFinished() ? message.nextCheck() : null);
    }

    /** The same report, not emitted now: it stays with its consumer for as long as the claim with which it was recorded. */
    public PendingReport left() {
        return again == null ? new PendingReport(message, message.nextCheck()) : this;
    }

    /** Whether another consumer has emitted it: then the message is not due any more. */
    public boolean wasEmitted(TrackedMessage present) {
        return again != null && present.nextCheck() == null;
    }

    /** Whether no other consumer has it now: its claim is still this one, or the claim of another consumer has ended. */
    public boolean isFree(TrackedMessage present, Instant now) {
        return again == null
                || again.equals(present.nextCheck())
                || !present.nextCheck().isAfter(now);
    }
}
