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
package io.massms.camel.protocol;

/** The small pieces of which answers are made. */
public final class Tokens {
    private static final String SEPARATORS = ",;|";

    private Tokens() {}

    /**
     * Whether a text is made of the digits 0 to 9 alone.
     *
     * @param  text any
     * @return      false for an empty one
     */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Whether a character is one of 0 to 9; other scripts' digits are none on the wire.
     *
     * @param  c any
     * @return   true when it is
     */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Leaves out the separators that some servers put behind the last value too.
     *
     * @param  text any
     * @return      without {@code , ; |} and white space at its end
     */
    public static String withoutTrailingSeparators(String text) {
        int end = text.length();
        while (end > 0 && isSeparatorOrSpace(text.charAt(end - 1))) {
            end--;
        }
        return end == text.length() ? text : text.substring(0, end);
    }

    /**
     * Reads a code.
     *
     * @param  text     any
     * @param  fallback for what is no whole number of at most four digits
     * @return          the number
     */
    public static int code(String text, int fallback) {
        int start = text.startsWith("-") ? 1 : 0;
        String digits = text.substring(start);
        if (digits.length() > 4 || !isDigits(digits)) {
            return fallback;
        }
        int value = Integer.parseInt(digits);
        return start == 1 ? -value : value;
    }

    private static boolean isSeparatorOrSpace(char c) {
        return Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
    }
}
