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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.LineCodec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.List;

/**
 * {@code enviar_sms_bloque.asp} (manual, section "Envío de mensajes vía http (en bloque, POST)"): a line for each message. The answer
 * {@code OK} says no more than that the data was taken; what became of a line is reported by {@link SmsMasivosStatus}.
 */
final class SmsMasivosBlock implements LineCodec {
    private static final int USUAL_LINE = 120;

    /**
     * The manual bounds no block. Its kind of server (classic ASP) takes requests of 204,800 bytes unless told otherwise; the rest is for
     * the other fields (decided).
     */
    private static final int MOST_BYTES = 200_000;

    /** Two tabs and a line end, encoded. */
    private static final int SEPARATORS = "%09%09%0D%0A".length();

    @Override
    public Call encode(SendQuestion question, Account account) {
        Form form = Form.post(account, account.url(Operation.send, Channel.block));
        SmsMasivosForms.addCredentials(form, account.credentials())
                .add("separadorcampos", "tab")
                .add("bloque", block(question.messages()));
        if (question.dryRun()) {
            form.add("test", "1");
        }
        return form.call();
    }

    @Override
    public int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    public int lineBytes(SmsMessage message, Account account) {
        Charset charset = account.profile().charset();
        return SEPARATORS
                + URLEncoder.encode(message.clientId() + message.to() + message.text(), charset)
                        .length();
    }

    private static String block(List<SmsMessage> messages) {
        StringBuilder block = new StringBuilder(messages.size() * USUAL_LINE);
        for (SmsMessage message : messages) {
            if (block.length() > 0) {
                block.append("\r\n");
            }
            block.append(field(message.clientId())).append('\t');
            block.append(field(message.to())).append('\t');
            block.append(field(message.text()));
        }
        return block.toString();
    }

    /** Messages are checked before they come here; a line that ran into the next would be dropped by the provider without a word. */
    private static String field(String value) {
        if (value == null || value.isEmpty() || value.chars().anyMatch(c -> c == '\t' || c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("A field of a block line is empty, or has a tab or a line end in it");
        }
        return value;
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.size() != 1 || Unclear.isErrorPage(reply, lines.get(0))) {
            return Answer.of(Unclear.send(reply, question, account));
        }
        String line = lines.get(0);
        if (Tokens.withoutTrailingSeparators(line).equalsIgnoreCase("OK")) {
            return Answer.of(SendAnswer.forAll(
                    question.dryRun() ? Verdict.dryRun() : Verdict.taken(SmsState.ENROUTE, null), question));
        }
        SmsMasivosWord word = SmsMasivosWord.ofText(line);
        boolean forAll =
                word != null && (word.isAboutTheAccount() || question.messages().size() == 1);
        return Answer.of(
                forAll && word != SmsMasivosWord.SIMULATED
                        ? SendAnswer.forAll(
                                word.refusal(null, Excerpts.of(SmsMasivosWord.withoutNumber(line), question, account)),
                                question)
                        : Unclear.send(reply, question, account));
    }
}
