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

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reduces a number as people and spreadsheets write it to digits, with a plus sign where it has one. */
final class WrittenNumber {
    private static final String RIGHT = "; right are digits, with + and country code such as +573001234567.";

    private static final Pattern SCHEME = Pattern.compile("^(?:tel|whatsapp):", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION =
            Pattern.compile("\\d\\W*(?:;ext=|extensi[oó]n|ext|interno|int|anexo|x|#)[\\s.:=]*\\d+$");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\+?(\\d)(?:[.,](\\d+))?E(\\+?)(\\d{1,2})");
    private static final Pattern WHOLE_DECIMAL = Pattern.compile("(\\+?\\d{7,})[.,]0{1,2}");
    private static final Pattern GROUPED_BY_COMMAS = Pattern.compile("\\+?\\d{1,3}(?:,\\d{3})+");

    /**
     * Java writes the shortest digits that give the value, so that it leaves out zeros only; more than these are no
     * accident.
     */
    private static final int ZEROS_LEFT_OUT_BY_JAVA = 2;

    private WrittenNumber() {}

    static String digits(String written) {
        String text = SCHEME.matcher(visible(written)).replaceFirst("").strip();
        if (text.isEmpty()) {
            throw InvalidNumberException.missing();
        }
        Matcher scientific = SCIENTIFIC.matcher(text.toUpperCase(Locale.ROOT));
        if (scientific.matches()) {
            return expanded(scientific, written);
        }
        Matcher decimal = WHOLE_DECIMAL.matcher(text);
        if (decimal.matches()) {
            return decimal.group(1);
        }
        return withoutSeparators(GROUPED_BY_COMMAS.matcher(text).matches() ? text.replace(",", "") : text);
    }

    /**
     * Plain digits for those of any script, plain blanks, and nothing for quotes and invisible characters around
     * them.
     */
    private static String visible(String written) {
        StringBuilder visible = new StringBuilder(written.length());
        written.codePoints().forEach(codePoint -> {
            int digit = Character.digit(codePoint, 10);
            if (digit >= 0) {
                visible.append((char) ('0' + digit));
            } else if (codePoint == '＋') {
                visible.append('+');
            } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                visible.append(' ');
            } else if (!isIgnorable(codePoint)) {
                visible.appendCodePoint(codePoint);
            }
        });
        return visible.toString().strip();
    }

    /** Spreadsheets put an apostrophe before digits that are text. */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == '\'' || codePoint == '"' || Character.getType(codePoint) == Character.FORMAT;
    }

    private static String expanded(Matcher scientific, String written) {
        String fraction = scientific.group(2) == null ? "" : scientific.group(2);
        int exponent = Integer.parseInt(scientific.group(4));
        int missing = exponent - fraction.length();
        boolean writtenByJava = scientific.group(3).isEmpty();
        if (missing > (writtenByJava ? ZEROS_LEFT_OUT_BY_JAVA : 0)) {
            throw InvalidNumberException.of(
                    written,
                    "was cut by a spreadsheet and its last digits are lost; format the column as text and write all"
                            + " digits, such as 573001234567.");
        }
        String whole = scientific.group(1) + fraction + "0".repeat(Math.max(0, missing));
        if (!whole.substring(exponent + 1).chars().allMatch(digit -> digit == '0')) {
            throw InvalidNumberException.of(written, "is a fraction" + RIGHT);
        }
        return whole.substring(0, exponent + 1);
    }

    private static String withoutSeparators(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty()) {
                digits.append(c);
            } else if (!isSeparator(c)) {
                throw unexpected(text, text.codePointAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean isSeparator(char c) {
        return " ().-/·".indexOf(c) >= 0 || Character.getType(c) == Character.DASH_PUNCTUATION || c == '−';
    }

    private static InvalidNumberException unexpected(String text, int codePoint) {
        if (EXTENSION.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return InvalidNumberException.of(
                    text, "has an extension, which no message can reach; leave the extension out.");
        }
        String what = Character.isLetter(codePoint) ? "letters" : "the sign '" + Character.toString(codePoint) + "'";
        return InvalidNumberException.of(text, "has " + what + RIGHT);
    }
}
