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
package io.massms.camel.spi;

import java.util.List;

/**
 * Finds a value in what a server says, however the server spells it: in capitals or small letters, percent-encoded, as HTML or JSON, in
 * the wrong charset, with other white space, or a mixture of these.
 */
public final class Spellings {
    private final String value;
    private final List<SignSpellings> signs;

    private Spellings(String value) {
        this.value = value;
        signs = value.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .mapToObj(SignSpellings::of)
                .toList();
    }

    /**
     * All spellings of a value.
     *
     * @param  value any text
     * @return       its spellings; blank text has none
     */
    public static Spellings of(String value) {
        return new Spellings(value);
    }

    /**
     * Masks the value.
     *
     * @param  text any text
     * @param  mask goes in the place of the value
     * @return      the same text where the value is not in it
     */
    public String replace(String text, String mask) {
        StringBuilder clean = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = end(text, i);
            if (end > i) {
                clean = clean == null ? new StringBuilder(text.length()) : clean;
                clean.append(text, copied, i).append(mask);
                copied = end;
                i = end - 1;
            }
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    /** Where the value ends that begins here; -1 where none does. What looks encoded may be the value itself, so that goes first. */
    private int end(String text, int start) {
        if (signs.isEmpty()) {
            return -1;
        }
        if (text.regionMatches(true, start, value, 0, value.length())) {
            return start + value.length();
        }
        int at = start;
        for (SignSpellings sign : signs) {
            at = sign.end(text, at);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }
}
