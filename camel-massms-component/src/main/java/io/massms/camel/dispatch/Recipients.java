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

/** The recipients that one text names, with commas between them. */
final class Recipients {
    private Recipients() {}

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

    /** {@code 5,73E+11} is one number with a decimal comma, not two. */
    private static boolean isSpreadsheetNumber(String text) {
        return text.indexOf('E') > 0 || text.indexOf('e') > 0;
    }
}
