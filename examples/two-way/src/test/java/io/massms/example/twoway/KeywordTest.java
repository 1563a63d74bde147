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
package io.massms.example.twoway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SI|SI",
                "¡Sí, allí estaré!|SI",
                "  no. gracias|NO",
                "Ayuda|AYUDA",
                "siempre|OTHER",
                "No sé|NO",
                "tal vez no|OTHER",
                "''|OTHER",
                "123|OTHER"
            })
    void theFirstWordDecidesWhateverItsCaseAccentsAndPunctuation(String reply, String keyword) {
        assertThat(new Keyword().of(reply)).isEqualTo(keyword);
    }
}
