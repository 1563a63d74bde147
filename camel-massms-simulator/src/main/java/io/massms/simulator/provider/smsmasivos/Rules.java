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

import io.massms.simulator.RecipientTrait;
import io.massms.simulator.provider.SendingHours;
import io.massms.simulator.store.Platform;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the provider takes and what it refuses, whatever the channel. */
final class Rules {
    /** "Correspondientes al huso horario GMT -3": parameter FECHADESDE. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(-3);

    private static final int MAX_TEXT = 160;
    private static final Pattern UNFILLED = Pattern.compile("\\*\\d+\\*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final SendingHours HOURS = new SendingHours(LocalTime.of(8, 0), LocalTime.of(22, 0), ZONE);
    private static final Duration DEFAULT_WINDOW = Duration.ofHours(48);
    private static final List<String> MONTHS = List.of(
            "Enero",
            "Febrero",
            "Marzo",
            "Abril",
            "Mayo",
            "Junio",
            "Julio",
            "Agosto",
            "Septiembre",
            "Octubre",
            "Noviembre",
            "Diciembre");

    private final Platform platform;
    private final Country country;

    Rules(Platform platform) {
        this.platform = platform;
        this.country = Country.valueOf(platform.options().country());
    }

    Optional<Refusal> refusal(String to, String text, Alphabet alphabet) {
        return text(text, alphabet)
                .or(() -> number(country.national(to)))
                .or(() -> platform.recipients().trait(country.national(to)).flatMap(this::trait))
                .or(() -> time())
                .or(() -> duplicate(to, text));
    }

    private Optional<Refusal> text(String text, Alphabet alphabet) {
        if (text.isBlank()) {
            return Optional.of(Refusal.EMPTY);
        }
        if (text.length() > MAX_TEXT) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (!alphabet.carries(text)) {
            return Optional.of(Refusal.BAD_CHARACTERS);
        }
        if (UNFILLED.matcher(text).find()) {
            return Optional.of(Refusal.UNFILLED_FIELD);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        boolean spam =
                platform.options().spamWords().stream().anyMatch(word -> upper.contains(word.toUpperCase(Locale.ROOT)));
        return spam ? Optional.of(Refusal.SPAM) : Optional.empty();
    }

    private Optional<Refusal> number(String to) {
        if (!to.isEmpty() && !DIGITS.matcher(to).matches()) {
            return Optional.of(Refusal.BAD_DIGITS);
        }
        if (to.length() != country.digits()) {
            boolean tooShort = to.length() < country.digits();
            return Optional.of(tooShort ? Refusal.tooShort(country.digits()) : Refusal.tooLong(country.digits()));
        }
        if (country == Country.AR && "123".indexOf(to.charAt(0)) < 0) {
            return Optional.of(Refusal.NOT_NATIONAL);
        }
        return country.hasArea(to) ? Optional.empty() : Optional.of(Refusal.BAD_AREA);
    }

    private Optional<Refusal> trait(RecipientTrait trait) {
        return Optional.ofNullable(
                switch (trait) {
                    case LANDLINE -> Refusal.LANDLINE;
                    case MANY_FAILURES -> Refusal.MANY_FAILURES;
                    case OPTED_OUT, BLOCKED -> Refusal.OPTED_OUT;
                    case DUPLICATE -> Refusal.duplicate(DEFAULT_WINDOW.toHours());
                    case NO_BALANCE -> noBalance();
                    case UNKNOWN_OPERATOR -> Refusal.BAD_AREA;
                    case REJECTED_BY_OPERATOR -> Refusal.REJECTED;
                    case INVALID_NUMBER -> Refusal.BAD_DIGITS;
                    case DO_NOT_CALL -> Refusal.DO_NOT_CALL;
                    case OTHER -> Refusal.OTHER;
                    default -> null;
                });
    }

    private Optional<Refusal> time() {
        boolean closed = platform.options().sendingHours()
                && !HOURS.include(platform.clock().instant());
        return closed ? Optional.of(Refusal.OUTSIDE_HOURS) : Optional.empty();
    }

    private Optional<Refusal> duplicate(String to, String text) {
        return platform.recentTexts().repeats(to, text, platform.clock().instant())
                ? Optional.of(
                        Refusal.duplicate(platform.options().duplicateWindow().toHours()))
                : Optional.empty();
    }

    /** The contract is over: by its date or because the account says so. */
    Optional<Refusal> contract(boolean accountExpired) {
        LocalDate lastDay = platform.options().packageExpiry();
        LocalDate today = LocalDate.ofInstant(platform.clock().instant(), ZONE);
        return accountExpired || today.isAfter(lastDay)
                ? Optional.of(
                        Refusal.expired(lastDay.getDayOfMonth() + " de " + MONTHS.get(lastDay.getMonthValue() - 1)))
                : Optional.empty();
    }

    Refusal noBalance() {
        return Refusal.noBalance(platform.balances()
                .contracted(SmsMasivosFront.ID)
                .toBigInteger()
                .toString());
    }
}
