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
package io.massms.camel.protocol.contacto;

import io.massms.camel.protocol.Amounts;
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

/** {@code query.php} (manuals, section "Consulta de saldo por parámetros"): an amount; exactly -1 says that the credentials are wrong. */
final class ContactoBalance implements Codec<AccountQuestion, BigDecimal> {
    private static final BigDecimal WRONG_CREDENTIALS = BigDecimal.ONE.negate();

    /** The table of itcloud's manual asks for the token and its example sends the password: where there is one, it goes (decided). */
    @Override
    public Call encode(AccountQuestion question, Account account) {
        Credential secret = account.credentials().has(Credential.password) ? Credential.password : Credential.token;
        return Form.of(account, question.operation())
                .add("user", Credential.user)
                .add(secret.name(), secret)
                .call();
    }

    @Override
    public Answer<BigDecimal> decode(Reply reply, AccountQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.size() != 1 || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        BigDecimal balance = Amounts.parse(lines.get(0));
        if (balance == null) {
            return Unclear.query(reply, account);
        }
        return balance.compareTo(WRONG_CREDENTIALS) == 0
                ? Answer.failed(ContactoCode.WRONG_CREDENTIALS.refusal())
                : Answer.of(balance);
    }
}
