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

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands for a character that an alphabet does not have. A substitute can itself be outside the alphabet and
 * have a substitute in its turn: an opening quote becomes a plain one, and that nothing.
 */
final class Substitutes {
    private static final Map<Integer, String> TABLE = new HashMap<>();

    static {
        put("", "\"'¿¡¨");
        put("'", "‘’‚‛′‵ʹʻʼʽʾʿˈ´`‹›＇");
        put("\"", "“”„‟″‶«»ˮ〝〞＂");
        put("-", "–—‒―‐‑−⁃•‣●▪◦·");
        put("...", "…");
        put("/", "⁄∕÷");
        put("(", "[{");
        put(")", "]}");
        put("^", "ˆ");
        put("~", "˜");
        put(" ", "\n\r\t\f");
        put("\n", "\u000B\u0085\u2028\u2029");

        put("EUR", "€");
        put("GBP", "£");
        put("JPY", "¥");
        put("CRC", "₡");
        put("Gs", "₲");
        put("c", "¢");
        put("o", "°");
        put("(C)", "©");
        put("(R)", "®");
        put("x", "×");
        put("+-", "±");
        put("u", "µμ");

        put("AE", "Æ");
        put("ae", "æ");
        put("OE", "Œ");
        put("oe", "œ");
        put("SS", "ẞ");
        put("ss", "ß");
        put("Th", "Þ");
        put("th", "þ");
        put("A", "Ⱥ");
        put("a", "ⱥ");
        put("B", "Ƀ");
        put("b", "ƀ");
        put("D", "ÐĐƉ");
        put("d", "ðđ");
        put("G", "Ǥ");
        put("g", "ǥ");
        put("H", "Ħ");
        put("h", "ħ");
        put("I", "Ɨ");
        put("i", "ıɨ");
        put("k", "ĸ");
        put("L", "ŁȽ");
        put("l", "łƚ");
        put("N", "Ŋ");
        put("n", "ŋ");
        put("O", "ØƆƟ");
        put("o", "øɔɵ");
        put("R", "Ɍ");
        put("r", "ɍ");
        put("T", "ŦȾ");
        put("t", "ŧⱦ");
        put("U", "Ʉ");
        put("u", "ʉ");
        put("Y", "Ɏ");
        put("y", "ɏ");
        put("Z", "Ƶ");
        put("z", "ƶ");
        put("E", "ƎƏ");
        put("e", "ǝə");
        put("f", "ƒ");
    }

    private Substitutes() {}

    private static void put(String substitute, String characters) {
        characters.codePoints().forEach(codePoint -> TABLE.put(codePoint, substitute));
    }

    /** The characters that stand for one; empty when it may be left out; null when nothing stands for it. */
    static String of(int codePoint) {
        String substitute = TABLE.get(codePoint);
        return substitute != null ? substitute : byCategory(codePoint);
    }

    private static String byCategory(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> codePoint == ' ' ? null : " ";
            case Character.DASH_PUNCTUATION -> codePoint == '-' ? null : "-";
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> "";
            case Character.SURROGATE -> null;
            default -> decomposed(codePoint);
        };
    }

    private static String decomposed(int codePoint) {
        String character = Character.toString(codePoint);
        String decomposition = Normalizer.normalize(character, Normalizer.Form.NFKD);
        return decomposition.equals(character) ? null : decomposition;
    }
}
