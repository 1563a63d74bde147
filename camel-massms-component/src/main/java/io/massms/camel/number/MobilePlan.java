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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a country numbers its mobiles, for reading clean digits without a regular expression: what nearly every
 * recipient of a bulk is. Whatever it does not recognise is left to {@link NumberParser}, which gives the same result
 * for everything that it does recognise.
 *
 * @param region ISO 3166 code
 * @param code the country code
 * @param prefix the digits before the national number in E.164: the country code, in Argentina with the mobile 9
 * @param length digits of the national number
 * @param trunkPrefix what people of the country put before the national number; of Argentina in {@link
 *     NationalHabits}, where a 15 can follow
 * @param beginnings what the national number of a mobile begins with
 */
record MobilePlan(
        String region,
        String code,
        int countryCode,
        String prefix,
        int length,
        String trunkPrefix,
        List<String> beginnings) {
    private static final String NO_TRUNK_PREFIX = "";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;

    private static final List<MobilePlan> ALL = List.of(
            plan("AR", "54", "549", 10, NO_TRUNK_PREFIX, "11", "2", "3"),
            plan("BO", "591", "591", 8, "0", "6", "7"),
            plan("CL", "56", "56", 9, NO_TRUNK_PREFIX, "9"),
            plan("CO", "57", "57", 10, "0", "3"),
            plan("CR", "506", "506", 8, NO_TRUNK_PREFIX, "5", "6", "7", "8"),
            plan("DO", "1", "1", 10, NO_TRUNK_PREFIX, dominicanBeginnings()),
            plan("EC", "593", "593", 9, "0", "9"),
            plan("GT", "502", "502", 8, NO_TRUNK_PREFIX, "3", "4", "5"),
            plan("HN", "504", "504", 8, NO_TRUNK_PREFIX, "3", "8", "9"),
            plan("MX", "52", "52", 10, NO_TRUNK_PREFIX, "2", "3", "4", "5", "6", "7", "8", "9"),
            plan("NI", "505", "505", 8, NO_TRUNK_PREFIX, "7", "8"),
            plan("PA", "507", "507", 8, NO_TRUNK_PREFIX, "6"),
            plan("PE", "51", "51", 9, "0", "9"),
            plan("PY", "595", "595", 9, "0", "9"),
            plan("SV", "503", "503", 8, NO_TRUNK_PREFIX, "6", "7"),
            plan("UY", "598", "598", 8, "0", "9"),
            plan("VE", "58", "58", 10, "0", "41", "42"));

    private static final Map<String, MobilePlan> BY_REGION = new HashMap<>();

    static {
        ALL.forEach(plan -> BY_REGION.put(plan.region, plan));
    }

    private static MobilePlan plan(
            String region, String code, String prefix, int length, String trunkPrefix, String... beginnings) {
        return new MobilePlan(region, code, Integer.parseInt(code), prefix, length, trunkPrefix, List.of(beginnings));
    }

    /** Area codes 809, 829 and 849; an exchange begins with 2 to 9 in all of +1. */
    private static String[] dominicanBeginnings() {
        return Stream.of("809", "829", "849")
                .flatMap(area ->
                        Stream.of("2", "3", "4", "5", "6", "7", "8", "9").map(area::concat))
                .toArray(String[]::new);
    }

    /** The mobile, or null when the text is not clean digits of a known plan. */
    static Msisdn read(String text, String region) {
        if (text.length() < SHORTEST || text.length() > LONGEST || !isDigits(text)) {
            return null;
        }
        if (text.charAt(0) == '+') {
            return readInternational(text.substring(1));
        }
        if (region == null) {
            return readInternational(text);
        }
        MobilePlan plan = BY_REGION.get(region);
        return plan == null ? null : plan.readOwn(text);
    }

    private static boolean isDigits(String text) {
        for (int i = text.charAt(0) == '+' ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static Msisdn readInternational(String digits) {
        for (MobilePlan plan : ALL) {
            Msisdn number = plan.readWithCountryCode(digits);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private Msisdn readOwn(String digits) {
        if (isNational(digits, 0)) {
            return number(prefix + digits);
        }
        return digits.startsWith(trunkPrefix) && isNational(digits, trunkPrefix.length())
                ? number(prefix + digits.substring(trunkPrefix.length()))
                : readWithCountryCode(digits);
    }

    private Msisdn readWithCountryCode(String digits) {
        if (digits.startsWith(prefix) && isNational(digits, prefix.length())) {
            return number(digits);
        }
        return digits.startsWith(code) && isNational(digits, code.length())
                ? number(prefix + digits.substring(code.length()))
                : null;
    }

    private Msisdn number(String digits) {
        return new Msisdn(digits, prefix.length(), countryCode, region, false);
    }

    private boolean isNational(String digits, int start) {
        if (digits.length() - start != length) {
            return false;
        }
        for (int i = 0; i < beginnings.size(); i++) {
            if (digits.startsWith(beginnings.get(i), start)) {
                return true;
            }
        }
        return false;
    }
}
