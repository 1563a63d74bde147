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

import java.time.DateTimeException;
import java.time.LocalTime;

/** A stretch of a day; one that ends no later than it begins goes over midnight. */
record Hours(LocalTime begin, LocalTime end) {
    private static final String LAST = "24:00";

    static Hours parse(String text) {
        String[] ends = text.strip().split("-", -1);
        if (ends.length != 2) {
            throw wrong(text);
        }
        LocalTime begin = time(ends[0].strip(), text);
        boolean wholeDay = ends[1].strip().equals(LAST);
        LocalTime end = wholeDay ? LocalTime.MIDNIGHT : time(ends[1].strip(), text);
        if (begin.equals(end) && !wholeDay) {
            throw wrong(text);
        }
        return new Hours(begin, end);
    }

    private static LocalTime time(String text, String whole) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw wrong(whole);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text.strip()
                + "' are no hours; right is a time of day, a hyphen and a later or earlier one, such as 08:00-21:00 or"
                + " 20:00-06:00 (over midnight), and 00:00-24:00 for the whole day");
    }

    /** Whether a time is within the part that lies on the day on which these hours begin. */
    boolean beginsBefore(LocalTime time) {
        return !time.isBefore(begin) && (goesOverMidnight() || time.isBefore(end));
    }

    /** Whether a time is within the part that lies on the day after. */
    boolean reachesFromYesterday(LocalTime time) {
        return goesOverMidnight() && time.isBefore(end);
    }

    private boolean goesOverMidnight() {
        return !end.isAfter(begin);
    }

    @Override
    public String toString() {
        return begin + "-" + (end.equals(LocalTime.MIDNIGHT) ? LAST : end);
    }
}
