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

import io.massms.camel.model.SmsError;
import java.util.Map;

/** How a provider wants a number written. */
public enum NumberForm {
    /** International digits without plus sign: {@code 573001234567}. */
    INTERNATIONAL {
        @Override
        public String format(Msisdn number, String accountCountry) {
            return number.digits();
        }
    },

    /**
     * The number within the account's country, without country code and trunk prefix: 10 digits in Argentina and
     * Mexico, 9 in Peru, 8 in Uruguay and Guatemala (SMS Masivos manual, parameter TOS).
     */
    NATIONAL {
        @Override
        public String format(Msisdn number, String accountCountry) {
            requireCountry(number, accountCountry);
            requireLength(number, accountCountry);
            return number.national();
        }
    },

    /**
     * International digits; numbers of the +1 countries as {@code 01} and ten digits (observed at
     * contacto-masivo.com).
     */
    CONTACTO {
        @Override
        public String format(Msisdn number, String accountCountry) {
            return number.countryCode() == 1 ? "0" + number.digits() : number.digits();
        }
    };

    private static final Map<String, Integer> NATIONAL_LENGTH = Map.of("AR", 10, "MX", 10, "PE", 9, "UY", 8, "GT", 8);

    /**
     * Writes a number in this form.
     *
     * @param number the number
     * @param accountCountry ISO 3166 code of the account's country, such as {@code AR}; only {@link #NATIONAL} needs it
     * @return the number as the provider wants it
     * @throws InvalidNumberException when this form has no place for the number: for {@link #NATIONAL} a number of
     *     another country, a fixed line of another length
     */
    public abstract String format(Msisdn number, String accountCountry);

    private static void requireCountry(Msisdn number, String accountCountry) {
        boolean sameRegion = number.region() == null || number.region().equals(accountCountry);
        if (!sameRegion || number.countryCode() != Regions.countryCode(accountCountry)) {
            throw InvalidNumberException.of(
                    SmsError.INVALID_NUMBER,
                    number.e164(),
                    "is one of " + (number.region() == null ? "country code " + number.countryCode() : number.region())
                            + ", but this account sends to numbers of " + accountCountry
                            + " only; send it through an account of"
                            + " its country or another provider.");
        }
    }

    private static void requireLength(Msisdn number, String accountCountry) {
        Integer length = NATIONAL_LENGTH.get(accountCountry);
        if (length != null && number.national().length() != length) {
            throw InvalidNumberException.of(
                    number.landline() ? SmsError.LANDLINE : SmsError.INVALID_NUMBER,
                    number.e164(),
                    "has " + number.national().length() + " digits after the country code"
                            + (number.landline() ? " and is a fixed line" : "") + "; a mobile of " + accountCountry
                            + " has " + length
                            + ".");
        }
    }
}
