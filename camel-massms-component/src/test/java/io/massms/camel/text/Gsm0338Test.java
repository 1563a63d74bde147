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

import io.massms.camel.model.SmsEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class Gsm0338Test {
    private static final String TABLE = "/io/massms/camel/text/gsm-03-38.csv";
    private static final String ESCAPE = "001B";

    @ParameterizedTest(name = "{0} {3}")
    @CsvFileSource(resources = TABLE, useHeadersInDisplayName = false, numLinesToSkip = 2)
    void everyCharacterOfTheStandardTakesItsSeptets(String code, String unicode, int septets, String name) {
        char c = (char) Integer.parseInt(unicode, 16);
        SmsText text = SmsText.of("a" + c);

        assertThat(Gsm0338.septets(c)).as(name).isEqualTo(septets);
        assertThat(Alphabet.GSM7.contains(c)).isEqualTo(septets > 0);
        assertThat(text.encoding()).isEqualTo(septets > 0 ? SmsEncoding.GSM7 : SmsEncoding.UCS2);
        assertThat(text.units()).isEqualTo(septets > 0 ? 1 + septets : 2);
    }

    @ParameterizedTest(name = "{0} {3}")
    @CsvFileSource(resources = TABLE, numLinesToSkip = 2)
    void everyCharacterStandsAtItsCode(String code, String unicode, int septets, String name) {
        if (code.length() == 2) {
            assertThat(Gsm0338.DEFAULT_ALPHABET.charAt(Integer.parseInt(code, 16)))
                    .isEqualTo((char) Integer.parseInt(unicode, 16));
        } else {
            assertThat(Gsm0338.EXTENSION_TABLE).contains(Character.toString(Integer.parseInt(unicode, 16)));
        }
    }

    @Test
    void noOtherCharacterIsInTheAlphabet() throws IOException {
        Map<Integer, Integer> septets = septetsByCharacter();

        assertThat(septets).hasSize(127 + 10);
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(Gsm0338.septets((char) c)).as("U+%04X", c).isEqualTo(septets.getOrDefault(c, 0));
            assertThat(Alphabet.GSM7.contains(c)).as("U+%04X", c).isEqualTo(septets.containsKey(c));
        }
        assertThat(Alphabet.GSM7.contains(0x1F600)).isFalse();
    }

    private static Map<Integer, Integer> septetsByCharacter() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Gsm0338Test.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(2)
                    .map(line -> line.split(","))
                    .filter(cells -> !cells[1].equals(ESCAPE))
                    .collect(Collectors.toMap(
                            cells -> Integer.parseInt(cells[1], 16), cells -> Integer.parseInt(cells[2])));
        }
    }
}
