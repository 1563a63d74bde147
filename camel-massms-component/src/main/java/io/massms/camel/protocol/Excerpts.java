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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Spellings;

/**
 * What may be shown of an answer: short, on one line, as plain text, and without secrets, recipients or the messages' texts, all of
 * which an error page may repeat.
 */
public final class Excerpts {
    private static final int LONGEST = 120;
    private static final int SHORTEST_NUMBER = 7;
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 2;

    private Excerpts() {}

    /**
     * Makes an excerpt of an answer to a question about the account.
     *
     * @param  answer  any text
     * @param  account whose secrets are left out
     * @return         at most 120 characters; null when nothing is left
     */
    public static String of(String answer, Account account) {
        return shorten(hideNumbers(plainText(answer, account)));
    }

    /**
     * Makes an excerpt of an answer to a request that sends.
     *
     * @param  answer   any text
     * @param  question whose texts are left out
     * @param  account  whose secrets are left out
     * @return          at most 120 characters; null when nothing is left
     */
    public static String of(String answer, SendQuestion question, Account account) {
        String plain = plainText(answer, account);
        String hidden = null;
        for (SmsMessage message : question.messages()) {
            if (!message.text().equals(hidden)) {
                hidden = message.text();
                plain = hideText(plain, hidden, account);
            }
        }
        return shorten(hideNumbers(plain));
    }

    /** Secrets go before the tags, as a secret can look like a tag, and after them, as a tag can cut a secret in two. */
    private static String plainText(String answer, Account account) {
        return account.credentials().redact(fold(account.credentials().redact(answer)));
    }

    /** The secrets in the text are masked too: in the answer they are by now. */
    private static String hideText(String plain, String text, Account account) {
        return fold(text).length() > plain.length()
                ? plain
                : Spellings.of(plainText(text, account)).replace(plain, "[text]");
    }

    /** Without tags and control characters, each run of white space as one space. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(Math.min(text.length(), 4 * LONGEST));
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            int tagEnd = tagEnd(text, i);
            char c = text.charAt(i);
            if (tagEnd > i || Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                gap = folded.length() > 0;
                i = Math.max(i, tagEnd);
            } else {
                if (gap) {
                    folded.append(' ');
                    gap = false;
                }
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Where the tag that begins here ends, a cut-off one at the end of the text; -1 when none begins here. */
    private static int tagEnd(String text, int at) {
        if (text.charAt(at) != '<' || at + 1 == text.length() || !beginsTag(text.charAt(at + 1))) {
            return -1;
        }
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() - 1 : end;
    }

    private static boolean beginsTag(char c) {
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    /** Masks what can be a recipient, in whatever form: every long run of digits. */
    private static String hideNumbers(String text) {
        StringBuilder hidden = new StringBuilder(text);
        int start = 0;
        for (int i = 0; i <= hidden.length(); i++) {
            if (i == hidden.length() || !Tokens.isDigit(hidden.charAt(i))) {
                hideNumber(hidden, start, i);
                start = i + 1;
            }
        }
        return hidden.toString();
    }

    private static void hideNumber(StringBuilder text, int start, int end) {
        if (end - start >= SHORTEST_NUMBER) {
            for (int i = start + SHOWN_FIRST; i < end - SHOWN_LAST; i++) {
                text.setCharAt(i, '*');
            }
        }
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text.isEmpty() ? null : text;
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
