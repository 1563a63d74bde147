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
package io.massms.camel.spi;

import java.time.Duration;
import java.time.Instant;

/** Compares our clock with a provider's. The two are assumed to differ by at most one minute (decided). */
public final class Clocks {
    private static final Duration APART = Duration.ofMinutes(1);

    private Clocks() {}

    /**
     * The earliest time that the other clock may show.
     *
     * @param  moment the time on one clock
     * @return        one minute earlier
     */
    public static Instant earliest(Instant moment) {
        return moment.minus(APART);
    }

    /**
     * The latest time that the other clock may show.
     *
     * @param  moment the time on one clock
     * @return        one minute later
     */
    public static Instant latest(Instant moment) {
        return moment.plus(APART);
    }
}
