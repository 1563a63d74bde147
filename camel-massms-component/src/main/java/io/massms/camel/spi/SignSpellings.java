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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that pages write for one sign of a value. A space stands for white space of any kind and length. */
final class SignSpellings {
    private static final int ASCII = 128;
    private static final int LATIN = 256;
    private static final HexFormat HEX = HexFormat.of();

    /** HTML's names of the signs 160 to 255, in their order. */
    private static final List<String> NAMES =
            List.of(("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"
                            + " deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                            + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                            + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
                            + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                            + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
                    .split(" "));

    private static final List<String> SPACES =
            List.of("&nbsp;", "%C2%A0", "%20", "%0D", "%0A", "%09", "\\r", "\\n", "\\t", "+", " ", "\r", "\n", "\t");

    private static final List<SignSpellings> KNOWN =
            IntStream.range(0, LATIN).mapToObj(SignSpellings::new).toList();

    private final int sign;
    private final List<String> longestFirst;

    private SignSpellings(int sign) {
        this.sign = sign;
        Set<String> spellings = new LinkedHashSet<>();
        for (int letter : new int[] {sign, Character.toLowerCase(sign), Character.toUpperCase(sign)}) {
            String raw = Character.toString(letter);
            Stream.of(
                            raw,
                            percents(raw, StandardCharsets.UTF_8),
                            html(letter),
                            "&#" + letter + ";",
                            "&#0" + letter + ";")
                    .forEach(spellings::add);
            spellings.add("&#x" + Integer.toHexString(letter) + ";");
            raw.chars()
                    .mapToObj(unit -> "\\u" + HEX.toHexDigits((char) unit))
                    .reduce(String::concat)
                    .ifPresent(spellings::add);
            addForeign(raw, letter, spellings);
        }
        if ("\"'/\\".indexOf(sign) >= 0) {
            spellings.add("\\" + (char) sign);
        }
        longestFirst = sign == ' '
                ? SPACES
                : spellings.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** What becomes of signs beyond ASCII where a charset is mistaken for another. */
    private static void addForeign(String raw, int letter, Set<String> spellings) {
        if (letter >= ASCII) {
            spellings.add(new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            spellings.add("?");
            spellings.add("\uFFFD");
            if (letter < LATIN) {
                spellings.add(percents(raw, StandardCharsets.ISO_8859_1));
            }
        }
    }

    static SignSpellings of(int sign) {
        return sign < LATIN ? KNOWN.get(sign) : new SignSpellings(sign);
    }

    /** Where the sign ends that begins here; -1 where another one does. */
    int end(String text, int at) {
        int end = endOfOne(text, at);
        for (int next = end; sign == ' ' && next > 0; next = endOfOne(text, next)) {
            end = next;
        }
        return end;
    }

    private int endOfOne(String text, int at) {
        if (at == text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        if (c < ASCII && Character.isLetterOrDigit(c)) {
            return Character.toLowerCase(c) == Character.toLowerCase(sign) ? at + 1 : -1;
        }
        for (String spelling : longestFirst) {
            if (text.regionMatches(true, at, spelling, 0, spelling.length())) {
                return at + spelling.length();
            }
        }
        return -1;
    }

    private static String percents(String raw, Charset charset) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : raw.getBytes(charset)) {
            encoded.append('%').append(HEX.toHexDigits(b));
        }
        return encoded.toString();
    }

    private static String html(int letter) {
        return switch (letter) {
            case '"' -> "&quot;";
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\'' -> "&apos;";
            default ->
                letter < LATIN - NAMES.size() || letter >= LATIN
                        ? Character.toString(letter)
                        : "&" + NAMES.get(letter - LATIN + NAMES.size()) + ";";
        };
    }
}
