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

    private BodyTrim() {}

    static String trim(String body, boolean keepQuotes, Occasion occasion) {
        List<String> lines =
                body.replace('\u00a0', ' ').lines().map(BodyTrim::visible).toList();
        return String.join("\n", keepQuotes ? words(unsigned(lines)) : withoutQuotes(lines, occasion));
    }

    /** Whether nobody sees any of it: blanks and characters without a shape, with which pages fill lines. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(BodyTrim::isInvisible);
    }

    private static List<String> withoutQuotes(List<String> lines, Occasion occasion) {
        List<String> written = written(lines, occasion);
        boolean nothing =
                written.stream().allMatch(line -> ADVERTISEMENT.matcher(line).matches());
        if (!nothing) {
            return written;
        }
        QuotedOriginal original = original(lines, occasion);
        return mayPassOn(lines, original, occasion) ? passedOn(lines, original, occasion) : written;
    }

    /** Else the line of a telephone is what somebody wrote: they try the bridge with it. */
    private static boolean mayPassOn(List<String> lines, QuotedOriginal original, Occasion occasion) {
        return occasion != Occasion.UNKNOWN
                || original != null
                || lines.stream().anyMatch(BodyTrim::isQuote);
    }

    /** What stands above an original, or below one whose lines are marked. */
    private static List<String> written(List<String> lines, Occasion occasion) {
        List<String> written = new ArrayList<>();
        int next = 0;
        while (next < lines.size() && !isSignature(lines.get(next))) {
            QuotedOriginal original = QuotedOriginal.at(lines, next, occasion);
            if (original == null) {
                written.addAll(unquoted(lines.subList(next, ++next)));
            } else if (!written.isEmpty() || original.endsMail()) {
                break;
            } else if (original.isQuoted()) {
                next = original.end();
            } else if (occasion == Occasion.UNKNOWN && original.mayBeTheMail()) {
                return unquoted(unsigned(lines.subList(next, lines.size())));
            } else {
                break;
            }
        }
        return written;
    }

    /** The original of a mail that passes it on; where all of it is marked as quoted, without the marks. */
    private static List<String> passedOn(List<String> lines, QuotedOriginal original, Occasion occasion) {
        if (original == null) {
            List<String> quotes =
                    unsigned(lines).stream().filter(BodyTrim::isQuote).toList();
            return occasion == Occasion.FORWARD ? ownWords(unmarked(quotes), occasion) : List.of();
        }
        if (!original.isPassedOn(occasion) || original.endsMail()) {
            return List.of();
        }
        List<String> passed = unsigned(lines.subList(original.start(), lines.size()));
        boolean marked = passed.stream()
                .skip(original.end() - original.start())
                .allMatch(line -> line.isBlank() || isQuote(line));
        return ownWords(marked ? unmarked(passed) : passed, occasion);
    }

    /** What is passed on, without what it quotes itself and the lines that announce that. */
    private static List<String> ownWords(List<String> passed, Occasion occasion) {
        List<String> own = new ArrayList<>();
        int next = 0;
        while (next < passed.size()) {
            QuotedOriginal inner = QuotedOriginal.at(passed, next, occasion);
            if (inner != null && inner.onlyAnnouncesAQuote()) {
                next = inner.end();
            } else {
                own.add(passed.get(next++));
            }
        }
        return unquoted(own);
    }

    /** The first one; null where there is none. */
    private static QuotedOriginal original(List<String> lines, Occasion occasion) {
        return IntStream.range(0, lines.size())
                .mapToObj(line -> QuotedOriginal.at(lines, line, occasion))
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

    private static List<String> unquoted(List<String> lines) {
        return words(lines.stream().filter(line -> !isQuote(line)).toList());
    }

    private static List<String> words(List<String> lines) {
        return lines.stream()
                .filter(line -> !isBlank(line))
                .map(line -> stripped(line).replaceAll("\\p{Cntrl}+", " "))
                .toList();
    }

    private static boolean isSignature(String line) {
        return SIGNATURE.matcher(line).matches();
    }

    private static boolean isQuote(String line) {
        return line.startsWith(">");
    }

    /** Without what nobody sees before the first word, where that is more than blanks: marks would not be known behind it. */
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
