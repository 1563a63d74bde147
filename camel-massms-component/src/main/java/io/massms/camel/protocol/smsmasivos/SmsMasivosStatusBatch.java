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
import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.protocol.WireTimes;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.StatusBatchQuestion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code obtener_respuestaapi_bloque.asp} by {@code fecha}, on the server's clock (manual, section "Comprobación del proceso de un envío
 * en bloque"). A line that cannot be read is told as a status without a reference, as it may have been marked as read by now.
 */
final class SmsMasivosStatusBatch implements Codec<StatusBatchQuestion, List<SmsStatus>> {

    @Override
    public Call encode(StatusBatchQuestion question, Account account) {
        Form form = SmsMasivosForms.addCredentials(Form.of(account, Operation.status), account.credentials())
                .add("fecha", WireTimes.digits(LocalDateTime.ofInstant(question.since(), account.zone())));
        if (question.unreadOnly()) {
            form.add("solonoleidos", "1");
        }
        if (question.markRead()) {
            form.add("marcarcomoleidos", "1");
        }
        return form.call();
    }

    @Override
    public Answer<List<SmsStatus>> decode(Reply reply, StatusBatchQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.isEmpty() || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        if (SmsMasivosStatus.isPending(lines)) {
            return Answer.of(List.of());
        }
        List<SmsStatus> told = new ArrayList<>(lines.size());
        boolean any = false;
        for (String line : lines) {
            SmsStatus status = SmsMasivosStatusLine.read(line, account);
            any |= status != null;
            told.add(status == null ? unreadable(line, account) : status);
        }
        return any ? Answer.of(List.copyOf(told)) : SmsMasivosStatus.refusal(lines, reply, account);
    }

    private static SmsStatus unreadable(String line, Account account) {
        return new SmsStatus(
                account.profile().id(),
                null,
                null,
                null,
                SmsState.UNKNOWN,
                SmsError.UNEXPECTED_RESPONSE,
                null,
                Excerpts.of(line, account),
                null);
    }
}
