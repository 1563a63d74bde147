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
package io.massms.camel.component;

import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;

/**
 * A report that a route of {@code operation=reconcile} is still to be told.
 *
 * @param message as it is to be told
 * @param again   until when the route that failed has it for itself, before consumers of reports tell it; null where they do not
 */
record UntoldReport(TrackedMessage message, Instant again) {

    /** The same, not told for now: it is its consumer's as long as the claim with which it was recorded. */
    UntoldReport left() {
        return again == null ? new UntoldReport(message, message.nextCheck()) : this;
    }

    /** Whether somebody else told it. */
    boolean wasTold(TrackedMessage present) {
        return again != null && present.nextCheck() == null;
    }

    /** Whether nobody else has it now: it is as it was left, or the claim of who took it is over. */
    boolean isFree(TrackedMessage present, Instant now) {
        return again == null
                || again.equals(present.nextCheck())
                || !present.nextCheck().isAfter(now);
    }
}
