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
package io.massms.simulator.provider.smsmasivos;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** How the provider writes times, always in GMT-3. */
final class Times {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private Times() {}

    static String iso(Instant instant) {
        return ISO.format(instant.atOffset(Rules.ZONE));
    }

    static String local(Instant instant) {
        return LOCAL.format(instant.atOffset(Rules.ZONE));
    }

    static String compact(Instant instant) {
        return COMPACT.format(instant.atOffset(Rules.ZONE));
    }

    static Optional<Instant> parseCompact(String fecha) {
        return parse(fecha, COMPACT);
    }

    /** Empty for a wrong format: "en caso de que el formato sea incorrecto, el envío será realizado inmediatamente". */
    static Optional<Instant> parse(String fechaDesde) {
        return parse(fechaDesde, ISO);
    }

    private static Optional<Instant> parse(String time, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(time, format).toInstant(Rules.ZONE));
        } catch (DateTimeException wrongFormat) {
            return Optional.empty();
        }
    }
}
