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

import java.util.List;
import java.util.Random;

/** Texts for properties that hold for any text. */
final class RandomTexts {
    private static final List<String> PIECES = List.of(
            "a",
            "e",
            "o",
            "Z",
            "7",
            " ",
            " ",
            " ",
            "\n",
            "\r\n",
            "\t",
            ".",
            ",",
            "ñ",
            "á",
            "Ç",
            "€",
            "[",
            "^",
            "¿",
            "“",
            "…",
            "–",
            "\u00A0",
            "\u200B",
            "n\u0303",
            "e\u0301\u0301",
            "ß",
            "ж",
            "漢",
            "\uD83D\uDE1C",
            "\uD83D\uDC4D\uD83C\uDFFD",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uD83C\uDDE8\uD83C\uDDF4",
            "1\uFE0F\u20E3",
            "\uD83D",
            "\uDE1C");

    private static final String PLAIN = "aeiosrnl tdu cmp,.  €[";

    private RandomTexts() {}

    /** Up to so many characters of all kinds, broken ones among them. */
    static String anything(Random random, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(characters + 1); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** Up to so many characters in long and short words, now and then one that is not in GSM-7. */
    static String words(Random random, int characters) {
        StringBuilder text = new StringBuilder();
        boolean unicode = random.nextInt(3) == 0;
        int longWord = random.nextInt(20) == 0 ? 400 : 12;
        for (int length = random.nextInt(characters) + 1; text.length() < length; text.append(' ')) {
            for (int i = random.nextInt(longWord); i >= 0; i--) {
                text.append(
                        unicode && random.nextInt(50) == 0
                                ? PIECES.get(random.nextInt(PIECES.size() - 2))
                                : String.valueOf(PLAIN.charAt(random.nextInt(PLAIN.length()))));
            }
        }
        return text.toString();
    }
}
