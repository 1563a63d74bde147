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
package io.massms.camel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderRuleTest {
    /** markettext manual, section on the senderid. */
    private static final SenderRule STRICT = new SenderRule(3, 11, false, false, true);
    /** linktosms manual, error 106. */
    private static final SenderRule LENGTH_ONLY = new SenderRule(1, 11, true, true, false);

    @ParameterizedTest
    @ValueSource(strings = {"abc", "MiTienda", "ABCDEFGHIJK", "3001234567", "a0b"})
    void takesAPlainSender(String sender) {
        assertThat(STRICT.violation(sender)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ab, has 2 characters",
                "ABCDEFGHIJKL, has 12 characters",
                "Mi Tienda, contains SPACE (U+0020) at position 3",
                "0800, begins with 0",
                "Peña, contains 'ñ' (U+00F1) at position 3",
                "A&B, contains '&' (U+0026) at position 2",
                "ΩMEGA, contains 'Ω' (U+03A9) at position 1",
                "a😀b, contains '😀' (U+1F600) at position 2"
            })
    void saysWhatIsWrongAndWhatWouldBeRight(String sender, String wrong) {
        assertThat(STRICT.violation(sender))
                .contains("The sender id '" + sender + "' " + wrong
                        + "; right is 3 to 11 letters A-Z, a-z and digits, no spaces, the first not 0.");
    }

    @Test
    void canLookAtTheLengthOnly() {
        assertThat(LENGTH_ONLY.violation("0 Peña & Co")).isEmpty();
        assertThat(LENGTH_ONLY.violation("0 Peña & Co."))
                .contains("The sender id '0 Peña & Co.' has 12 characters; right is at most 11 characters.");
    }

    @Test
    void refusesLengthsThatNoSenderCanHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderRule(5, 4, true, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderRule(-1, 4, true, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderRule(0, 0, true, true, true));
    }
}
