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

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.camel.model.SmsStatus;
import io.massms.camel.provider.SmsMasivos;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.StatusQuestion;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a vector says of a status is held against all that the codec understood. */
class VectorCheckTest {
    private static final SmsProvider PROVIDER = new SmsMasivos();

    @Test
    void aTimeInAnotherZoneIsCaught() {
        assertCaught("time", status -> status.withTime(status.time().minus(Duration.ofHours(3))));
    }

    @Test
    void anotherReferenceIsCaught() {
        assertCaught("clientId", status -> status.withClientId("another"));
    }

    @Test
    void aMissingRecipientIsCaught() {
        assertCaught(
                "to",
                status -> new SmsStatus(
                        status.provider(),
                        status.messageId(),
                        status.clientId(),
                        null,
                        status.state(),
                        status.error(),
                        status.providerCode(),
                        status.providerText(),
                        status.time()));
    }

    private static void assertCaught(String field, UnaryOperator<SmsStatus> mistake) {
        Vector vector = Vectors.of("smsmasivos").of(Operation.status).get("dry-run");
        SmsProvider mistaken = new Mistaken(mistake);

        VectorCheck.check(PROVIDER, Operation.status, vector);
        assertThatThrownBy(() -> VectorCheck.check(mistaken, Operation.status, vector))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[" + field + "]");
    }

    private record Mistaken(UnaryOperator<SmsStatus> mistake) implements SmsProvider, Codec<StatusQuestion, SmsStatus> {

        @Override
        public ProviderProfile profile() {
            return PROVIDER.profile();
        }

        @Override
        public Protocol protocol() {
            return Protocol.builder().statusByClientId(this).build();
        }

        @Override
        public Call encode(StatusQuestion question, Account account) {
            return PROVIDER.protocol().status().encode(question, account);
        }

        @Override
        public Answer<SmsStatus> decode(Reply reply, StatusQuestion question, Account account) {
            Answer<SmsStatus> answer = PROVIDER.protocol().status().decode(reply, question, account);
            return Answer.of(mistake.apply(answer.fold(status -> status, verdict -> null)));
        }
    }
}
