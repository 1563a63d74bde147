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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours in which messages may go, as a clock on a wall of its zone shows them. Hours that begin in the evening and end in the
 * morning belong to the day on which they begin. The end is no longer part of them.
 */
public final class SendWindow {
    /** A window that opens once a week, and a change of the clock in the way, lie within this. */
    private static final int DAYS_AHEAD = 15;

    private final List<Hours> hours;
    private final Set<DayOfWeek> days;
    private final ZoneId zone;

    private SendWindow(List<Hours> hours, Set<DayOfWeek> days, ZoneId zone) {
        this.hours = hours;
        this.days = days;
        this.zone = zone;
    }

    /**
     * Reads a window.
     *
     * @param  hours as {@code 08:00-21:00}, several with commas between them; {@code 20:00-06:00} goes over midnight
     * @param  days  as {@code MON-FRI} or {@code MON,WED,SAT-SUN}; null for every day
     * @param  zone  whose clocks count
     * @return       the window
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    public static SendWindow parse(String hours, String days, ZoneId zone) {
        return new SendWindow(
                Stream.of(hours.split(",", -1)).map(Hours::parse).toList(),
                days == null ? Days.ALL : Days.parse(days),
                zone);
    }

    /**
     * Whether a message may go.
     *
     * @param  instant when
     * @return         true within the hours
     */
    public boolean isOpen(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        boolean today = days.contains(local.getDayOfWeek());
        boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
        return hours.stream()
                .anyMatch(range -> today && range.beginsBefore(local.toLocalTime())
                        || yesterday && range.reachesFromYesterday(local.toLocalTime()));
    }

    /**
     * From when a message may go.
     *
     * @param  instant the earliest wish
     * @return         the same where the window is open then, else when it opens next
     */
    public Instant nextOpening(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        LocalDate first = LocalDate.ofInstant(instant, zone);
        return Stream.concat(beginnings(first), clockChanges(instant))
                .filter(opening -> opening.isAfter(instant) && isOpen(opening))
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException(this + " never opens"));
    }

    private Stream<Instant> beginnings(LocalDate first) {
        return first.datesUntil(first.plusDays(DAYS_AHEAD))
                .flatMap(day -> hours.stream().map(range -> day.atTime(range.begin())))
                .flatMap(this::instants);
    }

    /** None exists when the clock jumps over the time, and two do when it is set back over it. */
    private Stream<Instant> instants(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Stream.of(zone.getRules().getTransition(local).getInstant())
                : offsets.stream().map(local::toInstant);
    }

    /** A clock that is set back can show a time again at which the window is open. */
    private Stream<Instant> clockChanges(Instant from) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(from);
        return next == null ? Stream.empty() : Stream.of(next.getInstant());
    }

    /** The hours, days and zone, as {@link #parse} takes them. */
    @Override
    public String toString() {
        return hours.stream().map(Hours::toString).collect(Collectors.joining(","))
                + (days.size() == Days.ALL.size() ? "" : " on " + Days.write(days))
                + " (" + zone + ")";
    }
}
