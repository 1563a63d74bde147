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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.massms.camel.model.SmsError;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {
    @Test
    void hasEveryPartOfTheNumber() {
        Msisdn number = Msisdn.parse("300 123 4567", "CO");

        assertThat(number.e164()).isEqualTo("+573001234567");
        assertThat(number.digits()).isEqualTo("573001234567");
        assertThat(number.countryCode()).isEqualTo(57);
        assertThat(number.region()).isEqualTo("CO");
        assertThat(number.national()).isEqualTo("3001234567");
        assertThat(number).hasToString("+57300****567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,73E+11", "5.73E+11", "5.73001E+11", "5.7300123456E+11", "6E+11", "5.73E11"})
    void saysThatASpreadsheetCutTheNumber(String written) {
        assertInvalid(
                written, "CO", "was cut by a spreadsheet and its last digits are lost; format the column as text");
    }

    @ParameterizedTest
    @CsvSource({
        "5.73001234567E+11, 573001234567",
        "'5,73001234567E+11', 573001234567",
        "5.73001234567E11, 573001234567",
        "5.73001234567e+11, 573001234567",
        "5.730012345670E+11, 573001234567",
        "5.7300123456E11, 573001234560",
        "3.00123456E9, 573001234560",
        "573001234567.0, 573001234567",
        "'573001234567,00', 573001234567",
        "'573,001,234,567', 573001234567",
        "573.001.234.567, 573001234567"
    })
    void readsWhatASpreadsheetWroteWithoutLoss(String written, String digits) {
        assertThat(Msisdn.parse(written, "CO").digits()).isEqualTo(digits);
    }

    @Test
    void refusesAFractionOfANumber() {
        assertInvalid("5.730012345675E+11", "CO", "is a fraction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202A+57 300 123 4567\u202C",
                "\u200E+573001234567",
                "\uFEFF3001234567",
                "300\u00A0123\u202F4567",
                "＋５７３００１２３４５６７",
                "٣٠٠١٢٣٤٥٦٧",
                " \t3001234567\r\n",
                "'573001234567",
                "\"573001234567\"",
                "TEL:+57-300-123-4567",
                "WhatsApp:+573001234567",
                "300\u2011123\u20134567"
            })
    void overlooksWhatComesWithCopying(String written) {
        assertThat(Msisdn.parse(written, "CO").e164()).isEqualTo("+573001234567");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "\u200E", "tel:"})
    void saysThatThereIsNoNumber(String written) {
        assertInvalid(written, "CO", "There is no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11 4444-5555 int. 12",
                "11 4444-5555 interno 12",
                "11 4444-5555 x12",
                "+541144445555 ext. 12",
                "+541144445555 extensión 3",
                "11 4444 5555 anexo: 3",
                "11 4444 5555 #3",
                "tel:+541144445555;ext=12"
            })
    void refusesAnExtension(String written) {
        assertInvalid(written, "AR", "has an extension, which no message can reach; leave the extension out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-800-FLOWERS", "Juan 3001234567", "300 123 4567 (casa)", "O573001234567"})
    void refusesLetters(String written) {
        assertInvalid(written, "CO", "has letters; right are digits");
    }

    @ParameterizedTest
    @CsvSource({
        "*3001234567, *",
        "300+1234567, +",
        "300_1234567, _",
        "'3001234567,3109876543', ','",
        "3001234567;310, ;"
    })
    void refusesOtherSigns(String written, String sign) {
        assertInvalid(written, "CO", "has the sign '" + sign + "'; right are digits");
    }

    @ParameterizedTest
    @CsvSource({
        "12, CO, is too short for CO; right is one such as +57",
        "300123456, CO, has a length that no mobile or fixed line of CO has",
        "30012345678, CO, is too long for CO",
        "+5730012345678, CO, is too long for CO",
        "1234567, CO, lacks the area code",
        "3001234567/3109876543, CO, has 20 digits",
        "4444-5555, AR, lacks the area code",
        "011 15 444-555, AR, has a digit too few or too many after the first 0",
        "15 4444-5555, AR, lacks the area code before 15; right is one such as 11 15 4444-5555",
        "+54 9 15 4444 5555, AR, lacks the area code before 15",
        "1144445555/6, AR, has 11 digits; a number of Argentina has 10",
        "0414-123456, VE, has a digit too few or too many after the first 0",
        "987654, PE, right is one such as +519",
        "555-1234, US, lacks the area code",
        "+999123456789, CO, has no country code that is in use",
        "+800 1234 5678, CO, no mobile or fixed line of country code 800 has; right is one such as +57",
        "+, CO, has no country code that is in use",
        "300 123 4567, , is too"
    })
    void saysWhyANumberIsImpossible(String written, String region, String why) {
        assertInvalid(written, region, why);
    }

    @Test
    void leavesRangesThatNobodyKnowsToTheProvider() {
        assertThat(Msisdn.parse("573802338546", "CO").e164()).isEqualTo("+573802338546");
        assertThat(Msisdn.parse("+57 399 999 9999", "CO").national()).isEqualTo("3999999999");
        assertThat(Msisdn.parse("+502 9999 9999", "GT").landline()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "601 234 5678, CO, true",
        "+57 604 444 1234, CO, true",
        "300 123 4567, CO, false",
        "01 444 1234, PE, true",
        "2400 1234, UY, true",
        "2212 3456, GT, true",
        "0212-1234567, VE, true",
        "02 212 3456, EC, true",
        "212-3456, PA, true",
        "11 4444-5555, AR, false",
        "011 4444-5555, AR, false",
        "55 1234 5678, MX, false",
        "201 312 5115, MX, false",
        "809 555 1234, DO, false",
        "201 555 0123, US, false"
    })
    void callsAFixedLineOnlyWhatIsOneForCertain(String written, String region, boolean landline) {
        assertThat(Msisdn.parse(written, region).landline()).isEqualTo(landline);
    }

    @Test
    void argentineSpellingsAreOneNumber() {
        assertThat(Stream.of(
                                "+54 9 11 4444-5555",
                                "011 15 4444-5555",
                                "11 15 4444 5555",
                                "1144445555",
                                "5491144445555",
                                "541144445555")
                        .map(written -> Msisdn.parse(written, "AR"))
                        .distinct())
                .singleElement()
                .satisfies(number -> {
                    assertThat(number.national()).isEqualTo("1144445555");
                    assertThat(number.digits()).isEqualTo("5491144445555");
                });
    }

    @Test
    void anArgentineNumberWithoutAreaCodeOfAPlaceGetsNoMobileMark() {
        Msisdn tollFree = Msisdn.parse("0800 555 1234", "AR");

        assertThat(tollFree.digits()).isEqualTo("548005551234");
        assertThat(tollFree.national()).isEqualTo("8005551234");
    }

    @Test
    void aNumberOfTheRegionGoesBeforeOneFromAbroad() {
        assertThat(Msisdn.parse("3461234567", "CO").digits()).isEqualTo("573461234567");
        assertThat(Msisdn.parse("34612345678", "CO").digits()).isEqualTo("34612345678");
    }

    @Test
    void hasNoRegionWhereSeveralShareTheCountryCodeAndTheRangeIsUnknown() {
        assertThat(Msisdn.parse("+1 201 012 3456", "US").region()).isNull();
        assertThat(Msisdn.parse("+1 201 555 0123", "DO").region()).isEqualTo("US");
        assertThat(Msisdn.parse("+870 301 234 567", "CO").region()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "co", "Colombia", ""})
    void refusesARegionThatIsNone(String region) {
        assertThatThrownBy(() -> Msisdn.parse("300 123 4567", region))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + region + "'")
                .hasMessageContaining("such as CO or AR");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, null",
                "'', ''",
                "12, **",
                "12345, ***45",
                "3461234, 34***34",
                "3001234567, 30******67",
                "573001234567, 57300****567",
                "+57 300-123 4567, +57300****567",
                "(011) 15-4444-5555, 01115*****555",
                "+5491144445555, +54911*****555",
                "call 3001234567 or 3109876543, call3****543"
            })
    void masksTheMiddle(String number, String masked) {
        assertThat(Msisdn.mask(number)).isEqualTo(masked);
    }

    @Test
    void noMessageShowsTheWholeNumber() {
        assertThatExceptionOfType(InvalidNumberException.class)
                .isThrownBy(() -> Msisdn.parse("+57 300 123 4567 8", "CO"))
                .withMessageStartingWith("The number +57300*****678 ")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void anyTextIsANumberThatStaysTheSameOrIsRefused() {
        String signs = "0123456789012345678901234567890123456789+-() ./,eExt:;=#'\u200E\u00A0５ñ😀";
        String[] regions = {"AR", "CO", "MX", "PE", "UY", "GT", "VE", "EC", "PA", "DO", "US", null};
        Random random = new Random(164);
        int numbers = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(16); length >= 0; length--) {
                text.append(signs.charAt(random.nextInt(i % 2 == 0 ? 42 : signs.length())));
            }
            numbers += isStable(text.toString(), regions[random.nextInt(regions.length)]) ? 1 : 0;
        }
        assertThat(numbers).isGreaterThan(300);
    }

    private static boolean isStable(String text, String region) {
        try {
            Msisdn number = Msisdn.parse(text, region);
            assertThat(Msisdn.parse(number.e164(), region)).as(text).isEqualTo(number);
            assertThat(Msisdn.parse(number.digits(), null)).as(text).isEqualTo(number);
            assertThat(number.toString()).doesNotContain(number.digits());
            return true;
        } catch (InvalidNumberException refused) {
            assertThat(refused)
                    .hasMessageMatching("(?s)(The number .*[;:]|The number .* leave the|There is no number;) .*\\.");
            return false;
        }
    }

    private static void assertInvalid(String written, String region, String why) {
        InvalidNumberException e =
                catchThrowableOfType(InvalidNumberException.class, () -> Msisdn.parse(written, region));
        assertThat(e).as(written).isNotNull().hasMessageContaining(why);
        assertThat(e.error()).isEqualTo(SmsError.INVALID_NUMBER);
    }
}
