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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times to deliver at, as providers write them. */
public final class WireTimes {
    private static final int LAST_YEAR = 9999;

    private WireTimes() {}

    /**
     * The first moment that a provider can express and that is not before the asked one: a message may come late, never early.
     *
     * @param  time  asked
     * @param  grain the provider's smallest unit: a second or a minute
     * @param  zone  the provider's
     * @return       on the provider's clock
     * @throws IllegalArgumentException when the year is not one of 0 to 9999: it would not fit the format, and a provider may send at
     *                                  once what it cannot read
     */
    public static LocalDateTime notBefore(Instant time, Duration grain, ZoneId zone) {
        long seconds = grain.toSeconds();
        long whole = Math.floorDiv(time.getEpochSecond(), seconds) * seconds;
        boolean exact = whole == time.getEpochSecond() && time.getNano() == 0;
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(exact ? whole : whole + seconds), zone);
        if (local.getYear() < 0 || local.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The scheduled time is in the year " + local.getYear()
                    + ", but providers take years from 0 to " + LAST_YEAR);
        }
        return local;
    }

    /**
     * A date.
     *
     * @param  time any
     * @return      as {@code yyyy-MM-dd}
     */
    public static String date(LocalDateTime time) {
        return time.toLocalDate().toString();
    }

    /**
     * A time of day to the minute.
     *
     * @param  time any
     * @return      as {@code HH:mm}
     */
    public static String minute(LocalDateTime time) {
        return twoDigits(time.getHour()) + ':' + twoDigits(time.getMinute());
    }

    /**
     * A date and a time of day to the second.
     *
     * @param  time any
     * @return      as {@code yyyy-MM-dd HH:mm:ss}
     */
    public static String second(LocalDateTime time) {
        return date(time) + ' ' + minute(time) + ':' + twoDigits(time.getSecond());
    }

    /**
     * A date and a time of day to the second, without signs.
     *
     * @param  time any
     * @return      as {@code yyyyMMddHHmmss}
     */
    public static String digits(LocalDateTime time) {
        return second(time).replace("-", "").replace(" ", "").replace(":", "");
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }
}
