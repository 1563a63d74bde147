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

import java.util.ArrayList;
import java.util.List;

/** The lines of an answer, whatever the script behind it ends them with: {@code \n}, {@code \r\n} or {@code <br>}. */
public final class Lines {
    private static final String BREAK = "<br";

    private Lines() {}

    /**
     * Splits at line ends.
     *
     * @param  text an answer
     * @return      its lines without surrounding white space; blank ones are left out
     */
    public static List<String> of(String text) {
        return split(text, '\n');
    }

    /**
     * Splits at line ends and at one more character.
     *
     * @param  text   an answer
     * @param  alsoAt what else ends an entry
     * @return        the entries without surrounding white space; blank ones are left out
     */
    public static List<String> split(String text, char alsoAt) {
        List<String> entries = new ArrayList<>();
        each(text, alsoAt, (start, end) -> entries.add(text.substring(start, end)));
        return entries;
    }

    /** Receives where an entry stands. */
    @FunctionalInterface
    public interface Entries {

        /**
         * An entry without surrounding white space.
         *
         * @param start where it begins
         * @param end   behind it
         */
        void entry(int start, int end);
    }

    /**
     * Splits as {@link #split(String, char)} does, but makes no texts: for answers about hundreds of recipients.
     *
     * @param text    an answer
     * @param alsoAt  what else ends an entry
     * @param entries receives each, in their order; blank ones are left out
     */
    public static void each(String text, char alsoAt, Entries entries) {
        boolean oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('<') < 0;
        if (oneLine) {
            eachOfLine(text, alsoAt, entries);
        } else {
            eachOfLines(text, alsoAt, entries);
        }
    }

    /** Several times as fast as the other way, and what the bulk answers of one provider need. */
    private static void eachOfLine(String line, char separator, Entries entries) {
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            reportTrimmed(entries, line, start, end);
            start = end + 1;
        }
        reportTrimmed(entries, line, start, line.length());
    }

    private static void eachOfLines(String text, char alsoAt, Entries entries) {
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == alsoAt || c == '\n' || c == '\r' ? at + 1 : c == '<' ? breakEnd(text, at) : at;
            if (end > at) {
                reportTrimmed(entries, text, start, at);
                start = end;
                at = end;
            } else {
                at++;
            }
        }
        reportTrimmed(entries, text, start, at);
    }

    /** Where {@code <br>}, {@code <BR/>} or {@code <br />} ends; its own beginning when it is none. */
    private static int breakEnd(String text, int at) {
        if (!text.regionMatches(true, at, BREAK, 0, BREAK.length())) {
            return at;
        }
        int end = at + BREAK.length();
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '/')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '>' ? end + 1 : at;
    }

    private static void reportTrimmed(Entries entries, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            entries.entry(start, end);
        }
    }
}
