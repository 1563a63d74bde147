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
package io.massms.example.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendLimitTest {
    private static final String ANA = "+573001234567";
    private static final String JOSE = "+573001234568";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-11-21T12:00:00Z"));
    private final SendLimit limit = new SendLimit(clock);

    @Test
    void aPhoneGetsOneCodeInHalfAMinute() {
        assertThat(limit.take(ANA)).isZero();

        assertThat(limit.take(ANA)).isEqualTo(SendLimit.PAUSE);
        assertThat(limit.take(JOSE)).isZero();
        clock.advance(SendLimit.PAUSE);
        assertThat(limit.take(ANA)).isZero();
    }

    @Test
    void afterFiveCodesInARowAPhoneWaitsForLonger() {
        for (int i = 0; i < SendLimit.IN_A_ROW; i++) {
            assertThat(limit.take(ANA)).isZero();
            clock.advance(SendLimit.PAUSE);
        }

        Duration wait = limit.take(ANA);
        assertThat(wait).isGreaterThan(SendLimit.PAUSE);
        clock.advance(wait);
        assertThat(limit.take(ANA)).isZero();
        clock.advance(SendLimit.PAUSE);
        assertThat(limit.take(ANA)).isPositive();
    }

    @Test
    void onlyPhonesThatNeedNotWaitAreForgotten() {
        limit.take(ANA);
        clock.advance(Duration.ofHours(1));
        limit.take(JOSE);

        limit.forgetIdle();

        assertThat(limit.take(JOSE)).isEqualTo(SendLimit.PAUSE);
    }
}
