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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.protocol.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The values that this provider answers with. Each is null for a text that is none. */
final class SmsMasivosValues {
    private static final int DATE_LENGTH = "2026-11-21".length();
    private static final int TIME_LENGTH = "2026-11-21 18:35:58".length();

    private SmsMasivosValues() {}

    /** Messages left (manual, section "Consulta de saldo"). */
    static BigDecimal balance(String text, ZoneId zone) {
        return Amounts.parse(text);
    }

    /** Messages sent this month (manual, section "Consulta de mensajes enviados"). */
    static Long sentCount(String text, ZoneId zone) {
        BigDecimal count = Amounts.parse(text);
        boolean whole = count != null
                && count.signum() >= 0
                && count.stripTrailingZeros().scale() <= 0;
        return whole && count.precision() - count.scale() <= 18 ? count.longValueExact() : null;
    }

    /** The package's last day, {@code yyyy-MM-dd} (observed); a time behind it is left out. */
    static LocalDate expiry(String text, ZoneId zone) {
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text)
                    : local(text).toLocalDate();
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    /** The server's clock, {@code yyyy-MM-dd HH:mm:ss} (manual, section "Consulta de la fecha del servidor"). */
    static OffsetDateTime serverTime(String text, ZoneId zone) {
        try {
            return local(text).atZone(zone).toOffsetDateTime();
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    private static LocalDateTime local(String text) {
        if (text.length() != TIME_LENGTH) {
            throw new DateTimeParseException("not yyyy-MM-dd HH:mm:ss", text, 0);
        }
        return LocalDateTime.parse(text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1));
    }
}
