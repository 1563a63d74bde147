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
package io.massms.simulator.provider.masms;

import io.massms.simulator.http.Params;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** When a message with {@code smstype=p} is to be sent. */
final class Schedule {
    /** The manual names no time zone: decided. */
    private static final ZoneId ZONE = ZoneId.of("America/Bogota");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private Schedule() {}

    /** A date or time that cannot be read sends at once (null): decided, the manual is silent. */
    static Instant of(Params params) {
        if (!params.get("smstype").equals("p")) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(params.get("date_delivery"), DATE);
            return LocalDateTime.of(date, LocalTime.parse(params.get("time_delivery"), TIME))
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
