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
package io.massms.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is special about a recipient. A trait is given to a number by {@link Simulator#recipient}, or a message is sent to one of
 * the magic numbers, which need no configuration: {@code 5730099900NN} (Colombia) and {@code 11999000NN} (Argentina, in national
 * form or as {@code +54 9 11 999000NN}), where NN is the trait's {@link #magicDigits()}. A provider whose manual has no word for a
 * trait ignores it.
 */
public enum RecipientTrait {
    /** A landline: smsmasivos -1. */
    LANDLINE("01", smsmasivos("-1")),
    /** Failed too often before: smsmasivos -2. */
    MANY_FAILURES("02", smsmasivos("-2")),
    /** Asked to get no more: smsmasivos -3, itcloud -8, masms status 5. */
    OPTED_OUT("03", masms("status 5"), itcloud("-8"), smsmasivos("-3")),
    /** Got the same text a short time ago: smsmasivos -4. */
    DUPLICATE("04", smsmasivos("-4")),
    /** On the provider's block list: itcloud -8, smsmasivos -3, masms status 5. */
    BLOCKED("05", masms("status 5"), itcloud("-8"), smsmasivos("-3")),
    /** The balance does not suffice: masms 110, contacto -3, smsmasivos "se han agotado". */
    NO_BALANCE("06", masms("110"), contacto("-3"), smsmasivos("\"se han agotado\"")),
    /** Outside the coverage: masms status 7. */
    NOT_COVERED("07", masms("status 7")),
    /** The handset is never reached: masms status 2. */
    UNREACHABLE("08", masms("status 2")),
    /** No operator has this prefix: itcloud 0, smsmasivos -9. */
    UNKNOWN_OPERATOR("09", itcloud("0"), smsmasivos("-9")),
    /** The operator refuses it: smsmasivos -10. */
    REJECTED_BY_OPERATOR("10", smsmasivos("-10")),
    /** Not a mobile number: masms status 3, contacto -4, smsmasivos -8. */
    INVALID_NUMBER("11", masms("status 3"), contacto("-4"), smsmasivos("-8")),
    /** The platform is under maintenance for it: contacto -6. */
    MAINTENANCE("12", contacto("-6")),
    /** Outside the sending hours: itcloud -2. */
    OUTSIDE_HOURS("13", itcloud("-2")),
    /** In the do-not-call register: smsmasivos -14. */
    DO_NOT_CALL("14", smsmasivos("-14")),
    /** Accepted, but no final status ever comes. */
    NEVER_REPORTED("15", masms("no final status"), smsmasivos("block line never told")),
    /** Accepted, but its message id is never found: masms {@code NOTFOUND}. */
    LOST("16", masms("NOTFOUND")),
    /** Delivered an hour late by the simulator's clock. */
    LATE("17", masms("delivered after an hour"), smsmasivos("block line told after an hour")),
    /** Accepted, but the balance has gone when it is sent: masms status 6. */
    NO_BALANCE_LATER("18", masms("status 6")),
    /** Any other failure: smsmasivos -99. */
    OTHER("99", smsmasivos("-99"));

    /** What stands before the magic digits, by country: as its providers write numbers. */
    private static final Map<String, String> BEFORE_MAGIC_DIGITS =
            Map.of("CO", "5730099900", "AR", "(?:\\+?54 ?9? ?)?11 ?999000");

    private static final Pattern MAGIC =
            Pattern.compile("(?:" + String.join("|", BEFORE_MAGIC_DIGITS.values()) + ")(\\d\\d)");
    private static final Map<String, RecipientTrait> BY_DIGITS =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(trait -> trait.magicDigits, Function.identity()));

    private final String magicDigits;
    private final Map<String, String> answers;

    @SafeVarargs
    RecipientTrait(String magicDigits, Map<String, String>... answers) {
        this.magicDigits = magicDigits;
        this.answers = Stream.of(answers)
                .flatMap(answer -> answer.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> masms(String said) {
        return Map.of("linktosms", said, "markettext", said);
    }

    private static Map<String, String> contacto(String said) {
        return Map.of("itcloud", said, "natalia", said);
    }

    private static Map<String, String> itcloud(String said) {
        return Map.of("itcloud", said);
    }

    private static Map<String, String> smsmasivos(String said) {
        return Map.of("smsmasivos", said);
    }

    /** What a provider makes of it, in its own code or in words; empty where its manual has no word for it. */
    public String answer(String provider) {
        return answers.getOrDefault(provider, "");
    }

    /** The two digits at the end of the magic numbers that have this trait. */
    public String magicDigits() {
        return magicDigits;
    }

    /** The trait of a magic number; empty for every other number. */
    public static Optional<RecipientTrait> ofMagicNumber(String number) {
        Matcher magic = MAGIC.matcher(number);
        return magic.matches() ? Optional.ofNullable(BY_DIGITS.get(magic.group(1))) : Optional.empty();
    }
}
