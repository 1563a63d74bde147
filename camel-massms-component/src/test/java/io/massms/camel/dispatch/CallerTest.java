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
package io.massms.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallerTest {
    private final HeldTransport transport = new HeldTransport();
    private final List<Answer<SendAnswer>> answers = new ArrayList<>();

    static Stream<Supplier<Answer<SendAnswer>>> nothings() {
        return Stream.of(
                () -> null,
                () -> Answer.of(null),
                () -> Answer.failed(null),
                () -> Answer.of(SendAnswer.of(Collections.singletonList(null))));
    }

    @ParameterizedTest
    @MethodSource("nothings")
    void whatACodecMakesNothingOfIsUncertain(Supplier<Answer<SendAnswer>> nothing) {
        Account account = FakeProvider.settings().account();
        SendQuestion question = new SendQuestion(List.of(SmsMessage.of("573001234567", "Hola")), false, 1, 1);
        new Caller(transport, account, Duration.ofSeconds(1)).ask(new Careless(nothing), question, answers::add);
        transport.answer(0, "taken");

        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.verdict())
                                .extracting(Verdict::state, Verdict::error)
                                .containsExactly(SmsState.UNKNOWN, SmsError.UNEXPECTED_RESPONSE));
    }

    private record Careless(Supplier<Answer<SendAnswer>> answer) implements Codec<SendQuestion, SendAnswer> {
        @Override
        public Call encode(SendQuestion question, Account account) {
            return new FakeProvider().encode(question, account);
        }

        @Override
        public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
            return answer.get();
        }
    }
}
