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
package io.massms.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a header as {@code Authentication-Results} writes them (RFC 8601, section 2.2): with semicolons between them, which count
 * neither in a comment nor in a quoted string. A sender can put anything into those.
 */
final class HeaderStatements {
    private static final String HARMLESS = "@.-_+";

    private final String header;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int comments;
    private boolean quoted;

    private HeaderStatements(String header) {
        this.header = header;
    }

    /** At least one; comments are left out, and of quoted strings whatever could be taken for more than a word. */
    static List<String> of(String header) {
        return new HeaderStatements(header).read();
    }

    private List<String> read() {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && (quoted || comments > 0)) {
                i++;
            } else if (comments > 0) {
                comments += c == '(' ? 1 : c == ')' ? -1 : 0;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                statement.append(Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0 ? c : '?');
            } else {
                readPlain(c);
            }
        }
        end();
        return statements;
    }

    private void readPlain(char c) {
        if (c == '(') {
            comments = 1;
            statement.append(' ');
        } else if (c == ';') {
            end();
        } else {
            statement.append(c);
        }
    }

    private void end() {
        statements.add(statement.toString().strip());
        statement.setLength(0);
    }
}
