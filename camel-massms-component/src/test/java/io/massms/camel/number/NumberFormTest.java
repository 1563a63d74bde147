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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.massms.camel.model.SmsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"CO", "VE", "PE"})
    void whatIsWrittenForContactoIsReadAgain(String region) {
        Msisdn number = Msisdn.parse("+18095551234", region);

        assertThat(Msisdn.parse(NumberForm.CONTACTO.format(number, region), region))
                .isEqualTo(number);
    }

    @Test
    void aMexicanTrunkCallIsNotTakenForANumberOfAnotherCountry() {
        assertThat(Msisdn.parse("015512345678", "MX").e164()).isEqualTo("+525512345678");
    }

    @ParameterizedTest
    @CsvSource({
        "AR, 011 15 4444-5555, 1144445555",
        "MX, +52 1 55 1234 5678, 5512345678",
        "PE, +51 987 654 321, 987654321",
        "UY, 099 123 456, 99123456",
        "GT, +502 5123-4567, 51234567"
    })
    void nationalIsTheNumberWithinTheAccountsCountry(String country, String written, String national) {
        assertThat(NumberForm.NATIONAL.format(Msisdn.parse(written, country), country))
                .isEqualTo(national);
    }

    @Test
    void nationalRefusesANumberOfAnotherCountry() {
        assertThatExceptionOfType(InvalidNumberException.class)
                .isThrownBy(() -> NumberForm.NATIONAL.format(Msisdn.parse("+573001234567", "AR"), "AR"))
                .withMessage(
                        "The number +57300****567 is one of CO, but this account sends to numbers of AR only; send it"
                                + " through an account of its country or another provider.")
                .satisfies(e -> assertThat(e.error()).isEqualTo(SmsError.INVALID_NUMBER));
    }

    @Test
    void nationalTellsCountriesOfOneCountryCodeApart() {
        Msisdn dominican = Msisdn.parse("+18095551234", "DO");
        Msisdn unknown = Msisdn.parse("+1 201 012 3456", "US");

        assertThat(NumberForm.NATIONAL.format(dominican, "DO")).isEqualTo("8095551234");
        assertThat(NumberForm.NATIONAL.format(unknown, "US")).isEqualTo("2010123456");
        assertThatExceptionOfType(InvalidNumberException.class)
                .isThrownBy(() -> NumberForm.NATIONAL.format(dominican, "US"));
        assertThatExceptionOfType(InvalidNumberException.class)
                .isThrownBy(() -> NumberForm.NATIONAL.format(unknown, "AR"))
                .withMessageContaining("is one of country code 1");
    }

    @Test
    void nationalRefusesAFixedLineOfAnotherLength() {
        assertThatExceptionOfType(InvalidNumberException.class)
                .isThrownBy(() -> NumberForm.NATIONAL.format(Msisdn.parse("01 444 1234", "PE"), "PE"))
                .withMessageContaining("has 8 digits after the country code and is a fixed line; a mobile of PE has 9")
                .satisfies(e -> assertThat(e.error()).isEqualTo(SmsError.LANDLINE));
    }

    @Test
    void nationalRefusesACountryThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberForm.NATIONAL.format(Msisdn.parse("+1 201 012 3456", "US"), "XX"))
                .withMessageContaining("'XX'");
    }

    @Test
    void contactoWritesTheCountriesOfCountryCode1With01() {
        assertThat(NumberForm.CONTACTO.format(Msisdn.parse("809-555-1234", "DO"), "CO"))
                .isEqualTo("018095551234");
        assertThat(NumberForm.CONTACTO.format(Msisdn.parse("3001234567", "CO"), "CO"))
                .isEqualTo("573001234567");
    }

    @Test
    void internationalIsTheSameForEveryAccount() {
        Msisdn number = Msisdn.parse("0991234567", "EC");

        assertThat(NumberForm.INTERNATIONAL.format(number, "CO")).isEqualTo("593991234567");
        assertThat(NumberForm.INTERNATIONAL.format(number, null)).isEqualTo("593991234567");
    }
}
