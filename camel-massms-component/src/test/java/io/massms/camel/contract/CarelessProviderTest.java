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
package io.massms.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.model.SmsState;
import io.massms.camel.provider.Natalia;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract itself: it catches a provider that takes every answer for a success and keeps all of it. */
class CarelessProviderTest {
    private static final SmsProvider CAREFUL = new Natalia();

    private final ProviderContract contract = new ProviderContract(new CarelessProvider()) {};

    @Test
    void aWrongMeaningIsCaughtByTheVectors() {
        assertCaught(contract.everyVectorHolds(), "natalia/send/code-3");
    }

    @Test
    void anAcceptanceByTheBeginningOfARefusalIsCaught() {
        assertCaught(contract.aCutOffAnswerNeverSaysMoreThanTheWholeOne(), "is accepted by");
    }

    @Test
    void anAcceptanceByAWebPageIsCaught() {
        assertCaught(contract.anAnswerInsideAWebPageIsNeverASuccess(), "accepted by");
    }

    @Test
    void aShownSecretIsCaught() {
        assertCaught(contract.nothingThatIsShownHoldsASecretARecipientOrAText(), "what is shown of");
    }

    @Test
    void anOperationWithVectorsAndWithoutCodecIsCaught() {
        assertThatThrownBy(contract::everyDeclaredOperationHasVectorsAndNoOther).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::everyDeclaredOperationHasAnAddressAndNoOther)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("balance");
    }

    private static void assertCaught(Stream<DynamicTest> tests, String part) {
        assertThat(tests.map(CarelessProviderTest::failure))
                .anySatisfy(failure -> assertThat(failure).contains(part));
    }

    private static String failure(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return "";
        } catch (Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static final class CarelessProvider implements SmsProvider {

        @Override
        public ProviderProfile profile() {
            return CAREFUL.profile();
        }

        @Override
        public Protocol protocol() {
            return Protocol.builder().send(Channel.http, new CarelessCodec()).build();
        }
    }

    private static final class CarelessCodec implements Codec<SendQuestion, SendAnswer> {

        @Override
        public Call encode(SendQuestion question, Account account) {
            return CAREFUL.protocol().send(Channel.http).encode(question, account);
        }

        @Override
        public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
            String code = reply.text();
            boolean refused = code.equals("-1") || code.equals("-4");
            return Answer.of(SendAnswer.forAll(
                    refused ? Verdict.rejected(null, code, null, null) : Verdict.taken(SmsState.ENROUTE, code),
                    question));
        }
    }
}
