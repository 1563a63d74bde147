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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Leaves out what nobody would pay for: signatures, quotes and blank lines. */
final class BodyTrim {
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");

    /** What telephones and programs put below every mail by themselves. */
    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "(sent from my|enviado desde mi|enviado do meu) .{1,40}|(get|obtener|obter) outlook (for|para) .{1,80}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED_ONCE = Pattern.compile("> ?[^> ].*");
    private static final Pattern QUOTED_TWICE = Pattern.compile("> ?>.*");

    private final List<String> lines;
    private final MailKind mailKind;

    /** The first original; null where there is none. */
    private final QuotedOriginal original;

    /** Whether lines that begin with {@code >} are quoted. */
    private final boolean marked;

    private BodyTrim(List<String> lines, MailKind mailKind, boolean page) {
        this.lines = lines;
        this.mailKind = mailKind;
        original = original(lines, mailKind);
        marked = !page || mailKind != MailKind.UNKNOWN || original != null || isThread();
    }

    /** A person does not write lines of both kinds, so a program quoted them. */
    private boolean isThread() {
        return lines.stream().anyMatch(QUOTED_ONCE.asMatchPredicate())
                && lines.stream().anyMatch(QUOTED_TWICE.asMatchPredicate());
    }

    /** Trims plain text. */
    static String text(String body, boolean keepQuotes, MailKind mailKind) {
        return trim(body, keepQuotes, mailKind, false);
    }

    /**
     * Trims the words of a page. Programs quote in pages with elements, and people and alarms write {@code > 90 %}: where nothing else says
     * that it quotes, such lines are its text.
     */
    static String page(String text, boolean keepQuotes, MailKind mailKind) {
        return trim(text, keepQuotes, mailKind, true);
    }

    private static String trim(String body, boolean keepQuotes, MailKind mailKind, boolean page) {
        List<String> lines =
                body.replace('\u00a0', ' ').lines().map(BodyTrim::visible).toList();
        return String.join(
                "\n", keepQuotes ? visibleLines(unsigned(lines)) : new BodyTrim(lines, mailKind, page).withoutQuotes());
    }

    /** Whether all of it is invisible: blanks and zero-width characters, with which pages fill lines. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(BodyTrim::isInvisible);
    }

    private List<String> withoutQuotes() {
        List<String> written = written();
        boolean nothing =
                written.stream().allMatch(line -> ADVERTISEMENT.matcher(line).matches());
        return nothing && mayPassOn() ? passedOn() : written;
    }

    /** Otherwise a telephone's advertisement is the whole text: somebody is trying out the bridge. */
    private boolean mayPassOn() {
        return mailKind != MailKind.UNKNOWN
                || original != null
                || lines.stream().anyMatch(this::isQuote);
    }

    /** What stands above an original, or below one whose lines are marked. */
    private List<String> written() {
        List<String> written = new ArrayList<>();
        int next = 0;
        while (next < lines.size() && !isSignature(lines.get(next))) {
            QuotedOriginal begun = QuotedOriginal.at(lines, next, mailKind);
            if (begun == null) {
                written.addAll(unquoted(lines.subList(next, ++next)));
            } else if (!written.isEmpty() || begun.endsMail()) {
                break;
            } else if (begun.isQuoted()) {
                next = begun.end();
            } else if (mailKind == MailKind.UNKNOWN && begun.mayBeTheMail()) {
                return unquoted(unsigned(lines.subList(next, lines.size())));
            } else {
                break;
            }
        }
        return written;
    }

    /** The original of a mail that passes it on; where all of it is marked as quoted, without the marks. */
    private List<String> passedOn() {
        if (original == null) {
            List<String> quotes = unsigned(lines).stream().filter(this::isQuote).toList();
            return mailKind == MailKind.FORWARD ? withoutInnerQuotes(unmarked(quotes)) : List.of();
        }
        if (!original.isPassedOn(mailKind) || original.endsMail()) {
            return List.of();
        }
        List<String> passed = unsigned(lines.subList(original.start(), lines.size()));
        boolean quoted = passed.stream()
                .skip(original.end() - original.start())
                .allMatch(line -> line.isBlank() || isQuote(line));
        return withoutInnerQuotes(quoted ? unmarked(passed) : passed);
    }

    /** What is passed on, without what it quotes itself and the lines that announce that. */
    private List<String> withoutInnerQuotes(List<String> passed) {
        List<String> own = new ArrayList<>();
        int next = 0;
        while (next < passed.size()) {
            QuotedOriginal inner = QuotedOriginal.at(passed, next, mailKind);
            if (inner != null && inner.onlyAnnouncesAQuote()) {
                next = inner.end();
            } else {
                own.add(passed.get(next++));
            }
        }
        return unquoted(own);
    }

    private static QuotedOriginal original(List<String> lines, MailKind mailKind) {
        return IntStream.range(0, lines.size())
                .mapToObj(line -> QuotedOriginal.at(lines, line, mailKind))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> unmarked(List<String> lines) {
        return unsigned(lines.stream()
                .map(line -> visible(line.replaceFirst("^> ?", "")))
                .toList());
    }

    private static List<String> unsigned(List<String> lines) {
        return lines.stream().takeWhile(line -> !isSignature(line)).toList();
    }

    private List<String> unquoted(List<String> lines) {
        return visibleLines(lines.stream().filter(line -> !isQuote(line)).toList());
    }

    private static List<String> visibleLines(List<String> lines) {
        return lines.stream()
                .filter(line -> !isBlank(line))
                .map(line -> stripped(line).replaceAll("\\p{Cntrl}+", " "))
                .toList();
    }

    private static boolean isSignature(String line) {
        return SIGNATURE.matcher(line).matches();
    }

    private boolean isQuote(String line) {
        return marked && line.startsWith(">");
    }

    /** Without invisible characters before the first word, unless they are only blanks: they would hide the mark of a quote. */
    private static String visible(String line) {
        int start = start(line);
        return line.substring(0, start).isBlank() ? line : line.substring(start);
    }

    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && isInvisible(line.codePointBefore(end))) {
            end -= Character.charCount(line.codePointBefore(end));
        }
        return line.substring(Math.min(start(line), end), end);
    }

    private static int start(String line) {
        int start = 0;
        while (start < line.length() && isInvisible(line.codePointAt(start))) {
            start += Character.charCount(line.codePointAt(start));
        }
        return start;
    }

    private static boolean isInvisible(int one) {
        return Character.isWhitespace(one)
                || Character.isSpaceChar(one)
                || Character.isISOControl(one)
                || Character.getType(one) == Character.FORMAT;
    }
}
