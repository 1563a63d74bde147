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
package io.massms.camel.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The recipients that one text names, with commas between them. */
public final class Recipients {
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d+,\\d+[eE]\\+?\\d+");

    private Recipients() {}

    /**
     * One text that names several. In a list a decimal comma would part the number of a spreadsheet in two; a point says the same.
     *
     * @param  recipients in any form; null and blank ones are left out
     * @return            with commas between them; empty where there are none
     */
    public static String join(List<String> recipients) {
        StringJoiner text = new StringJoiner(",");
        for (String recipient : recipients) {
            if (recipient != null && !recipient.isBlank()) {
                text.add(isSpreadsheetNumber(recipient) ? recipient.replace(',', '.') : recipient);
            }
        }
        return text.toString();
    }

    /**
     * Whether a text may name more than some.
     *
     * @param  most how many
     * @param  text recipients, with commas between them; null where there are none
     * @return      false where there are as many at most
     */
    public static boolean areMoreThan(int most, String text) {
        int commas = 0;
        for (int i = text == null ? -1 : text.indexOf(','); i >= 0 && commas < most; i = text.indexOf(',', i + 1)) {
            commas++;
        }
        return commas >= most;
    }

    /** In the order written; empty where the text names none. */
    static List<String> split(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (text.indexOf(',') < 0 || isSpreadsheetNumber(text)) {
            return List.of(text.strip());
        }
        List<String> recipients = new ArrayList<>();
        int start = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
            add(recipients, text.substring(start, comma));
            start = comma + 1;
        }
        add(recipients, text.substring(start));
        return recipients;
    }

    private static void add(List<String> recipients, String written) {
        String recipient = written.strip();
        if (!recipient.isEmpty()) {
            recipients.add(recipient);
        }
    }

    /** {@code 5,73E+11} is one number with a decimal comma, not two; a list with a letter in it is still a list. */
    private static boolean isSpreadsheetNumber(String text) {
        return SPREADSHEET_NUMBER.matcher(text.strip()).matches();
    }
}
