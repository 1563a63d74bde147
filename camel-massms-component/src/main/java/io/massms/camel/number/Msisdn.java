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

/**
 * The number of a mobile subscriber, in one form however it was written.
 *
 * <p>Argentina: a number is held in its mobile form, with the 9 after +54, since a message can only go to a mobile
 * and people leave the 9 out. Mexico: without the 1 that mobiles had after +52 until 2019.
 */
public final class Msisdn {
    private final String digits;
    private final int nationalStart;
    private final int countryCode;
    private final String region;
    private final boolean landline;

    Msisdn(String digits, int nationalStart, int countryCode, String region, boolean landline) {
        this.digits = digits;
        this.nationalStart = nationalStart;
        this.countryCode = countryCode;
        this.region = region;
        this.landline = landline;
    }

    /**
     * Reads a number as people and spreadsheets write it: with or without country code, {@code 00}, trunk prefixes,
     * blanks, brackets and dashes, after {@code tel:} or {@code whatsapp:}.
     *
     * <p>Without {@code +} or {@code 00} it is a number of the region where its length is possible there; else one
     * that begins with a country code, where it is in use in that country. Whether an operator serves it is left to
     * the provider: only what can be no number is refused.
     *
     * @param text the number
     * @param region ISO 3166 code of the country whose numbers may come without country code, such as {@code CO};
     *     null when every number has its country code
     * @return the number
     * @throws InvalidNumberException when it is not a number, digits are missing or too many, or it has an extension
     *     or letters
     * @throws IllegalArgumentException when the region is no country with a telephone plan
     */
    public static Msisdn parse(String text, String region) {
        Msisdn mobile = text == null ? null : MobilePlan.read(text, region);
        return mobile != null ? mobile : NumberParser.parse(text, region);
    }

    /**
     * The number with plus sign and country code: {@code +573001234567}.
     *
     * @return with plus sign
     */
    public String e164() {
        return "+" + digits;
    }

    /**
     * The number with country code: {@code 573001234567}.
     *
     * @return digits only
     */
    public String digits() {
        return digits;
    }

    /**
     * The country code: 57, or 1 for all of North America and most of the Caribbean.
     *
     * @return 1 to 3 digits
     */
    public int countryCode() {
        return countryCode;
    }

    /**
     * ISO 3166 code of the country; null where several share the country code and the number does not tell which.
     *
     * @return two capital letters, or null
     */
    public String region() {
        return region;
    }

    /**
     * The number within its country, without trunk prefix; of Argentina without the mobile 9.
     *
     * @return digits only
     */
    public String national() {
        return digits.substring(nationalStart);
    }

    /**
     * Whether it is certainly a fixed line. False wherever fixed and mobile lines share ranges: in Argentina, Mexico
     * and the countries of +1.
     *
     * @return true only where its range is one of fixed lines alone
     */
    public boolean landline() {
        return landline;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Msisdn that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Masked, as logs may show it: {@code +57300****567}. */
    @Override
    public String toString() {
        return mask(e164());
    }

    /**
     * Hides the middle of anything that is or was meant as a number, so that it can stand in a log: {@code
     * +57300****567}. Separators go; of a number under eleven digits less is shown. Null stays null.
     *
     * @param anyNumber a number in any spelling, or null
     * @return the masked number
     */
    public static String mask(String anyNumber) {
        return NumberMask.of(anyNumber);
    }
}
