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

import io.massms.camel.protocol.Amounts;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Reply;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code getbalance.php} (manual, section "Consulta de saldo"): points, without a password. A bare 107 is a balance of 107 points;
 * the error of that number is told from it by what stands around it.
 */
final class MasSmsBalance implements Codec<AccountQuestion, BigDecimal> {

    @Override
    public Call encode(AccountQuestion question, Account account) {
        return Form.of(account, question.operation())
                .add("api_id", Credential.apiId)
                .add("user", Credential.user)
                .call();
    }

    @Override
    public Answer<BigDecimal> decode(Reply reply, AccountQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.size() != 1 || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        String line = lines.get(0);
        BigDecimal points = Amounts.parse(line);
        if (points != null) {
            return Answer.of(points);
        }
        MasSmsCode refusal = MasSmsCode.in(line);
        return refusal == null
                ? Unclear.query(reply, account)
                : Answer.failed(refusal.refusal(Excerpts.of(MasSmsCode.words(line), account)));
    }
}
