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
package io.massms.mail.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Leaves out what nobody would pay for: signatures, quotes and blank lines. */
final class BodyTrim {
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");

    private BodyTrim() {}

    static String trim(String body, boolean keepQuotes, Occasion occasion) {
        List<String> kept = new ArrayList<>();
        List<String> lines = body.replace('\u00a0', ' ').lines().toList();
        boolean cuts = !keepQuotes;
        int next = 0;
        while (next < lines.size() && !SIGNATURE.matcher(lines.get(next)).matches()) {
            QuotedOriginal original = cuts ? QuotedOriginal.at(lines, next) : null;
            if (original == null) {
                keep(lines.get(next++), keepQuotes, kept);
            } else if (!kept.isEmpty() || original.endsMail()) {
                break;
            } else if (original.isQuoted()) {
                next = original.end();
            } else if (occasion == Occasion.FORWARD || occasion == Occasion.UNKNOWN && original.mayBeTheMail()) {
                cuts = false;
            } else {
                break;
            }
        }
        return String.join("\n", kept);
    }

    /** Whether nobody sees any of it: blanks and characters without a shape, with which pages fill lines. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(one -> Character.isWhitespace(one)
                        || Character.isSpaceChar(one)
                        || Character.isISOControl(one)
                        || Character.getType(one) == Character.FORMAT);
    }

    private static void keep(String line, boolean keepQuotes, List<String> kept) {
        String words = line.replaceAll("\\p{Cntrl}+", " ").strip();
        if (!words.isEmpty() && (keepQuotes || !line.startsWith(">"))) {
            kept.add(words);
        }
    }
}
