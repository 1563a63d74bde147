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

import io.massms.camel.model.SmsStatus;
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
import io.massms.camel.spi.StatusesQuestion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of all lines of blocks from a date on: manual, section "Comprobación del proceso de un envío en bloque", "consulta por
 * Fecha (la fecha corresponde al momento del proceso)". The flags {@code solonoleidos} and {@code marcarcomoleidos} stay away: they are
 * the account's and not this program's, and what is marked here and then lost in a crash would never be reported again (decided).
 */
final class SmsMasivosStatuses implements Codec<StatusesQuestion, List<SmsStatus>> {

    @Override
    public Call encode(StatusesQuestion question, Account account) {
        return SmsMasivosForms.addCredentials(Form.of(account, Operation.status), account.credentials())
                .add("fecha", WireTimes.digits(LocalDateTime.ofInstant(question.since(), account.zone())))
                .call();
    }

    @Override
    public Answer<List<SmsStatus>> decode(Reply reply, StatusesQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.isEmpty() || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        if (SmsMasivosStatus.isPending(lines)) {
            return Answer.of(List.of());
        }
        List<SmsStatus> statuses = new ArrayList<>(lines.size());
        for (String line : lines) {
            SmsStatus status = SmsMasivosStatusLine.read(line, account);
            if (status != null) {
                statuses.add(status);
            }
        }
        return statuses.isEmpty() ? SmsMasivosStatus.refusal(lines, reply, account) : Answer.of(statuses);
    }
}
