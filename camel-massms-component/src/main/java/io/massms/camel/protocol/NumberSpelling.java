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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** How answers write recipients: with a plus sign, leading zeros, quotes or URL-encoded, and still the same number. */
public final class NumberSpelling {
    private static final String PUNCTUATION = "+-.()\"' ";

    private NumberSpelling() {}

    /**
     * What two spellings of one number have in common.
     *
     * @param  number as somebody wrote it
     * @return        its digits without leading zeros; null when it is no number
     */
    public static String key(String number) {
        if (Tokens.isDigits(number) && number.charAt(0) != '0') {
            return number;
        }
        String plain = number.indexOf('%') < 0 ? number : decoded(number);
        StringBuilder digits = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Tokens.isDigit(c)) {
                if (c != '0' || digits.length() > 0) {
                    digits.append(c);
                }
            } else if (PUNCTUATION.indexOf(c) < 0) {
                return null;
            }
        }
        return digits.length() == 0 ? null : digits.toString();
    }

    /**
     * Whether two spellings mean the same number.
     *
     * @param  one   as somebody wrote it
     * @param  other as somebody wrote it
     * @return       true when they do
     */
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String key = key(one);
        return key != null && key.equals(key(other));
    }

    private static String decoded(String number) {
        try {
            return URLDecoder.decode(number, StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException malformed) {
            return number;
        }
    }
}
