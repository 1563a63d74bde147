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
import java.util.Objects;

/**
 * What a provider, or one of its channels, takes as a text.
 *
 * @param alphabet the characters that it carries
 * @param maxLength the longest text in characters (UTF-16 code units), at least 1; {@link Integer#MAX_VALUE} where
 *     there is no limit
 * @param splitAt the longest message that {@link LongText#split} makes, in septets of GSM-7, at least 1. A message in
 *     UCS-2 gets as many parts as these septets take: 160 septets are 70 code units, 306 are 134, 765 are 335
 */
public record TextRules(Alphabet alphabet, int maxLength, int splitAt) {

    private static final String NUMBERING = " (0123456789/)";

    /**
     * Checks the limits and the alphabet.
     *
     * @throws IllegalArgumentException when a limit is below 1, or the alphabet lacks a character of {@code (1/3)}
     */
    public TextRules {
        Objects.requireNonNull(alphabet, "alphabet");
        if (maxLength < 1 || splitAt < 1) {
            throw new IllegalArgumentException("maxLength is " + maxLength + " and splitAt is " + splitAt
                    + "; each is a number of characters from 1 to " + Integer.MAX_VALUE);
        }
        if (!alphabet.containsAll(NUMBERING)) {
            throw new IllegalArgumentException(
                    "the alphabet lacks a character that numbers the parts of a long text; it needs all of '"
                            + NUMBERING + "'");
        }
    }

    /** The longest message that split makes, in septets or UTF-16 code units. */
    int longestMessage(SmsEncoding encoding) {
        return encoding == SmsEncoding.GSM7 ? splitAt : Math.min(splitAt, ucs2InAsManySegments());
    }

    private int ucs2InAsManySegments() {
        if (splitAt <= Segments.GSM7_ALONE) {
            return Segments.UCS2_ALONE;
        }
        long segments = (splitAt + Segments.GSM7_CONCATENATED - 1L) / Segments.GSM7_CONCATENATED;
        return (int) Math.min(Integer.MAX_VALUE, segments * Segments.UCS2_CONCATENATED);
    }
}
