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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a reader sees as one character: a surrogate pair, a letter with its accents, an emoji with its joiners.
 */
final class Graphemes {
    private static final Pattern EXTENDED_GRAPHEME_CLUSTER = Pattern.compile("\\X");
    /** Below it nothing combines, except a carriage return with its line feed. */
    private static final char FIRST_COMBINING = '\u0300';

    private final String text;
    private final Matcher matcher;

    Graphemes(String text) {
        this.text = text;
        this.matcher = EXTENDED_GRAPHEME_CLUSTER.matcher(text);
    }

    /** Where the character that begins at an index ends. */
    int end(int start) {
        if (standsAlone(start)) {
            return start + 1;
        }
        matcher.region(start, text.length());
        return matcher.lookingAt() ? matcher.end() : start + Character.charCount(text.codePointAt(start));
    }

    private boolean standsAlone(int index) {
        char c = text.charAt(index);
        return c < FIRST_COMBINING
                && c != '\r'
                && (index + 1 == text.length() || text.charAt(index + 1) < FIRST_COMBINING);
    }

    /** Whether an index lies between the two halves of a surrogate pair. */
    static boolean dividesPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }
}
