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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How people of eleven countries write their numbers, and what each provider wants. */
class NumberSpellingsTest {
    private static final String SPELLINGS = "/io/massms/camel/number/spellings.csv";

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = SPELLINGS, numLinesToSkip = 1, delimiter = ';')
    void becomesTheFormOfEachProvider(
            String region, String spelling, String masms, String smsMasivos, String itCloud, String country) {
        Msisdn number = Msisdn.parse(spelling, region);

        assertThat(NumberForm.INTERNATIONAL.format(number, region)).isEqualTo(masms);
        assertThat(NumberForm.CONTACTO.format(number, region)).isEqualTo(itCloud);
        assertThat(number.e164()).isEqualTo("+" + masms);
        assertThat(number.region()).isEqualTo(country);
        assertThat(number.landline()).isFalse();
        if (smsMasivos != null) {
            assertThat(NumberForm.NATIONAL.format(number, country)).isEqualTo(smsMasivos);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = SPELLINGS, numLinesToSkip = 1, delimiter = ';')
    void everyFormReadsAsTheSameNumber(
            String region, String spelling, String masms, String smsMasivos, String itCloud, String country) {
        Msisdn number = Msisdn.parse(spelling, region);

        assertThat(Msisdn.parse(number.e164(), region)).isEqualTo(number).hasSameHashCodeAs(number);
        assertThat(Msisdn.parse(number.e164(), null)).isEqualTo(number);
        assertThat(Msisdn.parse(number.digits(), null)).isEqualTo(number);
        assertThat(Msisdn.parse(number.digits(), country)).isEqualTo(number);
        assertThat(Msisdn.parse(number.national(), country)).isEqualTo(number);
    }
}
