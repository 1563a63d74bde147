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
package io.massms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTraitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "573009990006",
                "1199900006",
                "541199900006",
                "5491199900006",
                "+5491199900006",
                "+54 9 11 99900006"
            })
    void aMagicNumberIsOneInEachFormThatProvidersWrite(String number) {
        assertThat(RecipientTrait.ofMagicNumber(number)).contains(RecipientTrait.NO_BALANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+573009990006", "3009990006", "91199900006", "5491199900098", "549119990000", "x1199900006"})
    void anotherNumberIsNone(String number) {
        assertThat(RecipientTrait.ofMagicNumber(number)).isEmpty();
    }

    @Test
    void aProviderWithoutATextForATraitSaysNothing() {
        assertThat(RecipientTrait.OPTED_OUT.answer("itcloud")).isEqualTo("-8");
        assertThat(RecipientTrait.OPTED_OUT.answer("natalia")).isEmpty();
        assertThat(RecipientTrait.OPTED_OUT.answer("nobody")).isEmpty();
    }
}
