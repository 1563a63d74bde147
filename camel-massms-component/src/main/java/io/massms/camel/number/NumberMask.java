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
package io.massms.camel.number;

/** Hides the middle of a number. */
final class NumberMask {
    private static final int LONGEST_NUMBER = 20;
    private static final String ELLIPSIS = "****";

    private NumberMask() {}

    static String of(String number) {
        if (number == null) {
            return null;
        }
        StringBuilder signs = new StringBuilder(number.length());
        number.codePoints().filter(Character::isLetterOrDigit).forEach(signs::appendCodePoint);
        String plus = number.indexOf('+') >= 0 ? "+" : "";
        return plus + hidden(signs);
    }

    /** At least three stay hidden, and of a short number more than half. */
    private static String hidden(StringBuilder signs) {
        int length = signs.length();
        int first = length >= 11 ? 5 : length >= 7 ? 2 : 0;
        int last = length >= 11 ? 3 : length >= 5 ? 2 : 0;
        String stars = length > LONGEST_NUMBER ? ELLIPSIS : "*".repeat(length - first - last);
        return signs.substring(0, first) + stars + signs.substring(length - last);
    }
}
