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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.spi.Account;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line of the block status: {@code idinterno TAB fecha TAB answer} (manual, section "Comprobación del proceso de un envío en bloque"). */
final class SmsMasivosStatusLine {
    private static final String OK = "OK";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private SmsMasivosStatusLine() {}

    /** Null for what is no such line. */
    static SmsStatus read(String line, Account account) {
        String[] fields = line.split("\t", 3);
        if (fields.length < 3 || fields[0].isBlank()) {
            return null;
        }
        Instant time = time(fields[1].strip(), account);
        return time == null ? null : status(fields[0].strip(), time, fields[2].strip(), account);
    }

    private static Instant time(String digits, Account account) {
        try {
            return LocalDateTime.parse(digits, TIME).atZone(account.zone()).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /**
     * {@code OK} means "procesado y el envío fue correcto": handed to the operators, which is not yet delivered. Words that the manual does
     * not know are never taken for that, nor for a refusal.
     */
    private static SmsStatus status(String clientId, Instant time, String answer, Account account) {
        String provider = account.profile().id();
        if (Tokens.withoutTrailingSeparators(answer).equalsIgnoreCase(OK)) {
            return new SmsStatus(provider, null, clientId, null, SmsState.ENROUTE, null, OK, null, time);
        }
        String to = SmsMasivosWord.numberBefore(answer);
        String words = SmsMasivosWord.withoutNumber(answer);
        SmsMasivosWord word = SmsMasivosWord.ofText(words);
        return new SmsStatus(
                provider, null, clientId, to, state(word), error(word), null, Excerpts.of(words, account), time);
    }

    private static SmsState state(SmsMasivosWord word) {
        if (word == null) {
            return SmsState.UNKNOWN;
        }
        return word == SmsMasivosWord.SIMULATED ? SmsState.SKIPPED : SmsState.REJECTED;
    }

    private static SmsError error(SmsMasivosWord word) {
        return word == null ? SmsError.UNEXPECTED_RESPONSE : word.error();
    }
}
