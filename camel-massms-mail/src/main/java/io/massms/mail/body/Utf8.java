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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Decodes text that may be UTF-8, whatever charset the mail names. */
final class Utf8 {
    /** Byte sequences in the form of UTF-8, even where they stand for no character. */
    private static final Pattern SEQUENCE =
            Pattern.compile("[\\xC2-\\xDF][\\x80-\\xBF]|[\\xE0-\\xEF][\\x80-\\xBF]{2}|[\\xF0-\\xF4][\\x80-\\xBF]{3}");

    /** Small letters of Spanish and Portuguese: what Windows makes of them, an Ã with a sign behind it, nobody writes. */
    private static final Pattern SMALL_LETTER =
            Pattern.compile("\\xC3[\\xA1-\\xA3\\xA7\\xA9\\xAA\\xAD\\xB1\\xB3\\xB5\\xBA\\xBC]");

    private Utf8() {}

    /**
     * Decodes bytes as UTF-8, or in the other charset if they are not UTF-8. Broken UTF-8 stays UTF-8, with U+FFFD in place of the broken
     * bytes: the other charset would turn it into a longer and unreadable message.
     */
    static String decodedOr(Charset other, byte[] bytes) {
        return decoded(bytes).orElseGet(() -> new String(bytes, isMeant(bytes) ? StandardCharsets.UTF_8 : other));
    }

    /** An accented capital before a quotation mark or dots looks like a sequence too; in UTF-8 few bytes beside sequences are left. */
    private static boolean isMeant(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> sequences =
                SEQUENCE.matcher(text).results().map(MatchResult::group).toList();
        long others = text.chars().filter(c -> c >= 0x80).count()
                - sequences.stream().mapToInt(String::length).sum();
        return SMALL_LETTER.matcher(text).find()
                || sequences.size() > others
                || sequences.size() == others && sequences.stream().anyMatch(Utf8::isLatinLetter);
    }

    private static boolean isLatinLetter(String sequence) {
        return sequence.charAt(0) <= '\u00c3';
    }

    /** The text; empty where the bytes are none. */
    static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
