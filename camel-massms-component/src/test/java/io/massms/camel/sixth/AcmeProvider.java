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
package io.massms.camel.sixth;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import java.util.List;

// tag::provider[]
/** A provider that answers {@code OK id} or {@code ERROR text}. */
public final class AcmeProvider implements SmsProvider {

    @Override
    public ProviderProfile profile() {
        return ProviderProfile.of("acme", "Acme SMS")
                .country("PE")
                .zone("America/Lima")
                .send(Channel.http, SendProfile.of(1, new TextRules(Alphabet.GSM7, 160, 160)))
                .url(Operation.send, "https://api.acme.example/v1/send")
                .credentials(Credential.token)
                .build();
    }

    @Override
    public Protocol protocol() {
        return Protocol.builder().send(Channel.http, new Send()).build();
    }

    private static final class Send implements Codec<SendQuestion, SendAnswer> {
        @Override
        public Call encode(SendQuestion question, Account account) {
            return new FormCall(
                    account.method(),
                    account.url(Operation.send),
                    List.of(
                            new Parameter("token", account.secret(Credential.token)),
                            new Parameter("to", question.first().to()),
                            new Parameter("text", question.first().text())),
                    account.profile().charset());
        }

        @Override
        public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
            return Answer.of(SendAnswer.forAll(verdict(reply.text(), account), question));
        }

        private static Verdict verdict(String answer, Account account) {
            if (answer.startsWith("OK ")) {
                return Verdict.taken(SmsState.ENROUTE, answer.substring(3));
            }
            String words = account.credentials().redact(answer);
            return answer.startsWith("ERROR ")
                    ? Verdict.rejected(SmsError.OTHER, null, words, "Acme refused the message")
                    : Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, words, "The answer could not be understood");
        }
    }
}
// end::provider[]
