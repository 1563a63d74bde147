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
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Set;

/** Countries and their country codes. */
final class Regions {
    private static final PhoneNumberUtil PHONE_NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<String> SUPPORTED = PHONE_NUMBERS.getSupportedRegions();

    private Regions() {}

    /** @throws IllegalArgumentException when it is no country with a telephone plan */
    static int countryCode(String region) {
        int countryCode = SUPPORTED.contains(region) ? PHONE_NUMBERS.getCountryCodeForRegion(region) : 0;
        if (countryCode == 0) {
            throw new IllegalArgumentException("The country '" + region
                    + "' has no telephone plan; right is a code of ISO 3166 in capital letters, such as CO or AR.");
        }
        return countryCode;
    }

    /** The country of a number; null where several share its country code and its range tells none, or it has no country. */
    static String of(PhoneNumber number) {
        List<String> regions = PHONE_NUMBERS.getRegionCodesForCountryCode(number.getCountryCode());
        String region = regions.size() == 1 ? regions.get(0) : PHONE_NUMBERS.getRegionCodeForNumber(number);
        return SUPPORTED.contains(region) ? region : null;
    }

    /** The country that a country code mainly belongs to; null for one of a satellite network or another without country. */
    static String main(int countryCode) {
        String region = PHONE_NUMBERS.getRegionCodeForCountryCode(countryCode);
        return SUPPORTED.contains(region) ? region : null;
    }
}
