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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When replies and retries may go. */
class ReplyAndRetryTimesTest {
    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-11-21T12:00:00Z"));

    @Test
    void anAddressGetsSoManyRepliesInAnyHour() {
        ReplyLimit limit = new ReplyLimit(2, clock);

        assertThat(limit.allows("ana@example.org")).isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(limit.allows("ANA@example.org")).isTrue();
        assertThat(limit.allows("ana@example.org")).isFalse();
        assertThat(limit.allows("luis@example.org")).isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(limit.allows("ana@example.org")).isTrue();
        assertThat(limit.allows("ana@example.org")).isFalse();
    }

    @Test
    void theAddressThatGotNoReplyForTheLongestTimeIsForgottenFirst() {
        ReplyLimit limit = new ReplyLimit(2, clock);
        limit.allows("ana@example.org");
        limit.allows("luis@example.org");
        limit.allows("ana@example.org");

        IntStream.range(0, 9_999).forEach(i -> limit.allows(i + "@example.org"));

        assertThat(limit.allows("ana@example.org")).isFalse();
        assertThat(limit.allows("luis@example.org")).isTrue();
        assertThat(limit.allows("luis@example.org")).isTrue();
    }

    @Test
    void aMailWaitsLongerAfterEachTryButNeverMuchMoreThanAnHour() {
        RetryTimes times = new RetryTimes(clock, Duration.ofMinutes(1));

        times.later("a", 1, null);
        assertThat(times.due("a")).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(times.due("a")).isTrue();

        times.later("a", 20, null);
        clock.advance(Duration.ofMinutes(63));
        assertThat(times.due("a")).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(times.due("a")).isTrue();
    }

    @Test
    void theTimeThatAProviderNamedIsKept() {
        RetryTimes times = new RetryTimes(clock, Duration.ofMinutes(1));

        times.later("a", 1, clock.instant().plus(Duration.ofHours(10)));
        clock.advance(Duration.ofHours(9));

        assertThat(times.due("a")).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(times.due("a")).isTrue();
    }
}
