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
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
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

    @Override
    public Call encode(SendQuestion question, Account account) {
        SmsMessage message = question.first();
        Form form = Form.of(account, Operation.send).add("api", YES);
        SmsMasivosForms.addCredentials(form, account.credentials())
                .add("tos", message.to())
                .add("texto", SmsMasivosText.plain(message.text(), account))
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
            form.add("html", SmsMasivosText.html(message.html(), account));
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
        Verdict verdict =
                Unclear.isErrorPage(reply, text) ? null : SmsMasivosAnswer.verdict(firstLine(text), question, account);
        return Answer.of(
                verdict == null ? Unclear.send(reply, question, account) : SendAnswer.forAll(verdict, question));
    }

    private static String firstLine(String text) {
        var lines = Lines.of(text);
        return lines.isEmpty() ? "" : lines.get(0);
    }
}
