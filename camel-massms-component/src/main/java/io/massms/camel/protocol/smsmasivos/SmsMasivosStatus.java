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

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.StatusQuestion;
import java.util.List;

/**
 * {@code obtener_respuestaapi_bloque.asp} by {@code idinterno} (manual, section "Comprobación del proceso de un envío en bloque"). Where
 * several lines went under one reference, the last one reported counts, and none that is older than the message.
 */
final class SmsMasivosStatus implements Codec<StatusQuestion, SmsStatus> {
    static final String PENDING = "PENDIENTE";

    @Override
    public Call encode(StatusQuestion question, Account account) {
        return SmsMasivosForms.addCredentials(Form.of(account, Operation.status), account.credentials())
                .add("idinterno", question.id())
                .call();
    }

    @Override
    public Answer<SmsStatus> decode(Reply reply, StatusQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.isEmpty() || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        if (isPending(lines)) {
            return Answer.of(pending(question, account));
        }
        List<SmsStatus> statuses = lines.stream()
                .map(line -> SmsMasivosStatusLine.read(line, account))
                .filter(status -> status != null && status.clientId().equalsIgnoreCase(question.id()))
                .toList();
        if (statuses.isEmpty()) {
            return refusal(lines, reply, account);
        }
        SmsStatus answer = question.answerIn(statuses);
        return Answer.of(
                answer == null
                        ? pending(question, account)
                        : answer.withMessageId(null).withClientId(question.id()));
    }

    private static SmsStatus pending(StatusQuestion question, Account account) {
        return new SmsStatus(
                account.profile().id(), null, question.id(), null, SmsState.ENROUTE, null, PENDING, null, null);
    }

    static boolean isPending(List<String> lines) {
        return lines.size() == 1
                && Tokens.withoutTrailingSeparators(lines.get(0)).equalsIgnoreCase(PENDING);
    }

    /** Words without a line's form are about the question itself. */
    static <A> Answer<A> refusal(List<String> lines, Reply reply, Account account) {
        String line = lines.get(0);
        SmsMasivosWord word = lines.size() > 1 || line.indexOf('\t') >= 0 ? null : SmsMasivosWord.ofText(line);
        return word == null || word == SmsMasivosWord.SIMULATED
                ? Unclear.query(reply, account)
                : Answer.failed(word.refusal(null, Excerpts.of(line, account)));
    }
}
