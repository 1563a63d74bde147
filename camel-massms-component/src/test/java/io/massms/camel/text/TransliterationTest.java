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

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransliterationTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ñ, ñ, n",
                "Ñ, Ñ, N",
                "á, a, a",
                "Á, A, A",
                "é, é, e",
                "í, i, i",
                "ó, o, o",
                "ú, u, u",
                "ü, ü, u",
                "ç, c, c",
                "Ç, Ç, C",
                "ã, a, a",
                "õ, o, o",
                "â, a, a",
                "ê, e, e",
                "ô, o, o",
                "à, à, a",
                "¿Qué?, ¿Qué?, Que?",
                "¡Ya!, ¡Ya!, Ya!",
                "«sí», \"si\", si",
                "D’Angelo, D'Angelo, DAngelo",
                "“hola”, \"hola\", hola",
                "…, ..., ...",
                "a–b—c, a-b-c, a-b-c",
                "10 €, 10 €, 10 EUR",
                "1º 2ª, 1o 2a, 1o 2a",
                "N° 5, No 5, No 5",
                "ß æ Ø, ß æ Ø, ss ae O",
                "Łódź đ œ ı ħ, Lodz d oe i h, Lodz d oe i h",
                "Nguyễn Trãi, Nguyen Trai, Nguyen Trai",
                "Şahin Čapek Őry, Sahin Capek Ory, Sahin Capek Ory",
                "[a] {b}, [a] {b}, (a) (b)",
                "m² ½ ﬁn № ™, m2 1/2 fin No TM, m2 1/2 fin No TM",
                "ＡＢＣ１, ABC1, ABC1",
                "₡500, CRC500, CRC500",
                "£5, £5, GBP5"
            })
    void replacesWhatAnAlphabetCannotCarry(String text, String gsm7, String smsMasivos) {
        assertThat(transliterated(text, Alphabet.GSM7)).isEqualTo(gsm7);
        assertThat(transliterated(text, Alphabets.SMS_MASIVOS)).isEqualTo(smsMasivos);
    }

    @Test
    void makesPlainSpacesOfNoBreakSpacesAndLineBreaks() {
        assertThat(transliterated("a\u00A0b\u202Fc\u2003d\te", Alphabet.GSM7)).isEqualTo("a b c d e");
        assertThat(transliterated("a\nb\r\nc\u2028d", Alphabet.GSM7)).isEqualTo("a\nb\nc\nd");
        assertThat(transliterated("a\nb\r\nc\u2028d", Alphabets.SMS_MASIVOS)).isEqualTo("a b c d");
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(transliterated("\uFEFFa\u200Bb\u200Ec\u00ADd\u0007e", Alphabet.GSM7))
                .isEqualTo("abcde");
    }

    @Test
    void understandsAccentsTypedAsCombiningCharacters() {
        assertThat(transliterated("n\u0303 e\u0301 a\u0301 c\u0327", Alphabet.GSM7))
                .isEqualTo("ñ é a c");
        assertThat(transliterated("n\u0303 e\u0301", Alphabets.SMS_MASIVOS)).isEqualTo("n e");
    }

    @Test
    void namesAnEmojiWithItsJoinersAsOneCharacter() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String thumb = "\uD83D\uDC4D\uD83C\uDFFD";

        assertThat(lost("Hola " + family + " y " + thumb + " y " + family, Alphabet.GSM7))
                .containsExactly(
                        "'" + family + "' (U+1F468) at position 6", "'" + thumb + "' (U+1F44D) at position 17");
    }

    @Test
    void namesLettersOfOtherScriptsAndHalvesOfSurrogatePairs() {
        assertThat(lost("да", Alphabet.GSM7))
                .containsExactly("'д' (U+0434) at position 1", "'а' (U+0430) at position 2");
        assertThat(lost("a\uD83D", Alphabet.UNICODE)).containsExactly("HIGH SURROGATES D83D (U+D83D) at position 2");
    }

    @Test
    void doesNotReplaceSignsThatALinkNeeds() {
        assertThat(lost("http://x.co/a_b?c&d#e~f", Alphabets.SMS_MASIVOS))
                .containsExactly(
                        "'_' (U+005F) at position 14",
                        "'&' (U+0026) at position 18",
                        "'#' (U+0023) at position 20",
                        "'~' (U+007E) at position 22");
    }

    @Test
    void everyLatinLetterWithADiacriticHasASubstitute() {
        assertThat(lost(range(0x00C0, 0x0180), Alphabets.SMS_MASIVOS)).isEmpty();
        assertThat(lost(range(0x01CD, 0x01DD), Alphabets.SMS_MASIVOS)).isEmpty();
        assertThat(lost(range(0x1E00, 0x1E9C), Alphabets.SMS_MASIVOS)).isEmpty();
        assertThat(lost(range(0x1EA0, 0x1EFA), Alphabets.SMS_MASIVOS)).isEmpty();
    }

    @Test
    void anyTextEndsWhollyInTheAlphabet() {
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomTexts.anything(random, 40);
            for (Alphabet alphabet : List.of(Alphabet.GSM7, Alphabets.SMS_MASIVOS)) {
                String transliterated = Transliteration.of(text, alphabet).text();
                assertThat(alphabet.containsAll(transliterated)).as(text).isTrue();
                assertThat(transliterated(transliterated, alphabet)).isEqualTo(transliterated);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijklmnopqrstuvwxyz0123456789+-./ ", "abc", " ", "-"})
    void everyCodePointEndsInTheAlphabetOrIsNamed(String characters) {
        Alphabet alphabet = Alphabet.of(characters);
        for (int codePoint = 0; codePoint <= 0x1FFFF; codePoint++) {
            Transliteration transliteration = Transliteration.of(Character.toString(codePoint), alphabet);
            assertThat(alphabet.containsAll(transliteration.text())).isTrue();
            assertThat(transliteration.lost().isEmpty()
                            || transliteration.text().isEmpty())
                    .as("U+%04X", codePoint)
                    .isTrue();
        }
    }

    private static String range(int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int c = from; c < to; c++) {
            letters.appendCodePoint(c);
        }
        return letters.toString();
    }

    private static String transliterated(String text, Alphabet alphabet) {
        Transliteration transliteration = Transliteration.of(text, alphabet);
        assertThat(transliteration.lost()).isEmpty();
        return transliteration.text();
    }

    private static List<String> lost(String text, Alphabet alphabet) {
        return Transliteration.of(text, alphabet).lost().stream()
                .map(UnsupportedCharacter::toString)
                .toList();
    }
}
