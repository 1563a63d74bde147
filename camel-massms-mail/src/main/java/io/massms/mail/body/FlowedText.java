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

/** Text whose lines a program broke for its own screen ({@code format=flowed}, RFC 3676): a blank at a line's end says that it goes on. */
final class FlowedText {
    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /**
     * The text with its lines as they were written.
     *
     * @param deleteSpace whether the blank at the end only marks the break ({@code delsp=yes})
     */
    static String joined(String text, boolean deleteSpace) {
        List<String> lines = new ArrayList<>();
        boolean open = false;
        for (String line : text.lines().toList()) {
            String content = line.startsWith(" ") ? line.substring(1) : line;
            boolean goesOn =
                    open && quotes(lines.get(lines.size() - 1)) == quotes(content) && !content.equals(SIGNATURE);
            boolean flows = content.endsWith(" ") && !content.equals(SIGNATURE);
            String kept = flows && deleteSpace ? content.substring(0, content.length() - 1) : content;
            if (goesOn) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + kept.substring(quotes(content)));
            } else {
                lines.add(kept);
            }
            open = flows;
        }
        return String.join("\n", lines);
    }

    /** How deep a line is quoted. */
    private static int quotes(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
