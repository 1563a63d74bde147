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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A character that an alphabet does not have.
 *
 * @param character what a reader sees as one character: an emoji comes with its joiners and modifiers, a letter with
 *     its combining accents
 * @param codePoint the first code point of it that the alphabet does not have
 * @param position where it begins, counted from 1 in UTF-16 code units: {@code text.charAt(position - 1)}
 */
public record UnsupportedCharacter(String character, int codePoint, int position) {
    private static final int NAMED = 5;

    /** Each different character of the text that the alphabet does not have, where it comes first. */
    static List<UnsupportedCharacter> in(String text, Alphabet alphabet) {
        List<UnsupportedCharacter> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Graphemes graphemes = new Graphemes(text);
        for (int start = 0, end; start < text.length(); start = end) {
            end = graphemes.end(start);
            String character = text.substring(start, end);
            if (!alphabet.containsAll(character) && seen.add(character)) {
                found.add(at(start, character, alphabet));
            }
        }
        return List.copyOf(found);
    }

    static UnsupportedCharacter at(int start, String character, Alphabet alphabet) {
        int codePoint = character
                .codePoints()
                .filter(candidate -> !alphabet.contains(candidate))
                .findFirst()
                .orElse(character.codePointAt(0));
        return new UnsupportedCharacter(character, codePoint, start + 1);
    }

    /** For a sentence: the first few of them. */
    static String list(List<UnsupportedCharacter> characters) {
        String named = characters.stream()
                .limit(NAMED)
                .map(UnsupportedCharacter::toString)
                .collect(Collectors.joining(", "));
        int others = characters.size() - NAMED;
        return others > 0 ? named + " and " + others + " more" : named;
    }

    /**
     * {@code 'ñ' (U+00F1) at position 3}; an invisible character comes with its Unicode name in the place of itself.
     */
    @Override
    public String toString() {
        String code = String.format("U+%04X", codePoint);
        return (isVisible() ? "'" + character + "'" : Character.getName(codePoint)) + " (" + code + ") at position "
                + position;
    }

    private boolean isVisible() {
        return switch (Character.getType(character.codePointAt(0))) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
