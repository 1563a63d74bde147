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

import io.massms.camel.model.SmsEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text at words into messages that each fit, numbered {@code (1/3)} at the end. White space at a cut is
 * left out; a word that is longer than a message is cut between two characters.
 */
final class TextSplitter {
    /** A space, two brackets and a slash. */
    private static final int NUMBER_SIGNS = 4;

    private final String text;
    private final TextRules rules;
    private final Graphemes graphemes;

    TextSplitter(String text, TextRules rules) {
        this.text = text;
        this.rules = rules;
        this.graphemes = new Graphemes(text);
    }

    /** The messages in their order; none when the number would leave no room for the text. */
    List<SmsText> parts() {
        List<String> pieces;
        int totalDigits = 0;
        do {
            totalDigits++;
            pieces = pieces(totalDigits);
        } while (digits(pieces.size()) > totalDigits);
        return pieces.size() == 1 ? List.of(SmsText.of(pieces.get(0))) : numbered(pieces);
    }

    private static List<SmsText> numbered(List<String> pieces) {
        List<SmsText> parts = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            parts.add(SmsText.of(piece + " (" + (parts.size() + 1) + "/" + pieces.size() + ")"));
        }
        return parts;
    }

    /** Pieces that leave room for their number when the total has so many digits. */
    private List<String> pieces(int totalDigits) {
        List<String> pieces = new ArrayList<>();
        int start = skipSpace(0);
        while (start < text.length()) {
            int numberLength = NUMBER_SIGNS + digits(pieces.size() + 1) + totalDigits;
            int end = longestFit(start, numberLength);
            if (end == start) {
                return List.of();
            }
            int cut = atWord(start, end);
            pieces.add(text.substring(start, cut).stripTrailing());
            start = skipSpace(cut);
        }
        return pieces;
    }

    private int longestFit(int start, int numberLength) {
        int byCharacter = longestFit(start, numberLength, true);
        return byCharacter > start ? byCharacter : longestFit(start, numberLength, false);
    }

    private int longestFit(int start, int numberLength, boolean wholeCharacters) {
        boolean gsm7 = true;
        int septets = numberLength;
        int position = start;
        while (position < text.length()) {
            int end = wholeCharacters ? graphemes.end(position) : text.offsetByCodePoints(position, 1);
            for (int i = position; i < end; i++) {
                int width = Gsm0338.septets(text.charAt(i));
                gsm7 &= width > 0;
                septets += width;
            }
            int length = end - start + numberLength;
            if (length > rules.maxLength() || !fits(gsm7, septets, length)) {
                break;
            }
            position = end;
        }
        return position;
    }

    private boolean fits(boolean gsm7, int septets, int length) {
        return gsm7
                ? septets <= rules.longestMessage(SmsEncoding.GSM7)
                : length <= rules.longestMessage(SmsEncoding.UCS2);
    }

    /** The last white space up to an end, or that end where there is none. */
    private int atWord(int start, int end) {
        if (end == text.length()) {
            return end;
        }
        for (int i = end; i > start; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return end;
    }

    private int skipSpace(int index) {
        int i = index;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }
}
