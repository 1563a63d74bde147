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

import io.massms.camel.contract.PushVector.ExpectedSms;
import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.Push;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.Verdict;
import java.time.Instant;

/** Holds one vector of a push against a provider's decoder. */
final class PushCheck {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private PushCheck() {}

    static void check(SmsProvider provider, PushVector vector) {
        assertThat(vector.source()).as("source: manual, observed or decided").isNotNull();
        assertThat(vector.description()).as("description").isNotBlank();
        if (vector.source() == Vector.Source.manual) {
            assertThat(vector.section()).as("the manual's section").isNotBlank();
        }
        assertThat(vector.expected() == null)
                .as("a push is expected to mean something, or to be refused")
                .isEqualTo(vector.refused() != null);
        Push push = new Push(
                vector.parameters().stream()
                        .map(pair -> new Parameter(pair.get(0), pair.get(1)))
                        .toList(),
                NOW);
        Answer<InboundSms> answer = provider.protocol().push().decode(push, provider.profile());
        if (vector.refused() == null) {
            assertThat(answer).isEqualTo(Answer.of(sms(provider, vector.expected())));
        } else {
            assertThat(answer).isInstanceOf(Answer.Failed.class);
            checkRefusal(((Answer.Failed<InboundSms>) answer).verdict(), vector);
        }
        vector.parameters().forEach(pair -> assertHidden(push.toString() + answer, pair.get(1)));
    }

    private static InboundSms sms(SmsProvider provider, ExpectedSms expected) {
        return new InboundSms(
                provider.profile().id(),
                expected.from(),
                expected.to(),
                expected.text(),
                expected.messageId(),
                expected.clientId(),
                NOW);
    }

    private static void checkRefusal(Verdict verdict, PushVector vector) {
        assertThat(verdict.error()).isNotNull();
        assertThat(verdict.reason()).contains(vector.refused()).contains("right");
    }

    /** Texts and numbers are personal; a reference is the client's own. */
    private static void assertHidden(String shown, String value) {
        if (value.strip().length() > 8) {
            assertThat(shown).doesNotContain(value.strip());
        }
    }
}
