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
package io.massms.camel.component.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.InboundSms;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

class InboxLedgerTest {

    @Test
    void anInboxOfAnySizeThatOthersReadBeforeIsNotConsumedAgain() {
        InboxLedger ledger = new InboxLedger(ConsumedMessages.inMemory(), "smsmasivos:x");
        List<InboundSms> read =
                IntStream.range(0, 150_000).mapToObj(i -> message("id" + i)).toList();
        read.forEach(ledger::consumedByOthers);
        ledger.known();
        ledger.learn(read);

        assertThat(ledger.take(Integer.MAX_VALUE, 0)).isEmpty();
    }

    @Test
    void aMessageThatCompletedDoesNotComeAgainByALateFailure() {
        InboxLedger ledger = new InboxLedger(ConsumedMessages.inMemory(), "smsmasivos:x");
        ledger.learn(List.of(message("id")));
        ledger.take(1, 0);
        ledger.completed(message("id"));
        ledger.failed(message("id"));
        ledger.learn(List.of(message("id")));

        assertThat(ledger.take(1, 5)).isEmpty();
    }

    @Test
    void aCompletedMessageThatItDoesNotKnowIsRemembered() {
        InboxLedger ledger = new InboxLedger(ConsumedMessages.inMemory(), "smsmasivos:x");
        ledger.completed(message("id"));
        ledger.learn(List.of(message("id")));

        assertThat(ledger.take(1, 5)).isEmpty();
    }

    @Test
    void aMessageThatItsRepositoryForgotIsRememberedAsLongAsTheInboxShowsIt() {
        IdempotentRepository forgetful = MemoryIdempotentRepository.memoryIdempotentRepository(new HashMap<>());
        InboxLedger ledger = new InboxLedger(forgetful, "smsmasivos:x");
        ledger.completed(message("id"));
        forgetful.clear();
        ledger.learnAll(List.of(message("id")));
        ledger.learnAll(List.of());
        ledger.learnAll(List.of(message("id")));
        assertThat(ledger.take(1, 5)).isEmpty();

        ledger.learnAll(List.of());
        ledger.learnAll(List.of());
        ledger.learnAll(List.of(message("id")));
        assertThat(ledger.take(1, 5)).hasSize(1);
    }

    /** Else what a crash left behind, marked as read, would count as consumed by others. */
    @Test
    void anInboxThatWasReadIsNotNewWhereItsRepositoryForgot() {
        IdempotentRepository forgetful = MemoryIdempotentRepository.memoryIdempotentRepository(new HashMap<>());
        InboxLedger ledger = new InboxLedger(forgetful, "smsmasivos:x");
        assertThat(ledger.isNew()).isTrue();
        ledger.known();
        forgetful.clear();

        assertThat(ledger.isNew()).isFalse();
    }

    private static InboundSms message(String id) {
        return new InboundSms("smsmasivos", "1144445555", null, "t", id, null, Instant.EPOCH);
    }
}
