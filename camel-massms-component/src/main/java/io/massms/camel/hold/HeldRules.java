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
 * How held messages are treated that could not go at their time.
 *
 * @param grace      how long nobody may have been able to send them from their time on; the time in which they wait for their turn does not count
 * @param retries    how often messages are tried again that surely did not leave
 * @param retryDelay how long before the first of these tries; each later one waits twice as long
 */
public record HeldRules(Duration grace, int retries, Duration retryDelay) {
    private static final int MOST_DOUBLINGS = 16;

    /** When to try again: no sooner than the provider, or a policy, allows. */
    Instant next(Instant now, int attempt, Instant mayGoAgain) {
        Instant next = now.plus(retryDelay.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS)));
        return mayGoAgain != null && mayGoAgain.isAfter(next) ? mayGoAgain : next;
    }
}
