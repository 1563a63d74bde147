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
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.protocol.soap.SoapAnswer;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.NotEncodableException;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;

/** {@code EnviarSMS} (manual, section "Envío de mensajes vía Web Service (en tiempo real)"): one message a call. */
final class SmsMasivosSoapSend implements Codec<SendQuestion, SendAnswer> {
    private static final String NAME = "EnviarSMS";
    private static final int LONGEST_LONG = 18;

    @Override
    public Call encode(SendQuestion question, Account account) {
        SmsMessage message = question.first();
        return SmsMasivosWebService.call(NAME, Operation.send, account)
                .add("numero", number(message.to()))
                .add("texto", message.text())
                .add("test", question.dryRun())
                .call();
    }

    private static String number(String to) {
        if (!Tokens.isDigits(to) || to.length() > LONGEST_LONG) {
            throw new NotEncodableException(
                    SmsError.INVALID_NUMBER,
                    "By the web service a recipient is a whole number of at most " + LONGEST_LONG
                            + " digits; leave out all signs, or set numberPolicy=normalize");
        }
        return to;
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        SoapAnswer answer = SoapAnswer.read(reply.text(), NAME);
        Verdict verdict = null;
        if (answer != null) {
            verdict = answer.fault() == null
                    ? result(answer.result().text(), question, account)
                    : fault(answer.fault(), question, account);
        }
        return Answer.of(
                verdict == null ? Unclear.send(reply, question, account) : SendAnswer.forAll(verdict, question));
    }

    private static Verdict result(String text, SendQuestion question, Account account) {
        List<String> lines = Lines.of(text);
        return lines.isEmpty() ? null : SmsMasivosAnswer.verdict(lines.get(0), question, account);
    }

    private static Verdict fault(SoapAnswer.Fault fault, SendQuestion question, Account account) {
        String words = Excerpts.of(fault.reason(), question, account);
        Verdict refusal = SmsMasivosWebService.refusal(fault, words);
        return refusal == null
                ? SmsMasivosWebService.unclear(
                        words, "; the message may have left, so find out before sending it again")
                : refusal;
    }
}
