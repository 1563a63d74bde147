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

import java.util.List;
import java.util.regex.Pattern;

/** Where a program began to quote the mail that is answered or forwarded. */
final class QuotedOriginal {
    private static final Pattern ORIGINAL = Pattern.compile(
            "-{2,}\\s*(original message|mensaje original|mensagem original)\\s*-{2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARDED = Pattern.compile(
            "-{2,}\\s*(forwarded message|mensaje reenviado|mensagem encaminhada)\\s*-{2,}"
                    + "|(begin forwarded message|inicio del mensaje reenviado|início da mensagem (re)?encaminhada):",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(on|el|em) .{5,200}(wrote|escribió|escribio|escreveu):", Pattern.CASE_INSENSITIVE);

    /** An address, a time, a date or a year: people write "El doctor escribió:" themselves, programs name one of these. */
    private static final Pattern EVIDENCE =
            Pattern.compile("@|\\d{1,2}:\\d{2}|\\d{1,2}/\\d{1,2}|\\d{1,4}[.-]\\d{1,2}[.-]\\d{1,4}|\\b(19|20)\\d{2}\\b");

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?]\\s*");

    /** Programs wrap an attribution in the middle of an address. */
    private static final int ATTRIBUTION_LINES = 3;

    private enum Kind {
        ORIGINAL,
        FORWARDED,
        ATTRIBUTION,
        HEADERS
    }

    private final List<String> lines;
    private final int start;
    private final int end;
    private final Kind kind;

    private QuotedOriginal(List<String> lines, int start, int end, Kind kind) {
        this.lines = lines;
        this.start = start;
        this.end = end;
        this.kind = kind;
    }

    /** The beginning of an original in these lines; null where there is none. */
    static QuotedOriginal at(List<String> lines, int from, MailKind mailKind) {
        String first = lines.get(from).strip();
        if (ORIGINAL.matcher(first).matches()) {
            return new QuotedOriginal(lines, from, from + 1, Kind.ORIGINAL);
        }
        if (FORWARDED.matcher(first).matches()) {
            return new QuotedOriginal(lines, from, from + 1, Kind.FORWARDED);
        }
        QuotedHeaders headers = QuotedHeaders.at(lines, from, mailKind);
        if (headers != null) {
            return new QuotedOriginal(lines, from, headers.end(), Kind.HEADERS);
        }
        return attributed(lines, from);
    }

    private static QuotedOriginal attributed(List<String> lines, int from) {
        String joined = "";
        for (int end = from + 1; end <= Math.min(from + ATTRIBUTION_LINES, lines.size()); end++) {
            joined = (joined + " " + lines.get(end - 1).strip()).strip();
            QuotedOriginal attributed = new QuotedOriginal(lines, from, end, Kind.ATTRIBUTION);
            if (ATTRIBUTION.matcher(joined).matches()
                    && (EVIDENCE.matcher(joined).find() || attributed.isQuoted())) {
                return attributed;
            }
        }
        return null;
    }

    /** The first line of what announces it. */
    int start() {
        return start;
    }

    /** The line behind what announces it. */
    int end() {
        return end;
    }

    /** Whether it says that it is passed on, or people may have written it themselves: where nothing else is known, it is the mail. */
    boolean mayBeTheMail() {
        return kind == Kind.FORWARDED || kind == Kind.ATTRIBUTION;
    }

    /** Whether the mail says that it passes it on, or else what announces it does. */
    boolean isPassedOn(MailKind mailKind) {
        return mailKind == MailKind.FORWARD || mailKind == MailKind.UNKNOWN && kind == Kind.FORWARDED;
    }

    /** Whether its lines are marked, so that others stand out from them. */
    boolean isQuoted() {
        return kind != Kind.HEADERS && behind().startsWith(">");
    }

    /** Whether its lines are left out, or were before, and no sentence stands among those that announce them: "El turno es hoy. Ana escribió:". */
    boolean onlyAnnouncesAQuote() {
        return (isQuoted() || kind == Kind.ATTRIBUTION && endsMail())
                && lines.subList(start, end - 1).stream()
                        .noneMatch(
                                line -> line.isBlank() || SENTENCE.matcher(line).matches());
    }

    /** Whether nothing comes any more: a page's quote was taken out before. */
    boolean endsMail() {
        return behind().isEmpty();
    }

    private String behind() {
        return lines.subList(end, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
