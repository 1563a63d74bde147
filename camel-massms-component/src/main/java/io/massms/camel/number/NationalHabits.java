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
package io.massms.camel.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people of a country write that libphonenumber does not take apart. */
final class NationalHabits {
    static final int ARGENTINA = 54;
    private static final int MEXICO = 52;
    private static final int COLOMBIA = 57;

    /** Both marks of a mobile at once: the 9 of calls from abroad and the 15 of local calls. */
    private static final Pattern ARGENTINE_9_AND_15 = Pattern.compile("9(\\d{2,4}15\\d{6,8})");

    /**
     * Area code, 15 and the rest. Without the 0, twelve digits may be a number from abroad, except where they begin
     * with 11.
     */
    private static final Pattern ARGENTINE_15 =
            Pattern.compile("0?(11)15(\\d{8})|0([23]\\d{2})15(\\d{7})|0([23]\\d{3})15(\\d{6})");

    /** A trunk 0 and ten digits without a 15 after an area code: with it, two digits would be missing. */
    private static final Pattern ARGENTINE_TRUNK_PREFIX =
            Pattern.compile("0((?!1115|[23]\\d{2,3}15)(?:11|[23]\\d)\\d{8})");

    /** 01 for trunk calls, 044 and 045 to mobiles, 1 to mobiles from abroad: all gone since August 2019. */
    private static final Pattern MEXICAN_PREFIX = Pattern.compile("(?:01|044|045|1)(\\d{10})");

    /** The trunk 0 before a mobile, in which libphonenumber looks for a carrier. */
    private static final Pattern COLOMBIAN_TRUNK_PREFIX = Pattern.compile("0(3\\d{9})");

    private static final int ARGENTINE_LENGTH = 10;
    private static final String ARGENTINE_MOBILE_PREFIX = "549";

    private NationalHabits() {}

    /** What to read in the place of a national number, or null when it needs no mending. */
    static String mended(int countryCode, String national) {
        return switch (countryCode) {
            case ARGENTINA -> national.length() == ARGENTINE_LENGTH + 3 ? rest(ARGENTINE_9_AND_15, national) : null;
            case MEXICO -> rest(MEXICAN_PREFIX, national);
            case COLOMBIA -> rest(COLOMBIAN_TRUNK_PREFIX, national);
            default -> null;
        };
    }

    /**
     * Whether a range does not tell fixed lines from mobiles: Mexico numbers both alike and lets both keep their
     * numbers.
     */
    static boolean sharesRanges(int countryCode) {
        return countryCode == MEXICO;
    }

    /**
     * Clean digits for what a person of the country writes; the digits themselves where nothing is to be taken away.
     */
    static String plain(String digits, String region) {
        if (!"AR".equals(region) || digits.length() <= ARGENTINE_LENGTH) {
            return digits;
        }
        Matcher local = ARGENTINE_15.matcher(digits);
        if (local.matches()) {
            return local.replaceFirst("$1$2$3$4$5$6");
        }
        String withoutTrunkPrefix = rest(ARGENTINE_TRUNK_PREFIX, digits);
        return withoutTrunkPrefix == null ? digits : withoutTrunkPrefix;
    }

    private static String rest(Pattern pattern, String national) {
        Matcher matcher = pattern.matcher(national);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /**
     * An Argentine number in its mobile form. Fixed lines and mobiles share their area codes and only the 9 tells
     * them apart, which people leave out: so none is ever called a fixed line.
     */
    static Msisdn argentine(String national, String written) {
        String subscriber =
                national.length() > ARGENTINE_LENGTH && national.startsWith("9") ? national.substring(1) : national;
        if (subscriber.startsWith("15")) {
            throw InvalidNumberException.of(
                    written,
                    "lacks the area code before 15; right is one such as 11 15 4444-5555 or +54 9 11 4444-5555.");
        }
        if (subscriber.length() != ARGENTINE_LENGTH) {
            throw InvalidNumberException.of(
                    written,
                    "has " + subscriber.length()
                            + " digits; a number of Argentina has 10 with its area code, such as 11 4444-5555.");
        }
        boolean hasAreaCode = "123".indexOf(subscriber.charAt(0)) >= 0;
        String prefix = hasAreaCode ? ARGENTINE_MOBILE_PREFIX : Integer.toString(ARGENTINA);
        return new Msisdn(prefix + subscriber, prefix.length(), ARGENTINA, "AR", false);
    }
}
