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

import java.math.BigDecimal;

/** Amounts as providers print them: with decimal comma or point, with or without separators between thousands. */
public final class Amounts {
    private static final int LONGEST = 40;
    private static final int GROUP = 3;

    private Amounts() {}

    /**
     * Reads an amount. Where comma and point both appear, the last is the decimal one. Where one of them appears once, it is the decimal
     * one unless it stands as between thousands ({@code 1.234}, but not {@code 0.234}).
     *
     * @param  text any
     * @return      the amount; null when the text is none
     */
    public static BigDecimal parse(String text) {
        String amount = compact(Tokens.withoutTrailingSeparators(text.strip()));
        if (amount.isEmpty() || amount.length() > LONGEST) {
            return null;
        }
        int sign = amount.charAt(0) == '-' || amount.charAt(0) == '+' ? 1 : 0;
        int decimal = decimalMark(amount, sign);
        String whole = amount.substring(sign, decimal);
        String fraction = decimal == amount.length() ? "" : amount.substring(decimal + 1);
        String digits = ungrouped(whole);
        if (digits == null || !fraction.isEmpty() && !Tokens.isDigits(fraction)) {
            return null;
        }
        BigDecimal value = new BigDecimal(fraction.isEmpty() ? digits : digits + '.' + fraction);
        return amount.charAt(0) == '-' ? value.negate() : value;
    }

    /** Without the spaces that can stand between thousands. */
    private static String compact(String text) {
        StringBuilder compact = null;
        for (int i = 0; i < text.length(); i++) {
            boolean groupingSpace = (text.charAt(i) == ' ' || text.charAt(i) == '\u00A0')
                    && i > 0
                    && i + GROUP < text.length()
                    && Tokens.isDigit(text.charAt(i - 1))
                    && Tokens.isDigits(text.substring(i + 1, i + 1 + GROUP));
            if (groupingSpace && compact == null) {
                compact = new StringBuilder(text.substring(0, i));
            } else if (!groupingSpace && compact != null) {
                compact.append(text.charAt(i));
            }
        }
        return compact == null ? text : compact.toString();
    }

    /** Where the decimal mark stands; the length where there is none. */
    private static int decimalMark(String amount, int start) {
        int comma = amount.lastIndexOf(',');
        int point = amount.lastIndexOf('.');
        int last = Math.max(comma, point);
        if (last < 0) {
            return amount.length();
        }
        if (comma >= 0 && point >= 0) {
            return last;
        }
        boolean once = amount.indexOf(amount.charAt(last)) == last;
        boolean betweenThousands = amount.length() - last - 1 == GROUP
                && last > start
                && last - start <= GROUP
                && amount.charAt(start) != '0';
        return once && !betweenThousands ? last : amount.length();
    }

    /** The digits without the separators between thousands; null where they are not between thousands. */
    private static String ungrouped(String whole) {
        StringBuilder digits = new StringBuilder(whole.length());
        int sinceSeparator = -1;
        char separator = 0;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (Tokens.isDigit(c)) {
                digits.append(c);
                sinceSeparator = sinceSeparator < 0 ? -1 : sinceSeparator + 1;
            } else if ((c == ',' || c == '.') && (separator == 0 || separator == c) && endsGroup(i, sinceSeparator)) {
                separator = c;
                sinceSeparator = 0;
            } else {
                return null;
            }
        }
        boolean whollyGrouped = sinceSeparator < 0 || sinceSeparator == GROUP;
        return whollyGrouped && digits.length() > 0 ? digits.toString() : null;
    }

    private static boolean endsGroup(int leading, int sinceSeparator) {
        return sinceSeparator < 0 ? leading > 0 && leading <= GROUP : sinceSeparator == GROUP;
    }
}
