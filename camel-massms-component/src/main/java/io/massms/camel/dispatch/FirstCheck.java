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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a provider is asked for the first time what became of a message.
 *
 * @param after        how long after sending; null if it cannot be asked
 * @param answersLater whether a block's lines are asked for by client id; all others are by the provider's id. So what may have left in
 *                     a block can be found, though its answer reported nothing
 * @param clock        gives the time at which it was sent
 */
record FirstCheck(Duration after, boolean answersLater, Clock clock) {

    /** Null for never. */
    Instant of(Verdict verdict) {
        boolean mayBeKnown = verdict.state() == SmsState.UNKNOWN
                ? answersLater
                : verdict.state().isAccepted() && !verdict.state().isFinal();
        return after != null && mayBeKnown ? clock.instant().plus(after) : null;
    }
}
