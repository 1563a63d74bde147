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

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week, written with their first three letters. */
final class Days {
    static final Set<DayOfWeek> ALL = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    private Days() {}

    static Set<DayOfWeek> parse(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length > 2) {
                throw wrong(part);
            }
            DayOfWeek last = day(ends[ends.length - 1], part);
            DayOfWeek day = day(ends[0], part);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    static String write(Set<DayOfWeek> days) {
        return days.stream().map(Days::abbreviation).collect(Collectors.joining(","));
    }

    private static DayOfWeek day(String text, String whole) {
        for (DayOfWeek day : ALL) {
            if (abbreviation(day).equals(text.strip().toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw wrong(whole);
    }

    private static String abbreviation(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text.strip()
                + "' are no days; right is MON, TUE, WED, THU, FRI, SAT, SUN, a range such as MON-FRI, or several with commas"
                + " between them");
    }
}
