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
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextSplitterTest {
    private static final TextRules ONE_PART_EACH = new TextRules(Alphabet.UNICODE, 160, 160);
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d+)/(\\d+)\\)", Pattern.DOTALL);
    private static final String WINK = "\uD83D\uDE1C";

    @Test
    void cutsAtWordsAndNumbersTheParts() {
        assertThat(split("uno dos tres cuatro cinco", new TextRules(Alphabet.GSM7, 16, 16)))
                .containsExactly("uno dos (1/4)", "tres (2/4)", "cuatro (3/4)", "cinco (4/4)");
    }

    @Test
    void cutsAWordThatIsLongerThanAPart() {
        assertThat(split("x".repeat(25), new TextRules(Alphabet.GSM7, 16, 16)))
                .containsExactly("x".repeat(10) + " (1/3)", "x".repeat(10) + " (2/3)", "x".repeat(5) + " (3/3)");
    }

    @Test
    void keepsRoomWhenTheNumberGrowsToTwoDigits() {
        List<String> parts = split("palabras ".repeat(200), ONE_PART_EACH);

        assertThat(parts)
                .hasSize(12)
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(160));
        assertThat(parts.get(8)).endsWith(" (9/12)");
        assertThat(parts.get(9)).endsWith(" (10/12)");
    }

    @Test
    void keepsRoomWhenTheNumberGrowsToThreeDigits() {
        List<String> parts = split("x".repeat(1300), new TextRules(Alphabet.GSM7, 20, 20));

        assertThat(parts)
                .hasSizeGreaterThan(99)
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(20));
        assertThat(parts.get(parts.size() - 1)).endsWith("(" + parts.size() + "/" + parts.size() + ")");
    }

    @Test
    void givesEachPartTheLimitOfItsOwnEncoding() {
        List<SmsText> parts = new TextSplitter("palabra ".repeat(20) + WINK + " fin", ONE_PART_EACH).parts();

        assertThat(parts).extracting(SmsText::encoding).containsExactly(SmsEncoding.GSM7, SmsEncoding.UCS2);
        assertThat(parts).allSatisfy(part -> assertThat(part.segments()).isEqualTo(1));
    }

    @Test
    void countsEscapesAndNeverDividesThem() {
        List<SmsText> parts = new TextSplitter("€".repeat(200), ONE_PART_EACH).parts();

        assertThat(parts)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.segments()).isEqualTo(1));
        assertThat(parts.get(0).units()).isEqualTo(160);
    }

    @Test
    void neverDividesAnEmojiWithItsJoiners() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(split("abc" + family.repeat(40), ONE_PART_EACH))
                .allSatisfy(part -> assertThat(part.replace(family, "")).matches("(abc)? \\(\\d+/\\d+\\)"));
    }

    @Test
    void cutsACharacterThatIsLongerThanAPartBetweenItsCodePoints() {
        String stacked = "e" + "\u0301".repeat(100);

        assertThat(withoutNumbers(split(stacked, ONE_PART_EACH))).isEqualTo(stacked);
    }

    @Test
    void cutsNothingWhenOnlyBlanksWereTooMany() {
        assertThat(split("x".repeat(150) + " ".repeat(50), ONE_PART_EACH)).containsExactly("x".repeat(150));
    }

    @Test
    void hasNoPartsWhenTheNumberLeavesNoRoom() {
        assertThat(split("uno dos tres", new TextRules(Alphabet.GSM7, 6, 6))).isEmpty();
        assertThat(split("x".repeat(1000), new TextRules(Alphabet.GSM7, 8, 8))).isEmpty();
    }

    @Test
    void losesNothingButWhiteSpaceAtTheCutsAndKeepsEveryLimit() {
        Random random = new Random(1985);
        for (int i = 0; i < 5_000; i++) {
            String text = i % 2 == 0 ? RandomTexts.words(random, 3_000) : RandomTexts.anything(random, 600);
            TextRules rules = new TextRules(
                    Alphabet.UNICODE, 60 + random.nextInt(800), random.nextBoolean() ? 160 : 60 + random.nextInt(700));
            List<SmsText> parts = new TextSplitter(text, rules).parts();
            if (parts.size() > 1) {
                assertNumbered(parts);
                assertNothingIsLost(text, parts);
            }
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.text().length()).isLessThanOrEqualTo(rules.maxLength());
                assertThat(part.units()).isLessThanOrEqualTo(rules.longestMessage(part.encoding()));
            });
        }
    }

    private static void assertNumbered(List<SmsText> parts) {
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).text()).endsWith(" (" + (i + 1) + "/" + parts.size() + ")");
        }
    }

    private static void assertNothingIsLost(String text, List<SmsText> parts) {
        int position = 0;
        for (SmsText part : parts) {
            String piece = withoutNumber(part.text());
            position = skipSpace(text, position);
            assertThat(text.startsWith(piece, position)).isTrue();
            assertThat(Graphemes.dividesPair(text, position)).isFalse();
            position += piece.length();
        }
        assertThat(text.substring(position)).isBlank();
    }

    private static int skipSpace(String text, int position) {
        int i = position;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static List<String> split(String text, TextRules rules) {
        return new TextSplitter(text, rules).parts().stream().map(SmsText::text).toList();
    }

    private static String withoutNumbers(List<String> parts) {
        return parts.stream().map(TextSplitterTest::withoutNumber).reduce("", String::concat);
    }

    private static String withoutNumber(String part) {
        Matcher matcher = NUMBERED.matcher(part);
        assertThat(matcher.matches()).isTrue();
        return matcher.group(1);
    }
}
