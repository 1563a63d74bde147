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

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Says what is wrong with a number and what a right one looks like. */
final class Hint {
    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();

    private Hint() {}

    static String whyImpossible(PhoneNumber number, ValidationResult length) {
        String region = Regions.main(number.getCountryCode());
        String owner = region == null ? "country code " + number.getCountryCode() : region;
        return switch (length) {
                    case TOO_SHORT -> "is too short for " + owner;
                    case TOO_LONG -> "is too long for " + owner;
                    case IS_POSSIBLE -> "has a digit too few or too many after the first 0";
                    case IS_POSSIBLE_LOCAL_ONLY -> "lacks the area code";
                    default -> "has a length that no mobile or fixed line of " + owner + " has";
                }
                + rightFor(region);
    }

    static String rightFor(String region) {
        PhoneNumber example =
                region == null ? null : PHONE_NUMBERS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
        return example == null
                ? "; right is one such as +573001234567."
                : "; right is one such as " + PHONE_NUMBERS.format(example, PhoneNumberFormat.E164) + ".";
    }
}
