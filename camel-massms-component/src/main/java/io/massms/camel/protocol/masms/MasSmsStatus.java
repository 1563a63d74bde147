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
package io.massms.camel.protocol.masms;

import io.massms.camel.model.SmsError;
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
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.StatusQuestion;
import java.util.List;

/** {@code query.php} (manual, section "Consultar el estado de los SMS"), which takes no password. */
final class MasSmsStatus implements Codec<StatusQuestion, SmsStatus> {
    private static final String STATUS = "STATUS";
    private static final String NOT_FOUND = "NOTFOUND";

    @Override
    public Call encode(StatusQuestion question, Account account) {
        return Form.of(account, Operation.status)
                .add("api_id", Credential.apiId)
                .add("user", Credential.user)
                .add("msgid", question.id())
                .call();
    }

    @Override
    public Answer<SmsStatus> decode(Reply reply, StatusQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.size() != 1) {
            return Unclear.query(reply, account);
        }
        String line = Tokens.withoutTrailingSeparators(lines.get(0));
        if (line.equalsIgnoreCase(NOT_FOUND)) {
            return Answer.of(status(question, account, SmsState.UNKNOWN, null, NOT_FOUND));
        }
        MasSmsCode refusal = MasSmsCode.in(line);
        if (refusal != null) {
            return Answer.failed(refusal.refusal(Excerpts.of(MasSmsCode.words(line), account)));
        }
        int code = statusCode(line);
        MasSmsDelivery delivery = MasSmsDelivery.of(code);
        return delivery == null
                ? Unclear.query(reply, account)
                : Answer.of(status(question, account, delivery.state(), delivery.error(), Integer.toString(code)));
    }

    private static int statusCode(String line) {
        if (!line.regionMatches(true, 0, STATUS, 0, STATUS.length())) {
            return -1;
        }
        String rest = line.substring(STATUS.length()).strip();
        return rest.startsWith(":") ? Tokens.code(rest.substring(1).strip(), -1) : -1;
    }

    private static SmsStatus status(
            StatusQuestion question, Account account, SmsState state, SmsError error, String code) {
        return new SmsStatus(account.profile().id(), question.id(), null, null, state, error, code, null, null);
    }
}
