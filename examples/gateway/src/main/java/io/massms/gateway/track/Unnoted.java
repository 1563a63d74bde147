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
package io.massms.gateway.track;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Messages that are being sent and of which nobody has noted yet which rows they come from. A report on one of them may come before that. */
final class Unnoted {
    private Instant since;

    /** From now on messages leave. */
    synchronized void begin() {
        // databases keep fewer digits of the time at which a message began
        since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where they come from is noted, or will never be. */
    synchronized void end() {
        since = null;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return since == null;
    }

    /** Waits as long as a message may be one of them whose sending began at a time. */
    synchronized void await(Instant created) throws InterruptedException {
        while (since != null && !created.isBefore(since)) {
            wait();
        }
    }
}
