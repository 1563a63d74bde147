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

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text in the characters of an alphabet, with what could not be carried over. */
final class Transliteration {
    private final Alphabet alphabet;
    private final StringBuilder out;
    private final List<UnsupportedCharacter> lost = new ArrayList<>();
    private final Set<String> lostCharacters = new HashSet<>();

    private Transliteration(Alphabet alphabet, int length) {
        this.alphabet = alphabet;
        this.out = new StringBuilder(length + 16);
    }

    static Transliteration of(String text, Alphabet alphabet) {
        Transliteration transliteration = new Transliteration(alphabet, text.length());
        Graphemes graphemes = new Graphemes(text);
        for (int start = 0, end; start < text.length(); start = end) {
            end = graphemes.end(start);
            if (end == start + 1 && alphabet.contains(text.charAt(start))) {
                transliteration.out.append(text.charAt(start));
            } else {
                transliteration.add(text.substring(start, end), start);
            }
        }
        return transliteration;
    }

    /** The text, wholly in the alphabet. */
    String text() {
        return out.toString();
    }

    /** Each different character for which the alphabet has neither itself nor a substitute, where it comes first. */
    List<UnsupportedCharacter> lost() {
        return lost;
    }

    private void add(String character, int start) {
        int mark = out.length();
        if (!appendAll(composed(character))) {
            out.setLength(mark);
            if (lostCharacters.add(character)) {
                lost.add(UnsupportedCharacter.at(start, character, alphabet));
            }
        }
    }

    /** A letter typed as a base and a combining accent becomes the one character that alphabets and the table know. */
    private static String composed(String character) {
        return character.equals("\r\n") ? "\n" : Normalizer.normalize(character, Normalizer.Form.NFC);
    }

    private boolean appendAll(String characters) {
        for (int i = 0, codePoint; i < characters.length(); i += Character.charCount(codePoint)) {
            codePoint = characters.codePointAt(i);
            if (!append(codePoint)) {
                return false;
            }
        }
        return true;
    }

    private boolean append(int codePoint) {
        if (alphabet.contains(codePoint)) {
            out.appendCodePoint(codePoint);
            return true;
        }
        String substitute = Substitutes.of(codePoint);
        return substitute != null && appendAll(substitute);
    }
}
