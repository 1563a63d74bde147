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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that programs write above the mail that they quote. People write "De: la clinica" too: a sender alone is none, and one with other
 * headers only where they say to whom, about what, and name an address or a time. Notices and forms have all of that too, so that in a mail
 * which is no answer only those count that no person writes.
 */
final class QuotedHeaders {
    private static final Pattern RULE = Pattern.compile("_{5,}");
    private static final Pattern HEADER = Pattern.compile("\\*?(?:(?<FROM>From|De)|(?<SENT>Sent|Enviad[oa](?: el| em)?)"
            + "|(?<TO>To|Para)|(?<SUBJECT>Subject|Asunto|Assunto)|(?<OTHER>Date|Fecha|Data|Cc|CC))\\s?:.*");
    private static final Pattern ADDRESS_OR_TIME = Pattern.compile("@|\\d{1,2}:\\d{2}");
    private static final int MOST_LINES = 40;
    private static final int MOST_BLANKS = 5;

    private enum Kind {
        FROM,
        SENT,
        TO,
        SUBJECT,
        OTHER
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> lines;
    private final int start;
    private int end;
    private boolean evident;

    private QuotedHeaders(List<String> lines, int start) {
        this.lines = lines;
        this.start = start;
    }

    /** Those that begin at a line, or below a rule that stands there; null where there are none. */
    static QuotedHeaders at(List<String> lines, int from, MailKind mailKind) {
        QuotedHeaders headers = new QuotedHeaders(lines, from);
        headers.read(headers.behindRule());
        return headers.areSent() || mailKind != MailKind.UNKNOWN && headers.areComplete() ? headers : null;
    }

    /** The line behind the last one. */
    int end() {
        return end;
    }

    /** As Outlook for Windows writes them: nobody else puts when it was sent below the sender. */
    private boolean areSent() {
        return kinds.size() > 1 && kinds.get(1) == Kind.SENT;
    }

    private boolean areComplete() {
        return kinds.size() > 2 && kinds.contains(Kind.TO) && kinds.contains(Kind.SUBJECT) && evident;
    }

    private boolean isRule() {
        return RULE.matcher(lines.get(start).strip()).matches();
    }

    private int behindRule() {
        if (!isRule()) {
            return start;
        }
        int next = start + 1;
        while (next < Math.min(start + MOST_BLANKS, lines.size())
                && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    /** One line that is no header may stand between two: a wrapped or a blank one; of addresses there may be more. */
    private void read(int first) {
        int others = 0;
        for (int next = first; next < Math.min(first + MOST_LINES, lines.size()) && others < 2; next++) {
            String line = lines.get(next).strip();
            Kind kind = kind(line);
            if (kinds.isEmpty() && kind != Kind.FROM) {
                return;
            }
            if (kind != null) {
                kinds.add(kind);
                end = next + 1;
                evident |= ADDRESS_OR_TIME.matcher(line).find();
                others = 0;
            } else if (!line.contains("@") && !line.contains(";")) {
                others++;
            }
        }
    }

    private static Kind kind(String line) {
        Matcher header = HEADER.matcher(line);
        if (header.matches()) {
            for (Kind kind : Kind.values()) {
                if (header.group(kind.name()) != null) {
                    return kind;
                }
            }
        }
        return null;
    }
}
