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
package io.massms.camel.hold;

import java.time.Duration;
import java.time.Instant;

/**
 * An endpoint that sends for an account now.
 *
 * @param sender the endpoint
 * @param since  since when the account has had one without a break
 */
record RunningSender(HeldSender sender, Instant since) implements AutoCloseable {

    /** Nothing is sent or reported through it any more. */
    @Override
    public void close() {
        sender.end();
    }

    /** For how long nobody could send messages from their time on; not positive where somebody could at once. */
    Duration missed(HeldMessages held) {
        return Duration.between(held.due(), since);
    }

    /** Whether that is more than they may go late. What only waited for its turn is not too late. */
    boolean isTooLateFor(HeldMessages held) {
        return missed(held).compareTo(sender.rules().grace()) > 0;
    }
}
