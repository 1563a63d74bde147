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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;

/**
 * What the provider says of a single message: {@code code;text}, {@code OK}, or {@code number: text}. It says the same by every channel
 * (manual: "Los parámetros y respuestas posibles son idénticas al envío vía HTTP normal").
 */
final class SmsMasivosAnswer {
    private static final String DELIVERED_TO_OPERATORS = "0";
    private static final String OK = "OK";
    private static final int LONGEST_CODE = 4;

    private SmsMasivosAnswer() {}

    /** Null for what the manual does not know. */
    static Verdict verdict(String line, SendQuestion question, Account account) {
        int end = line.indexOf(';');
        String code = end < 0 ? line : line.substring(0, end).strip();
        return isCode(code)
                ? ofCode(code, end < 0 ? "" : line.substring(end + 1), question, account)
                : ofText(line, question, account);
    }

    private static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && Tokens.isDigits(code.startsWith("-") ? code.substring(1) : code);
    }

    private static Verdict ofCode(String code, String text, SendQuestion question, Account account) {
        if (code.equals(DELIVERED_TO_OPERATORS)) {
            return taken(question).withProvider(code, words(text, question, account));
        }
        SmsMasivosWord word = SmsMasivosWord.ofCode(code);
        boolean vague = word == null || word == SmsMasivosWord.OTHER;
        SmsMasivosWord said = vague ? SmsMasivosWord.ofText(text) : word;
        String words = words(text, question, account);
        if (said == null && word == null) {
            return Unclear.word(text, question, account).withProvider(code, words);
        }
        return verdict(said == null ? word : said, code, words, question);
    }

    private static Verdict ofText(String line, SendQuestion question, Account account) {
        if (Tokens.withoutTrailingSeparators(line).equalsIgnoreCase(OK)) {
            return taken(question).withProvider(OK, null);
        }
        SmsMasivosWord word = SmsMasivosWord.ofText(SmsMasivosWord.withoutNumber(line));
        return word == null ? null : verdict(word, null, words(line, question, account), question);
    }

    private static String words(String text, SendQuestion question, Account account) {
        return Excerpts.of(SmsMasivosWord.withoutNumber(text), question, account);
    }

    private static Verdict verdict(SmsMasivosWord word, String code, String words, SendQuestion question) {
        if (word != SmsMasivosWord.SIMULATED) {
            return word.refusal(code, words);
        }
        return question.dryRun()
                ? Verdict.dryRun().withProvider(code, words)
                : Verdict.rejected(
                        SmsError.OTHER,
                        code,
                        words,
                        "The provider only simulated the message although it was to be sent; ask the provider why");
    }

    private static Verdict taken(SendQuestion question) {
        return Verdict.taken(question.first().scheduledTime() == null ? SmsState.ENROUTE : SmsState.SCHEDULED, null);
    }
}
