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
 * the magic numbers, which need no configuration: {@code 5730099900NN} (Colombia) and {@code 11999000NN} (Argentina, national
 * form), where NN is the trait's {@link #magicDigits()}. A provider whose manual has no word for a trait ignores it.
 */
public enum RecipientTrait {
    /** A landline: smsmasivos -1. */
    LANDLINE("01", "", "", "", "-1"),
    /** Failed too often before: smsmasivos -2. */
    MANY_FAILURES("02", "", "", "", "-2"),
    /** Asked to get no more: smsmasivos -3, itcloud -8, masms status 5. */
    OPTED_OUT("03", "status 5", "-8", "", "-3"),
    /** Got the same text a short time ago: smsmasivos -4. */
    DUPLICATE("04", "", "", "", "-4"),
    /** On the provider's block list: itcloud -8, smsmasivos -3, masms status 5. */
    BLOCKED("05", "status 5", "-8", "", "-3"),
    /** The balance does not suffice: masms 110, contacto -3, smsmasivos "se han agotado". */
    NO_BALANCE("06", "110", "-3", "-3", "\"se han agotado\""),
    /** Outside the coverage: masms status 7. */
    NOT_COVERED("07", "status 7", "", "", ""),
    /** The handset is never reached: masms status 2. */
    UNREACHABLE("08", "status 2", "", "", ""),
    /** No operator has this prefix: itcloud 0, smsmasivos -9. */
    UNKNOWN_OPERATOR("09", "", "0", "", "-9"),
    /** The operator refuses it: smsmasivos -10. */
    REJECTED_BY_OPERATOR("10", "", "", "", "-10"),
    /** Not a mobile number: masms status 3, contacto -4, smsmasivos -8. */
    INVALID_NUMBER("11", "status 3", "-4", "-4", "-8"),
    /** The platform is under maintenance for it: contacto -6. */
    MAINTENANCE("12", "", "-6", "-6", ""),
    /** Outside the sending hours: itcloud -2. */
    OUTSIDE_HOURS("13", "", "-2", "", ""),
    /** In the do-not-call register: smsmasivos -14. */
    DO_NOT_CALL("14", "", "", "", "-14"),
    /** Accepted, but no final status ever comes. */
    NEVER_REPORTED("15", "no final status", "", "", "block line never told"),
    /** Accepted, but its message id is never found: masms {@code NOTFOUND}. */
    LOST("16", "NOTFOUND", "", "", ""),
    /** Delivered an hour late by the simulator's clock. */
    LATE("17", "delivered after an hour", "", "", "block line told after an hour"),
    /** Accepted, but the balance has gone when it is sent: masms status 6. */
    NO_BALANCE_LATER("18", "status 6", "", "", ""),
    /** Any other failure: smsmasivos -99. */
    OTHER("99", "", "", "", "-99");

    private static final Pattern MAGIC = Pattern.compile("(?:5730099900|11999000)(\\d\\d)");
    private static final Map<String, RecipientTrait> BY_DIGITS =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(trait -> trait.magicDigits, Function.identity()));

    private final String magicDigits;
    private final Map<String, String> answers;

    RecipientTrait(String magicDigits, String masms, String itcloud, String natalia, String smsmasivos) {
        this.magicDigits = magicDigits;
        this.answers = Map.of(
                "linktosms", masms,
                "markettext", masms,
                "itcloud", itcloud,
                "natalia", natalia,
                "smsmasivos", smsmasivos);
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
