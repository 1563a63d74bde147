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

/** The beginning of a text that is too long. */
final class Truncation {
    private Truncation() {}

    /**
     * At most so many UTF-16 code units of a longer text, ended where a character ends. Where the first character
     * alone is longer, as an emoji of several can be, it is ended between two of its code points; empty when not even
     * one fits.
     */
    static String of(String text, int maxLength) {
        Graphemes graphemes = new Graphemes(text);
        int length = 0;
        for (int end = graphemes.end(0); end <= maxLength; end = graphemes.end(length)) {
            length = end;
        }
        return text.substring(0, length > 0 ? length : wholeCodePoints(text, maxLength));
    }

    private static int wholeCodePoints(String text, int maxLength) {
        return Graphemes.dividesPair(text, maxLength) ? maxLength - 1 : maxLength;
    }
}
