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
        List<String> lines = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int end = separatorEnd(text, at, alsoAt);
            if (end > at) {
                add(lines, text, start, at);
                start = end;
                at = end;
            } else {
                at++;
            }
        }
        add(lines, text, start, at);
        return lines;
    }

    private static int separatorEnd(String text, int at, char alsoAt) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r' || c == alsoAt) {
            return at + 1;
        }
        return c == '<' ? breakEnd(text, at) : at;
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

    private static void add(List<String> lines, String text, int start, int end) {
        String line = text.substring(start, end).strip();
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
