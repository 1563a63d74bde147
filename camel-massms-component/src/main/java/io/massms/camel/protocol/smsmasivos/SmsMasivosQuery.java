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

import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credentials;
import io.massms.camel.spi.Reply;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One of the questions that are answered with one value (manual, sections "Consulta de …").
 *
 * @param <A> the value's type
 */
final class SmsMasivosQuery<A> implements Codec<AccountQuestion, A> {
    private final BiFunction<Form, Credentials, Form> filler;
    private final BiFunction<String, ZoneId, A> parser;

    /**
     * A question.
     *
     * @param filler fills in the form
     * @param parser reads the value, on a clock of the provider's zone where it is a time; gives null for what is none
     */
    SmsMasivosQuery(BiFunction<Form, Credentials, Form> filler, BiFunction<String, ZoneId, A> parser) {
        this.filler = filler;
        this.parser = parser;
    }

    @Override
    public Call encode(AccountQuestion question, Account account) {
        return filler.apply(Form.of(account, question.operation()), account.credentials())
                .call();
    }

    @Override
    public Answer<A> decode(Reply reply, AccountQuestion question, Account account) {
        List<String> lines = Lines.of(reply.text());
        if (lines.size() != 1 || Unclear.isErrorPage(reply, lines.get(0))) {
            return Unclear.query(reply, account);
        }
        String line = lines.get(0);
        A value = parser.apply(Tokens.withoutTrailingSeparators(line), account.zone());
        if (value != null) {
            return Answer.of(value);
        }
        SmsMasivosWord word = SmsMasivosWord.ofText(line);
        return word == null || word == SmsMasivosWord.SIMULATED
                ? Unclear.query(reply, account)
                : Answer.failed(word.refusal(null, Excerpts.of(line, account)));
    }
}
