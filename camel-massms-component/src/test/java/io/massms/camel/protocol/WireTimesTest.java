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
package io.massms.camel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WireTimesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

    @Test
    void aTimeThatTheProviderCanExpressStays() {
        assertThat(WireTimes.notBefore(Instant.parse("2026-12-24T23:05:00Z"), MINUTE, BOGOTA))
                .isEqualTo("2026-12-24T18:05:00");
    }

    @Test
    void anyOtherTimeBecomesTheNextOneThatTheProviderCanExpress() {
        assertThat(WireTimes.notBefore(Instant.parse("2026-12-24T23:05:00.000000001Z"), MINUTE, BOGOTA))
                .isEqualTo("2026-12-24T18:06:00");
        assertThat(WireTimes.notBefore(Instant.parse("2026-12-24T23:05:59Z"), MINUTE, BOGOTA))
                .isEqualTo("2026-12-24T18:06:00");
        assertThat(WireTimes.notBefore(Instant.parse("1969-12-31T23:59:59.5Z"), Duration.ofSeconds(1), BOGOTA))
                .isEqualTo("1969-12-31T19:00:00");
    }

    @Test
    void everyPartIsPadded() {
        LocalDateTime time = LocalDateTime.of(987, 1, 2, 3, 4, 5);
        assertThat(WireTimes.date(time)).isEqualTo("0987-01-02");
        assertThat(WireTimes.minute(time)).isEqualTo("03:04");
        assertThat(WireTimes.second(time)).isEqualTo("0987-01-02 03:04:05");
    }

    @Test
    void aYearThatDoesNotFitTheFormatIsRefusedSinceTheProviderWouldSendAtOnce() {
        assertThatThrownBy(() -> WireTimes.notBefore(Instant.parse("+10000-01-02T00:00:00Z"), MINUTE, BOGOTA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The scheduled time is in the year 10000, but providers take years from 0 to 9999");
    }
}
