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
import java.util.List;

/**
 * A text as it travels: in which encoding, in how many parts.
 *
 * <p>A text in the alphabet of GSM 03.38 takes 160 septets in one part, or 153 in each of several; any other text
 * takes 70 UTF-16 code units in one part, or 67 in each of several (3GPP TS 23.038 and 23.040, section 9.2.3.24.1).
 * An extension character with its escape, and a surrogate pair, are never divided between two parts.
 */
public final class SmsText {
    private final String text;
    private final SmsEncoding encoding;
    private final int units;
    private final int segments;

    private SmsText(String text, SmsEncoding encoding, int units, int segments) {
        this.text = text;
        this.encoding = encoding;
        this.units = units;
        this.segments = segments;
    }

    /**
     * Measures a text.
     *
     * @param text any text; it is not changed
     * @return the text with its measures
     */
    public static SmsText of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = Gsm0338.septets(text.charAt(i));
            if (width == 0) {
                return new SmsText(text, SmsEncoding.UCS2, text.length(), Segments.ofUcs2(text));
            }
            septets += width;
        }
        return new SmsText(text, SmsEncoding.GSM7, septets, Segments.ofGsm7(text, septets));
    }

    /**
     * The text itself.
     *
     * @return the text as given
     */
    public String text() {
        return text;
    }

    /**
     * {@code GSM7} where every character is in the default alphabet or its extension table, else {@code UCS2}.
     *
     * @return the encoding
     */
    public SmsEncoding encoding() {
        return encoding;
    }

    /**
     * The number of parts that the networks carry and the provider charges; 0 for an empty text.
     *
     * @return the number of parts
     */
    public int segments() {
        return segments;
    }

    /**
     * Septets of a GSM-7 text, where extension characters such as {@code €} and {@code [} count two; else UTF-16 code
     * units.
     *
     * @return the length in units of the encoding
     */
    public int units() {
        return units;
    }

    /**
     * The characters that are outside GSM 03.38 and so make the text UCS-2: each different one once, where it comes
     * first. Computed on each call; empty for a GSM-7 text.
     *
     * @return the characters in the order of the text
     */
    public List<UnsupportedCharacter> forcingUcs2() {
        return encoding == SmsEncoding.GSM7 ? List.of() : UnsupportedCharacter.in(text, Alphabet.GSM7);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmsText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The measures without the text, which does not belong into logs. */
    @Override
    public String toString() {
        return "SmsText[" + encoding + ", units=" + units + ", segments=" + segments + "]";
    }
}
