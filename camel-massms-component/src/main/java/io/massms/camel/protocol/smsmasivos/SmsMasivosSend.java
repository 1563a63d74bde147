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
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.protocol.WireTimes;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Duration;

/**
 * {@code enviar_sms.asp} (manual, section "Envío de mensajes vía http (en tiempo real)"): one message a request. The answer is
 * {@code code;text}, as asked for, or else {@code OK} or {@code number: text}.
 */
final class SmsMasivosSend implements Codec<SendQuestion, SendAnswer> {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String YES = "1";
    private static final String DELIVERED_TO_OPERATORS = "0";
    private static final String OK = "OK";
    private static final int LONGEST_CODE = 4;

    @Override
    public Call encode(SendQuestion question, Account account) {
        SmsMessage message = question.first();
        Form form = Form.of(account, Operation.send).add("api", YES);
        SmsMasivosForms.addCredentials(form, account.credentials())
                .add("tos", message.to())
                .add("texto", message.text())
                .add("respuestanumerica", YES);
        if (question.dryRun()) {
            form.add("test", YES);
        }
        if (travels(message.clientId(), account)) {
            form.add("idinterno", message.clientId());
        }
        if (message.scheduledTime() != null) {
            form.add(
                    "fechadesde",
                    WireTimes.second(WireTimes.notBefore(message.scheduledTime(), SECOND, account.zone())));
        }
        if (message.html() != null) {
            form.add("html", message.html());
        }
        return form.call();
    }

    private static boolean travels(String clientId, Account account) {
        SendProfile channel = account.profile().send(Channel.http);
        return clientId != null && channel.clientId().matcher(clientId).matches();
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        String text = reply.text();
        Verdict verdict = Unclear.isErrorPage(reply, text) ? null : verdict(firstLine(text), question, account);
        return Answer.of(
                verdict == null ? Unclear.send(reply, question, account) : SendAnswer.forAll(verdict, question));
    }

    private static String firstLine(String text) {
        var lines = Lines.of(text);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** Null for what the manual does not know. */
    private static Verdict verdict(String line, SendQuestion question, Account account) {
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
            return taken(question);
        }
        SmsMasivosWord word = SmsMasivosWord.ofCode(code);
        boolean vague = word == null || word == SmsMasivosWord.OTHER;
        SmsMasivosWord said = vague ? SmsMasivosWord.ofText(text) : word;
        String words = Excerpts.of(SmsMasivosWord.withoutNumber(text), question, account);
        if (said == null && word == null) {
            return Unclear.word(text, question, account).withProvider(code, words);
        }
        return verdict(said == null ? word : said, code, words, question);
    }

    private static Verdict ofText(String line, SendQuestion question, Account account) {
        if (Tokens.withoutTrailingSeparators(line).equalsIgnoreCase(OK)) {
            return taken(question);
        }
        String text = SmsMasivosWord.withoutNumber(line);
        SmsMasivosWord word = SmsMasivosWord.ofText(text);
        return word == null ? null : verdict(word, null, Excerpts.of(text, question, account), question);
    }

    private static Verdict verdict(SmsMasivosWord word, String code, String words, SendQuestion question) {
        if (word != SmsMasivosWord.SIMULATED) {
            return word.refusal(code, words);
        }
        return question.dryRun()
                ? new Verdict(SmsState.SKIPPED, null, null, code, words, null, null)
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
