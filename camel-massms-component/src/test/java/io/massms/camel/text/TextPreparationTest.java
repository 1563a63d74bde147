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

import io.massms.camel.model.SmsError;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPreparationTest {
    private static final TextRules ANYTHING = new TextRules(Alphabet.UNICODE, Integer.MAX_VALUE, 160);
    private static final TextRules SMS_MASIVOS = new TextRules(Alphabets.SMS_MASIVOS, 160, 160);
    private static final TextRules SHORT = new TextRules(Alphabet.GSM7, 20, 20);
    private static final String WINK = "\uD83D\uDE1C";

    @Test
    void autoLeavesATextAloneThatTheProviderCarries() {
        PreparedText prepared = prepare("La canción «ñ» " + WINK, TextPolicy.auto, ANYTHING);

        assertThat(sent(prepared)).isEqualTo("La canción «ñ» " + WINK);
        assertThat(prepared.changed()).isFalse();
        assertThat(prepared.rejected()).isFalse();
    }

    @Test
    void autoTransliteratesOnlyForTheProvidersAlphabet() {
        PreparedText prepared = prepare("¿Mañana a las 5? ¡10 €!", TextPolicy.auto, SMS_MASIVOS);

        assertThat(sent(prepared)).isEqualTo("Manana a las 5? 10 EUR!");
        assertThat(prepared.changed()).isTrue();
        assertThat(prepared.reason()).isNull();
    }

    @Test
    void gsm7KeepsACancionInOnePart() {
        String text = "canción ".repeat(20).strip();
        PreparedText prepared = prepare(text, TextPolicy.gsm7, ANYTHING);

        assertThat(SmsText.of(text).segments()).isEqualTo(3);
        assertThat(sent(prepared)).isEqualTo("cancion ".repeat(20).strip());
        assertThat(prepared.parts().get(0).segments()).isEqualTo(1);
    }

    @Test
    void gsm7KeepsWhatGsm7HasUnlessTheProviderCannotCarryIt() {
        assertThat(sent(prepare("¿Ñandú a 10 €?", TextPolicy.gsm7, ANYTHING))).isEqualTo("¿Ñandu a 10 €?");
        assertThat(sent(prepare("¿Ñandú a 10 €?", TextPolicy.gsm7, SMS_MASIVOS)))
                .isEqualTo("Nandu a 10 EUR?");
    }

    @Test
    void strictRejectsInsteadOfChanging() {
        PreparedText prepared = prepare("Está ñ", TextPolicy.strict, SMS_MASIVOS);

        assertThat(prepared.parts()).isEmpty();
        assertThat(prepared.error()).isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
        assertThat(prepared.reason())
                .contains("'á' (U+00E1) at position 4, 'ñ' (U+00F1) at position 6", "textPolicy=auto or gsm7")
                .doesNotContain("Está");
        assertThat(sent(prepare("Esta n", TextPolicy.strict, SMS_MASIVOS))).isEqualTo("Esta n");
    }

    @Test
    void asIsNeitherChangesNorChecksCharacters() {
        PreparedText prepared = prepare("á\u0007" + WINK + "\uD83D", TextPolicy.asIs, SMS_MASIVOS);

        assertThat(sent(prepared)).isEqualTo("á\u0007" + WINK + "\uD83D");
        assertThat(prepared.changed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = TextPolicy.class,
            names = {"auto", "gsm7"})
    void whatCannotBeCarriedIsNamed(TextPolicy policy) {
        PreparedText prepared = prepare("Gracias " + WINK + " жж, 1 д 2 е 3 к 4 л 5 м", policy, SMS_MASIVOS);

        assertThat(prepared.error()).isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
        assertThat(prepared.reason())
                .contains("'" + WINK + "' (U+1F61C) at position 9", "'ж' (U+0436) at position 12", "and 2 more")
                .doesNotContain("Gracias");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n\t ", "\u00A0\u200B\uFEFF"})
    void anEmptyTextIsRejectedUnderEveryPolicy(String text) {
        for (TextPolicy policy : TextPolicy.values()) {
            assertThat(prepare(text, policy, ANYTHING).error()).isEqualTo(SmsError.TEXT_EMPTY);
        }
    }

    @Test
    void aTextOfWhichNothingRemainsIsEmpty() {
        assertThat(prepare("¿¡", TextPolicy.auto, SMS_MASIVOS).error()).isEqualTo(SmsError.TEXT_EMPTY);
    }

    @Test
    void rejectsWhatIsTooLongAfterTransliteration() {
        PreparedText fits = prepare("“" + "x".repeat(160) + "”", TextPolicy.auto, SMS_MASIVOS);
        PreparedText tooLong = prepare("x".repeat(158) + "€", TextPolicy.auto, SMS_MASIVOS);

        assertThat(sent(fits)).hasSize(160);
        assertThat(tooLong.error()).isEqualTo(SmsError.TEXT_TOO_LONG);
        assertThat(tooLong.reason())
                .contains("161 characters, 1 more than the 160")
                .contains("longText=split or truncate");
    }

    @Test
    void splitsAboveTheLimitOrAboveOneMessage() {
        TextRules rules = new TextRules(Alphabet.UNICODE, 765, 160);
        String text = "palabra ".repeat(30).strip();

        assertThat(prepare(text, TextPolicy.auto, rules).parts()).hasSize(1);
        PreparedText split = TextPreparation.prepare(text, TextPolicy.auto, LongText.split, rules);
        assertThat(split.parts())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.segments()).isEqualTo(1));
        assertThat(split.changed()).isTrue();
        assertThat(TextPreparation.prepare("palabra", TextPolicy.auto, LongText.split, rules)
                        .changed())
                .isFalse();
    }

    @Test
    void splitsUcs2WhereOneMessageOfItEnds() {
        TextRules rules = new TextRules(Alphabet.UNICODE, 765, 306);

        assertThat(split("á".repeat(134), rules).parts()).hasSize(1);
        assertThat(split("á".repeat(135), rules).parts())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.segments()).isLessThanOrEqualTo(2));
    }

    @Test
    void rejectsWhatCannotBeSplit() {
        PreparedText prepared = split("uno dos tres", new TextRules(Alphabet.GSM7, 6, 6));

        assertThat(prepared.error()).isEqualTo(SmsError.TEXT_TOO_LONG);
        assertThat(prepared.reason()).contains("6 characters", "longText=truncate");
    }

    @Test
    void sendsNoneOfWhichBlanksAreLeft() {
        PreparedText prepared =
                TextPreparation.prepare(" ".repeat(20) + "Hola", TextPolicy.auto, LongText.truncate, SHORT);

        assertThat(prepared.error()).isEqualTo(SmsError.TEXT_EMPTY);
        assertThat(truncated(" ".repeat(19) + "Hola", SHORT)).isEqualTo(" ".repeat(19) + "H");
    }

    @Test
    void truncatesToTheLimitWithoutDividingACharacter() {
        TextRules unicode = new TextRules(Alphabet.UNICODE, 20, 20);

        assertThat(truncated("x".repeat(25), SHORT)).isEqualTo("x".repeat(20));
        assertThat(truncated("x".repeat(19) + WINK, unicode)).isEqualTo("x".repeat(19));
        assertThat(truncated("x".repeat(18) + WINK + "y", unicode)).isEqualTo("x".repeat(18) + WINK);
        assertThat(truncated("x".repeat(19) + "e\u0301y", unicode)).isEqualTo("x".repeat(19));
        assertThat(truncated("e" + "\u0301".repeat(30), unicode)).isEqualTo("e" + "\u0301".repeat(19));
        assertThat(truncated("[".repeat(30), SHORT)).isEqualTo("[".repeat(20));
    }

    @Test
    void rejectsWhatCannotEvenBeTruncated() {
        PreparedText prepared = TextPreparation.prepare(
                WINK, TextPolicy.auto, LongText.truncate, new TextRules(Alphabet.UNICODE, 1, 160));

        assertThat(prepared.error()).isEqualTo(SmsError.TEXT_TOO_LONG);
    }

    @Test
    void everyTextIsReadyAndInTheAlphabetOrRejectedWithAReason() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomTexts.anything(random, 300);
            LongText longText = LongText.values()[random.nextInt(3)];
            TextPolicy policy = random.nextBoolean() ? TextPolicy.auto : TextPolicy.gsm7;
            PreparedText prepared = TextPreparation.prepare(text, policy, longText, SMS_MASIVOS);
            assertThat(prepared.parts().isEmpty()).isEqualTo(prepared.rejected());
            assertThat(prepared.reason() != null).isEqualTo(prepared.rejected());
            assertThat(prepared.parts()).allSatisfy(part -> {
                assertThat(part.text().length()).isBetween(1, 160);
                assertThat(Alphabets.SMS_MASIVOS.containsAll(part.text())).isTrue();
            });
        }
    }

    @Test
    void truncationKeepsTheBeginningAndNeverDividesAPair() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            String text = "x" + RandomTexts.anything(random, 200);
            TextRules rules = new TextRules(Alphabet.UNICODE, 2 + random.nextInt(100), 160);
            String sent = sent(TextPreparation.prepare(text, TextPolicy.asIs, LongText.truncate, rules));
            assertThat(text).startsWith(sent);
            assertThat(sent.length()).isLessThanOrEqualTo(rules.maxLength());
            assertThat(Graphemes.dividesPair(text, sent.length())).isFalse();
        }
    }

    @Test
    void refusesRulesThatNoTextCanMeet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextRules(Alphabet.GSM7, 0, 160));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextRules(Alphabet.GSM7, 160, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextRules(Alphabet.of("abc"), 160, 160))
                .withMessageContaining("numbers the parts");
    }

    private static PreparedText prepare(String text, TextPolicy policy, TextRules rules) {
        return TextPreparation.prepare(text, policy, LongText.reject, rules);
    }

    private static PreparedText split(String text, TextRules rules) {
        return TextPreparation.prepare(text, TextPolicy.auto, LongText.split, rules);
    }

    private static String truncated(String text, TextRules rules) {
        PreparedText prepared = TextPreparation.prepare(text, TextPolicy.auto, LongText.truncate, rules);
        assertThat(prepared.changed()).isTrue();
        return sent(prepared);
    }

    private static String sent(PreparedText prepared) {
        assertThat(prepared.parts()).hasSize(1);
        return prepared.parts().get(0).text();
    }
}
