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
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

// tag::provider[]
/** A provider that answers {@code OK id} or {@code ERROR code text}. */
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
        private static final Pattern TAKEN = Pattern.compile("(?i)OK ([0-9]{1,20})");
        private static final Pattern REFUSED = Pattern.compile("(?i)ERROR ([0-9]{1,3}) (.+)");

        @Override
        public Call encode(SendQuestion question, Account account) {
            return Form.of(account, Operation.send)
                    .add("token", Credential.token)
                    .add("to", question.first().to())
                    .add("text", question.first().text())
                    .call();
        }

        @Override
        public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
            List<String> lines = Lines.of(reply.text());
            Verdict verdict = lines.size() == 1 ? verdict(lines.get(0), question, account) : null;
            return Answer.of(
                    verdict == null ? Unclear.send(reply, question, account) : SendAnswer.forAll(verdict, question));
        }

        /** Null for what the manual does not know. */
        private static Verdict verdict(String line, SendQuestion question, Account account) {
            Matcher taken = TAKEN.matcher(line);
            if (taken.matches() && isId(taken.group(1), question, account)) {
                return Verdict.taken(SmsState.ENROUTE, taken.group(1));
            }
            Matcher refused = REFUSED.matcher(line);
            if (!refused.matches()) {
                return null;
            }
            String words = Excerpts.of(refused.group(2), question, account);
            return switch (refused.group(1)) {
                case "1" -> Verdict.rejected(SmsError.AUTHENTICATION, "1", words, "Acme does not know the token");
                case "2" -> Verdict.rejected(SmsError.NO_BALANCE, "2", words, "The credit is used up; buy more");
                default -> Verdict.rejected(SmsError.OTHER, refused.group(1), words, "Acme refused the message");
            };
        }

        /** What only repeats the question is no id of the provider's. */
        private static boolean isId(String said, SendQuestion question, Account account) {
            return !account.credentials().areRepeatedIn(said)
                    && !said.equals(question.first().to());
        }
    }
}
// end::provider[]
