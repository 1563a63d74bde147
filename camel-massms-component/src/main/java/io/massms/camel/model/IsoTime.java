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
package io.massms.camel.model;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;

/** Reads moments as people and programs write them in text. */
public final class IsoTime {
    /** Java's own formats take a part of such an offset for the whole. */
    private static final Pattern NO_COLON = Pattern.compile("(?<=\\d[+-]\\d\\d)(\\d\\d)(?=$|\\[)");

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX['['VV']']][x['['VV']']]")
            .toFormatter();

    private IsoTime() {}

    /**
     * A moment.
     *
     * @param  text                        ISO-8601 with an offset, which may be written {@code Z}, {@code -05:00}, {@code -0500} or
     *                                     {@code -05}; a region in brackets may follow
     * @return                             never null
     * @throws java.time.DateTimeException where it is none
     */
    public static Instant parse(String text) {
        return WITH_OFFSET
                .parse(NO_COLON.matcher(text).replaceFirst(":$1"), ZonedDateTime::from)
                .toInstant();
    }
}
