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
package io.massms.simulator.provider.contacto;

import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.store.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of the manual's codes a text or a recipient earns. */
final class ContactoRules {
    private static final Pattern DIGITS = Pattern.compile("\\d{10,15}");
    /** "No tiene la cantidad de dígitos esperados (12 caracteres)": Colombia, Venezuela, and 01 for the countries of +1. */
    private static final Pattern TWELVE_DIGIT_COUNTRY = Pattern.compile("(57|58|01).*");
    /** "El operador no existe (inicia con 380)": Colombian mobile prefixes are 30x to 35x. */
    private static final Pattern COLOMBIAN_MOBILE = Pattern.compile("573[0-5]\\d{8}");

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|www\\.)\\S+");
    private static final Map<RecipientTrait, String> CODES = Map.of(
            RecipientTrait.UNKNOWN_OPERATOR, "0",
            RecipientTrait.OUTSIDE_HOURS, "-2",
            RecipientTrait.NO_BALANCE, "-3",
            RecipientTrait.INVALID_NUMBER, "-4",
            RecipientTrait.MAINTENANCE, "-6",
            RecipientTrait.BLOCKED, "-8",
            RecipientTrait.OPTED_OUT, "-8");

    private final ContactoProfile profile;
    private final Platform platform;

    ContactoRules(ContactoProfile profile, Platform platform) {
        this.profile = profile;
        this.platform = platform;
    }

    Optional<String> text(String text) {
        SimulatorOptions options = platform.options();
        if (text.isEmpty() || text.length() > profile.maxText()) {
            return Optional.of("-5");
        }
        if (profile.has("-9") && containsAny(text, options.reservedWords())) {
            return Optional.of("-9");
        }
        boolean link = !options.linksAllowed() && LINK.matcher(text).find();
        return link && profile.has("-10") ? Optional.of("-10") : Optional.empty();
    }

    Optional<String> time() {
        boolean closed = platform.options().sendingHours()
                && profile.hours() != null
                && !profile.hours().include(platform.clock().instant());
        return closed ? Optional.of("-2") : Optional.empty();
    }

    Optional<String> recipient(String to, Optional<RecipientTrait> trait) {
        if (!DIGITS.matcher(to).matches() || (TWELVE_DIGIT_COUNTRY.matcher(to).matches() && to.length() != 12)) {
            return Optional.of("-4");
        }
        if (profile.has("0")
                && to.startsWith("57")
                && !COLOMBIAN_MOBILE.matcher(to).matches()) {
            return Optional.of("0");
        }
        return trait.map(CODES::get).filter(profile::has);
    }

    private static boolean containsAny(String text, List<String> words) {
        String upper = text.toUpperCase(Locale.ROOT);
        return words.stream().anyMatch(word -> upper.contains(word.toUpperCase(Locale.ROOT)));
    }
}
