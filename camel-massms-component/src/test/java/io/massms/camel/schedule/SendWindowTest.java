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
package io.massms.camel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTest {
    private static final String BOGOTA = "America/Bogota";

    @ParameterizedTest(name = "{0} on {1} at {2}: open={3}, next {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "08:00-21:00             | -        | 2026-11-20T07:59:59 | false | 2026-11-20T08:00",
                "08:00-21:00             | -        | 2026-11-20T08:00    | true  | 2026-11-20T08:00",
                "08:00-21:00             | -        | 2026-11-20T20:59:59 | true  | 2026-11-20T20:59:59",
                "08:00-21:00             | -        | 2026-11-20T21:00    | false | 2026-11-21T08:00",
                "8:00-12:00, 14:00-18:30 | -        | 2026-11-20T13:00    | false | 2026-11-20T14:00",
                "8:00-12:00, 14:00-18:30 | -        | 2026-11-20T18:30    | false | 2026-11-21T08:00",
                "20:00-06:00             | -        | 2026-11-20T03:00    | true  | 2026-11-20T03:00",
                "20:00-06:00             | -        | 2026-11-20T06:00    | false | 2026-11-20T20:00",
                "20:00-24:00             | -        | 2026-11-20T23:59:59 | true  | 2026-11-20T23:59:59",
                "20:00-24:00             | -        | 2026-11-21T00:00    | false | 2026-11-21T20:00",
                "00:00-24:00             | MON-FRI  | 2026-11-20T23:59:59 | true  | 2026-11-20T23:59:59",
                "00:00-24:00             | MON-FRI  | 2026-11-21T00:00    | false | 2026-11-23T00:00",
                "08:00-21:00             | MON-FRI  | 2026-11-20T21:00    | false | 2026-11-23T08:00",
                "08:00-21:00             | SAT-MON  | 2026-11-20T12:00    | false | 2026-11-21T08:00",
                "08:00-21:00             | sun      | 2026-11-22T21:00    | false | 2026-11-29T08:00",
                "20:00-06:00             | FRI      | 2026-11-21T05:59    | true  | 2026-11-21T05:59",
                "20:00-06:00             | FRI      | 2026-11-20T05:59    | false | 2026-11-20T20:00",
            })
    void aWindowIsOpenInItsHoursAndKnowsWhenItOpensNext(
            String hours, String days, LocalDateTime time, boolean open, LocalDateTime next) {
        SendWindow window = SendWindow.parse(hours, days, ZoneId.of(BOGOTA));
        Instant instant = time.atZone(ZoneId.of(BOGOTA)).toInstant();

        assertThat(window.isOpen(instant)).isEqualTo(open);
        assertThat(window.nextOpening(instant))
                .isEqualTo(next.atZone(ZoneId.of(BOGOTA)).toInstant());
    }

    @ParameterizedTest(name = "{0} {1}: from {2} opens at {3}")
    @CsvSource({
        // clocks go from 00:00 to 01:00
        "America/Santiago, 00:30-06:00, 2026-09-05T23:00-04:00, 2026-09-06T01:00-03:00",
        "America/Santiago, 08:00-21:00, 2026-09-05T22:00-04:00, 2026-09-06T08:00-03:00",
        // clocks go from 24:00 back to 23:00: the hour comes twice
        "America/Santiago, 08:00-21:00, 2026-04-04T22:00-03:00, 2026-04-05T08:00-04:00",
        "America/Santiago, 22:00-23:30, 2026-04-04T23:45-03:00, 2026-04-04T23:00-04:00",
        // clocks go from 00:00 to 01:00, the last time before the country stays at -03:00
        "America/Asuncion, 00:00-05:00, 2024-10-05T23:00-04:00, 2024-10-06T01:00-03:00",
        "America/Asuncion, 08:00-21:00, 2024-03-23T22:00-03:00, 2024-03-24T08:00-04:00",
        "America/Asuncion, 08:00-21:00, 2026-10-04T22:00-03:00, 2026-10-05T08:00-03:00",
        // clocks go from 02:00 to 03:00, and from 03:00 back to 02:00
        "Europe/Madrid, 02:30-06:00, 2026-03-29T01:00+01:00, 2026-03-29T03:00+02:00",
        "Europe/Madrid, 02:30-06:00, 2026-10-25T01:00+02:00, 2026-10-25T02:30+02:00",
        "Europe/Madrid, 08:00-21:00, 2026-10-24T21:00+02:00, 2026-10-25T08:00+01:00"
    })
    void anOpeningIsRightWhenTheClocksChange(String zone, String hours, ZonedDateTime from, ZonedDateTime opening) {
        SendWindow window = SendWindow.parse(hours, null, ZoneId.of(zone));

        assertThat(window.nextOpening(from.toInstant())).isEqualTo(opening.toInstant());
    }

    @Test
    void theMomentBeforeAnOpeningIsClosedThroughAWholeYearOfClockChanges() {
        for (String zone : new String[] {"America/Santiago", "America/Asuncion", "Europe/Madrid", BOGOTA}) {
            SendWindow window = SendWindow.parse("00:15-01:45, 22:00-23:30", "FRI-SUN", ZoneId.of(zone));
            Instant now = Instant.parse("2024-01-01T00:00:00Z");
            Instant end = now.plus(Duration.ofDays(370));
            while (now.isBefore(end)) {
                Instant opening = window.nextOpening(now);
                assertThat(window.isOpen(opening)).isTrue();
                if (opening.isAfter(now)) {
                    assertThat(window.isOpen(opening.minusNanos(1)))
                            .as(zone + " " + opening)
                            .isFalse();
                }
                now = opening.plus(Duration.ofMinutes(7));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "08:00", "08:00-08:00", "25:00-26:00", "08:00-21:00-22:00", "08:00-21:00,", "a-b"})
    void wrongHoursAreRefusedWithAnExampleOfRightOnes(String hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SendWindow.parse(hours, null, ZoneId.of(BOGOTA)))
                .withMessageContaining("08:00-21:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MONDAY", "MON-", "MON-TUE-WED", "LUN"})
    void wrongDaysAreRefusedWithAnExampleOfRightOnes(String days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SendWindow.parse("08:00-21:00", days, ZoneId.of(BOGOTA)))
                .withMessageContaining("MON-FRI");
    }

    @Test
    void aWindowSaysWhatItIs() {
        assertThat(SendWindow.parse("8:00-21:00,22:00-24:00", "MON-FRI", ZoneId.of(BOGOTA)))
                .hasToString("08:00-21:00,22:00-24:00 on MON,TUE,WED,THU,FRI (America/Bogota)");
    }
}
