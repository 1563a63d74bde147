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

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/** Reads any number over libphonenumber, and mends what that library leaves as it is. */
final class NumberParser {
    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final String ANY_REGION = "ZZ";

    /** Fifteen digits (ITU-T E.164, section 6) after a prefix for calls abroad. */
    private static final int LONGEST = 18;

    private static final Pattern PLUS_ONE = Pattern.compile("01[2-9]\\d{9}");

    private NumberParser() {}

    static Msisdn parse(String text, String region) {
        if (text == null) {
            throw InvalidNumberException.missing();
        }
        String digits = internationalPrefixAsPlus(WrittenNumber.digits(text));
        if (digits.length() > LONGEST) {
            throw InvalidNumberException.of(
                    text,
                    "has " + digits.length()
                            + " digits, more than any number; right is one number for each recipient.");
        }
        Msisdn mobile = MobilePlan.read(NationalHabits.plain(digits, region), region);
        return mobile != null ? mobile : byLibrary(digits, region, text);
    }

    /** Reads digits, with or without plus sign, without the short way of {@link MobilePlan}. */
    static Msisdn byLibrary(String digits, String region, String written) {
        return digits.startsWith("+") || region == null
                ? international(digits, written)
                : local(digits, region, written);
    }

    /** Some countries put a carrier's digit after the 0, so that 0057… would be read there as +7. */
    private static String internationalPrefixAsPlus(String digits) {
        int start = digits.startsWith("+") ? 1 : 0;
        return digits.startsWith("00", start) ? "+" + digits.substring(start + 2) : digits;
    }

    private static Msisdn international(String digits, String written) {
        PhoneNumber number = read(digits.startsWith("+") ? digits : "+" + digits, ANY_REGION);
        if (number == null) {
            throw InvalidNumberException.of(
                    written, "has no country code that is in use; right is one such as +573001234567.");
        }
        return checked(number, written);
    }

    private static Msisdn local(String digits, String region, String written) {
        Regions.countryCode(region);
        PhoneNumber number = read(digits, region);
        if (number == null || !isPossible(number)) {
            PhoneNumber foreign = read("+" + withoutContactosZero(digits), ANY_REGION);
            if (foreign != null && PHONE_NUMBERS.isValidNumber(foreign)) {
                return checked(foreign, written);
            }
        }
        if (number == null) {
            throw InvalidNumberException.of(written, "is no number of " + region + Hint.rightFor(region));
        }
        return checked(number, written);
    }

    /** Receipts tell a number of the +1 countries as it was sent ({@link NumberForm#CONTACTO}). */
    private static String withoutContactosZero(String digits) {
        return PLUS_ONE.matcher(digits).matches() ? digits.substring(1) : digits;
    }

    private static PhoneNumber read(String digits, String region) {
        try {
            PhoneNumber number = PHONE_NUMBERS.parse(digits, region);
            String mended = NationalHabits.mended(number.getCountryCode(), national(number));
            return mended == null
                    ? number
                    : PHONE_NUMBERS.parse(mended, PHONE_NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()));
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    private static Msisdn checked(PhoneNumber number, String written) {
        if (!isPossible(number)) {
            throw InvalidNumberException.of(written, Hint.whyImpossible(number, lengthCheck(number)));
        }
        String national = national(number);
        if (number.getCountryCode() == NationalHabits.ARGENTINA) {
            return NationalHabits.argentine(national, written);
        }
        String countryCode = Integer.toString(number.getCountryCode());
        return new Msisdn(
                countryCode + national,
                countryCode.length(),
                number.getCountryCode(),
                Regions.of(number),
                isLandline(number));
    }

    private static boolean isLandline(PhoneNumber number) {
        return PHONE_NUMBERS.getNumberType(number) == PhoneNumberType.FIXED_LINE
                && !NationalHabits.sharesRanges(number.getCountryCode());
    }

    /**
     * A length that fixed lines or mobiles of the country have. Ranges are not asked for: new ones are opened before
     * any library knows them. Only where the library took the trunk prefix for a digit of the number, the range
     * decides.
     */
    private static boolean isPossible(PhoneNumber number) {
        return lengthCheck(number) == ValidationResult.IS_POSSIBLE
                && (!national(number).startsWith("0") || PHONE_NUMBERS.isValidNumber(number));
    }

    private static ValidationResult lengthCheck(PhoneNumber number) {
        return PHONE_NUMBERS.isPossibleNumberForTypeWithReason(number, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    private static String national(PhoneNumber number) {
        return PHONE_NUMBERS.getNationalSignificantNumber(number);
    }
}
