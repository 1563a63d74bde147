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
package io.massms.camel.component.body;

import io.massms.camel.model.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

/** Reads moments in the forms that routes carry them in. */
public final class Times {
    private Times() {}

    /**
     * A moment.
     *
     * @param  given an {@link Instant}, {@link ZonedDateTime}, {@link OffsetDateTime}, {@link Date}, or ISO-8601 text with
     *               an offset; null and blank text for none
     * @return       null for none
     * @throws       IllegalArgumentException says what would be right
     */
    public static Instant parse(Object given) {
        Object value = JsonTrees.plain(given);
        if (value == null) {
            return null;
        }
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        if (value instanceof CharSequence text) {
            return parseText(text.toString().strip());
        }
        throw wrong("a " + value.getClass().getName());
    }

    private static Instant parseText(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return IsoTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("text that cannot be read");
        }
    }

    /** Text is not repeated: where columns were mixed up it is somebody's message or number. */
    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("scheduledTime is " + what + "; right is an Instant, a ZonedDateTime or"
                + " ISO-8601 text with an offset, such as 2026-12-24T18:30:00-05:00");
    }
}
