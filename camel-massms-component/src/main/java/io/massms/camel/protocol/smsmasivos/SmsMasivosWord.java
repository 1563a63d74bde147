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
import io.massms.camel.protocol.Tokens;
import io.massms.camel.spi.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What the provider says of a message, as a number (manual, table of RESPUESTANUMERICA) or in words (manual, "Las respuestas posibles
 * son"). Words are told by stable parts of them, any of whose lists has to be there as a whole. None of these parts holds an accent:
 * answers come with and without them, and in more than one encoding. The constants stand in the order in which words are looked for.
 */
enum SmsMasivosWord {
    SIMULATED(
            1,
            null,
            "The provider checked the message and, as asked, did not send it",
            "probando sin enviar",
            "simulacro"),
    LANDLINE(-1, SmsError.LANDLINE, "The number is a fixed line; send to a mobile", "no fijo"),
    TOO_MANY_FAILURES(
            -2,
            SmsError.TOO_MANY_FAILURES,
            "Too many earlier messages to this number failed; do not write to it",
            "muchos fallos"),
    OPTED_OUT(-3, SmsError.OPTED_OUT, "The number's owner answered BAJA; do not write to it", "palabra baja"),
    DUPLICATE(
            -4,
            SmsError.DUPLICATE,
            "The number got an identical message a short while ago; change the text or send it later",
            "hace menos de"),
    SPAM(-5, SmsError.CONTENT_REJECTED, "The text could be taken for spam; change it", "spam"),
    LONG_TEXT(
            -6,
            SmsError.TEXT_TOO_LONG,
            "The text is longer than 160 characters; shorten it or set longText",
            "texto & muy largo",
            "mensaje & muy largo"),
    WRONG_LENGTH(
            -7,
            SmsError.INVALID_NUMBER,
            "The number has not as many digits as its country needs, 10 in Argentina; check it and the option country",
            "debe tener",
            "muy corto",
            "muy largo"),
    BAD_CHARACTERS(
            -11,
            SmsError.TEXT_BAD_CHARACTERS,
            "The text contains characters that the provider cannot carry; set textPolicy=auto",
            "texto & caracteres inv",
            "mensaje & caracteres inv"),
    BAD_NUMBER(
            -8,
            SmsError.INVALID_NUMBER,
            "The number contains invalid characters; only digits are right",
            "mero & caracteres inv"),
    BAD_AREA(-9, SmsError.INVALID_NUMBER, "The number's area code does not exist; check the number", "stica inv"),
    REJECTED_BY_OPERATOR(
            -10,
            SmsError.REJECTED_BY_OPERATOR,
            "The mobile operator refused the recipient; check the number",
            "rechazado por la telef"),
    BAD_START(
            -12,
            SmsError.INVALID_NUMBER,
            "A national number begins with 1, 2 or 3; check the number",
            "debe comenzar con"),
    DO_NOT_CALL(
            -14,
            SmsError.DO_NOT_CALL,
            "The number is in the public register \"No Llame\"; do not write to it",
            "no llame"),
    OPEN_FIELD(
            null,
            SmsError.CONTENT_REJECTED,
            "The text contains a field such as *1* that was not filled in; fill it in or take it out",
            "campo personalizable"),
    NO_BALANCE(null, SmsError.NO_BALANCE, "The contracted messages are used up; buy more", "han agotado"),
    PACKAGE_EXPIRED(
            null,
            SmsError.PACKAGE_EXPIRED,
            "The contract has run out; renew it",
            "contrato & expirado",
            "contrato & vencid"),
    /** The manual has the account's hours ("franja horaria habilitada"), but no words for what comes outside them (decided). */
    OUTSIDE_HOURS(
            null,
            SmsError.OUTSIDE_HOURS,
            "The provider sends within the account's hours only, 8:00 to 22:00 unless agreed otherwise; send it again then",
            "franja horaria",
            "fuera & horario"),
    /** In no manual (decided): an answer that names the credentials and calls them wrong. */
    WRONG_CREDENTIALS(
            null,
            SmsError.AUTHENTICATION,
            "The credentials are wrong; check apiKey, or user and password",
            "usuario & incorrect",
            "clave & incorrect",
            "apikey & incorrect",
            "usuario & inv",
            "clave & inv",
            "apikey & inv"),
    OTHER(-99, SmsError.OTHER, "The provider refused the message without a reason that its manual knows");

    private static final SmsMasivosWord[] WORDS = values();

    private final String code;
    private final SmsError error;
    private final String meaning;
    private final List<String[]> parts;

    SmsMasivosWord(Integer number, SmsError error, String meaning, String... parts) {
        code = number == null ? null : number.toString();
        this.error = error;
        this.meaning = meaning;
        this.parts = List.of(parts).stream().map(part -> part.split(" & ")).toList();
    }

    /** Null for a number that the manual does not have. */
    static SmsMasivosWord ofCode(String code) {
        for (SmsMasivosWord word : WORDS) {
            if (code.equals(word.code)) {
                return word;
            }
        }
        return null;
    }

    /** Null for words that the manual does not have. */
    static SmsMasivosWord ofText(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (SmsMasivosWord word : WORDS) {
            if (word.isIn(lower)) {
                return word;
            }
        }
        return null;
    }

    private boolean isIn(String lower) {
        for (String[] together : parts) {
            if (containsAll(lower, together)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAll(String lower, String[] together) {
        for (String part : together) {
            if (!lower.contains(part)) {
                return false;
            }
        }
        return true;
    }

    /** The recipient that stands before an error's words; null where there is none. */
    static String numberBefore(String text) {
        int colon = text.indexOf(':');
        String number =
                colon < 0 ? "" : text.substring(0, colon).replace("+", "").strip();
        return Tokens.isDigits(number) ? number : null;
    }

    /** An error's words without the recipient that stands before them. */
    static String withoutNumber(String text) {
        return numberBefore(text) == null
                ? text.strip()
                : text.substring(text.indexOf(':') + 1).strip();
    }

    /** What it means for a message; null for a message that was only checked. */
    SmsError error() {
        return error;
    }

    /** Whether it is about the account, so that it holds for every message of a request. */
    boolean isAboutTheAccount() {
        return this == WRONG_CREDENTIALS || this == PACKAGE_EXPIRED;
    }

    /** Refused, with the provider's own code and words where it gave any. */
    Verdict refusal(String providerCode, String providerText) {
        return Verdict.rejected(error, providerCode, providerText, meaning);
    }
}
