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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases at the boundaries follow those that Twilio's message-segment-calculator publishes. */
class SmsTextTest {
    private static final String WINK = "\uD83D\uDE1C";
    private static final String FLAG = "\uD83C\uDDEE\uD83C\uDDF9";
    private static final String RAINBOW_FLAG = "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08";

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void aGsm7TextHas160SeptetsInOnePartOr153InEachOfSeveral(int length, int segments) {
        assertMeasures("x".repeat(length), SmsEncoding.GSM7, length, segments);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
    void aUcs2TextHas70UnitsInOnePartOr67InEachOfSeveral(int length, int segments) {
        assertMeasures("á".repeat(length), SmsEncoding.UCS2, length, segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "^", "€", "{", "}", "[", "]", "~", "\\", "\f"})
    void anExtensionCharacterCountsDouble(String extension) {
        assertMeasures(extension + "x".repeat(158), SmsEncoding.GSM7, 160, 1);
        assertMeasures(extension + "x".repeat(159), SmsEncoding.GSM7, 161, 2);
    }

    @Test
    void anExtensionCharacterIsNotDividedFromItsEscape() {
        String atTheEdge = "x".repeat(152) + "€" + "x".repeat(152);

        assertMeasures(atTheEdge, SmsEncoding.GSM7, 306, 3);
        assertMeasures("x".repeat(151) + "€" + "x".repeat(153), SmsEncoding.GSM7, 306, 2);
    }

    @Test
    void onlyEurosTake76InEachPart() {
        assertMeasures("€".repeat(80), SmsEncoding.GSM7, 160, 1);
        assertMeasures("€".repeat(152), SmsEncoding.GSM7, 304, 2);
        assertMeasures("€".repeat(153), SmsEncoding.GSM7, 306, 3);
    }

    @Test
    void anEmojiTakesTwoUnits() {
        assertMeasures(WINK + "x".repeat(68), SmsEncoding.UCS2, 70, 1);
        assertMeasures(WINK + "x".repeat(69), SmsEncoding.UCS2, 71, 2);
        assertMeasures(WINK + "x".repeat(133), SmsEncoding.UCS2, 135, 3);
    }

    @Test
    void aFlagTakesFourUnitsAndARainbowFlagSix() {
        assertMeasures(FLAG + "x".repeat(66), SmsEncoding.UCS2, 70, 1);
        assertMeasures(FLAG + "x".repeat(67), SmsEncoding.UCS2, 71, 2);
        assertMeasures(RAINBOW_FLAG + "x".repeat(64), SmsEncoding.UCS2, 70, 1);
        assertMeasures(RAINBOW_FLAG + "x".repeat(65), SmsEncoding.UCS2, 71, 2);
    }

    @Test
    void aSurrogatePairIsNotDividedBetweenParts() {
        assertMeasures("x".repeat(66) + WINK + "á".repeat(66), SmsEncoding.UCS2, 134, 3);
        assertMeasures("x".repeat(65) + WINK + "á".repeat(67), SmsEncoding.UCS2, 134, 2);
    }

    @Test
    void extensionCharactersCountOnceInUcs2() {
        assertMeasures(WINK + "]".repeat(68), SmsEncoding.UCS2, 70, 1);
        assertMeasures(WINK + "]".repeat(69), SmsEncoding.UCS2, 71, 2);
        assertMeasures("|".repeat(69) + "∞", SmsEncoding.UCS2, 70, 1);
    }

    @Test
    void lineBreaksAreOneCharacterEachAndStayGsm7() {
        assertMeasures("\rabcde\r\n123", SmsEncoding.GSM7, 11, 1);
        assertMeasures("\nabcde\n\n123\n", SmsEncoding.GSM7, 12, 1);
    }

    @Test
    void stackedAccentsCountEach() {
        String stacked = "e\u0301\u0301\u0301";

        assertMeasures(stacked + "a".repeat(66), SmsEncoding.UCS2, 70, 1);
        assertMeasures(stacked + "a".repeat(67), SmsEncoding.UCS2, 71, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Á", "Ú", "ú", "ç", "í", "Í", "ó", "Ó", "’", "\t"})
    void whatLooksPlainCanForceUcs2(String character) {
        assertMeasures(character.repeat(70), SmsEncoding.UCS2, 70, 1);
        assertMeasures(character.repeat(71), SmsEncoding.UCS2, 71, 2);
    }

    @Test
    void namesTheCharactersThatForceUcs2OnceEach() {
        SmsText text = SmsText.of("El ñandú y la canción de " + WINK + " y " + RAINBOW_FLAG + " con ú");

        assertThat(text.forcingUcs2())
                .extracting(UnsupportedCharacter::toString)
                .containsExactly(
                        "'ú' (U+00FA) at position 8",
                        "'ó' (U+00F3) at position 20",
                        "'" + WINK + "' (U+1F61C) at position 26",
                        "'" + RAINBOW_FLAG + "' (U+1F3F3) at position 31");
        assertThat(SmsText.of("¿Qué? ñ €").forcingUcs2()).isEmpty();
    }

    @Test
    void anInvisibleCharacterIsNamedByItsUnicodeName() {
        assertThat(SmsText.of("a\u200Bb").forcingUcs2())
                .extracting(UnsupportedCharacter::toString)
                .containsExactly("ZERO WIDTH SPACE (U+200B) at position 2");
    }

    @Test
    void itsDescriptionDoesNotShowTheText() {
        assertThat(SmsText.of("secret")).hasToString("SmsText[GSM7, units=6, segments=1]");
    }

    @Test
    void textsAreEqualByTheirCharacters() {
        assertThat(SmsText.of("hola")).isEqualTo(SmsText.of("hola")).hasSameHashCodeAs(SmsText.of("hola"));
        assertThat(SmsText.of("hola")).isNotEqualTo(SmsText.of("chao"));
    }

    private static void assertMeasures(String text, SmsEncoding encoding, int units, int segments) {
        SmsText measured = SmsText.of(text);
        assertThat(measured.text()).isEqualTo(text);
        assertThat(measured.encoding()).isEqualTo(encoding);
        assertThat(measured.units()).isEqualTo(units);
        assertThat(measured.segments()).isEqualTo(segments);
    }
}
