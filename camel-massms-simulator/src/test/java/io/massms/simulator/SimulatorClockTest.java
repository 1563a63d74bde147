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
package io.massms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void noStepIsLostWhereSeveralMoveIt() {
        SimulatorClock clock = SimulatorClock.standingAt(NOON);

        IntStream.range(0, 100_000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(100_000));
    }

    @Test
    void itRunsOnFromWhereItWasSet() {
        SimulatorClock clock = new SimulatorClock();

        clock.set(NOON);
        clock.advance(Duration.ofHours(-1));

        assertThat(clock.frozen()).isFalse();
        assertThat(clock.instant()).isBetween(NOON.minusSeconds(3600), NOON);
    }
}
