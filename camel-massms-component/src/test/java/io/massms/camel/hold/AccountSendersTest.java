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
package io.massms.camel.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.dispatch.Outcome;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccountSendersTest {

    @Test
    void whereNobodySendsInTheSameWayTheMostCarefulOneDoes() {
        AccountSenders senders = new AccountSenders();
        HeldSender careful = new IdleSender(2);
        HeldSender same = new IdleSender(0);
        for (int i = 0; i < 10; i++) {
            senders.add("plain" + i, new IdleSender(i % 2));
        }
        senders.add("careful", careful);
        senders.add("same", same);

        assertThat(senders.find("same").sender()).isSameAs(same);
        assertThat(senders.find("as it was before").sender()).isSameAs(careful);
    }

    @Test
    void aClockThatIsSetBackMakesNothingLateThatAnEndpointWaitedFor() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now().plus(Duration.ofHours(4)));
        AtomicLong nanoTime = new AtomicLong();
        AccountSenders senders = new AccountSenders(clock::get, nanoTime::get);
        senders.add("settings", new IdleSender(0));

        Instant due = clock.get().minus(Duration.ofHours(3));
        clock.set(due);
        nanoTime.addAndGet(Duration.ofHours(1).toNanos());
        HeldMessages held = new HeldMessages(
                "account", "settings", "invoice-1", due, due, 0, List.of(SmsMessage.of("3001234567", "Hola")));

        assertThat(senders.find("settings").isTooLateFor(held)).isFalse();
        assertThat(senders.find("settings").missed(held)).isEqualTo(Duration.ofHours(-1));
    }

    private record IdleSender(int guards) implements HeldSender {
        @Override
        public HeldRules rules() {
            return new HeldRules(Duration.ofHours(1), 0, Duration.ofSeconds(1));
        }

        @Override
        public void begin() {
            // nothing to keep for it
        }

        @Override
        public void end() {
            // nothing was kept for it
        }

        @Override
        public boolean isStopping() {
            return false;
        }

        @Override
        public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
            throw new AssertionError("nothing is to be sent");
        }

        @Override
        public Outcome unsent(List<SmsMessage> messages, Verdict verdict) {
            throw new AssertionError(verdict);
        }

        @Override
        public void report(String clientId, Instant scheduledTime, Outcome outcome) {
            throw new AssertionError(outcome);
        }
    }
}
