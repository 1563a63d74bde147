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

/** The characters that a provider or one of its channels can carry. */
public final class Alphabet {
    private static final int BITS = Long.SIZE;

    /** The default alphabet of GSM 03.38 and its extension table (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1). */
    public static final Alphabet GSM7 = new Alphabet(bitsOf(Gsm0338.CHARACTERS), null);

    /** Every Unicode character; half a surrogate pair is none. */
    public static final Alphabet UNICODE = new Alphabet(null, GSM7);

    /** A bit for each code point that may be used; null when all may. */
    private final long[] bits;

    /** Null stands for this alphabet itself. */
    private final Alphabet withinGsm7;

    private Alphabet(long[] bits, Alphabet withinGsm7) {
        this.bits = bits;
        this.withinGsm7 = withinGsm7;
    }

    /**
     * An alphabet of exactly these characters.
     *
     * @param allowedChars each character that may be used, in any order
     * @return the alphabet
     */
    public static Alphabet of(String allowedChars) {
        long[] bits = bitsOf(allowedChars);
        long[] common = new long[Math.min(bits.length, GSM7.bits.length)];
        for (int i = 0; i < common.length; i++) {
            common[i] = bits[i] & GSM7.bits[i];
        }
        return new Alphabet(bits, new Alphabet(common, null));
    }

    private static long[] bitsOf(String characters) {
        int highest = characters.codePoints().max().orElse(0);
        long[] bits = new long[highest / BITS + 1];
        characters.codePoints().forEach(codePoint -> bits[codePoint / BITS] |= 1L << codePoint);
        return bits;
    }

    /** This alphabet without the characters that GSM 03.38 does not have. */
    Alphabet withinGsm7() {
        return withinGsm7 == null ? this : withinGsm7;
    }

    /**
     * Whether it has a character.
     *
     * @param codePoint any code point
     * @return true when it may be used
     */
    public boolean contains(int codePoint) {
        if (bits == null) {
            return Character.isValidCodePoint(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        }
        int word = codePoint / BITS;
        return codePoint >= 0 && word < bits.length && (bits[word] & 1L << codePoint) != 0;
    }

    /**
     * Whether it has every character of a text.
     *
     * @param text any text
     * @return true when every character may be used, as in an empty text
     */
    public boolean containsAll(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                int codePoint = Character.codePointAt(text, i++);
                if (!contains(codePoint)) {
                    return false;
                }
            } else if (bits != null && !contains(c)) {
                return false;
            }
        }
        return true;
    }
}
