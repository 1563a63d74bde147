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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.jdbc.PostgresExtension;
import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.model.SmsResult;
import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.Stage;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL goes away between the intent and the outcome, for longer than whoever sends waits, and comes back. */
@ExtendWith(PostgresExtension.class)
class PostgresOutageTest extends SmsTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UnreliableDataSource database;
    private JdbcTracker tracker;

    PostgresOutageTest(DataSource database) {
        this.database = new UnreliableDataSource(database);
    }

    @BeforeEach
    void bindTracker() {
        tracker = JdbcTracker.builder(database)
                .createSchema(true)
                .completeRetry(Duration.ofMillis(200))
                .build();
        context.getRegistry().bind("tracker", tracker);
    }

    @AfterEach
    void closeTracker() {
        tracker.close();
    }

    @Test
    void anOutcomeThatCouldNotBeStoredIsTheAnswerWhenTheDatabaseIsBack() {
        SmsResult first = whileTheDatabaseGoesAway(
                        Fault.delay(Duration.ofMillis(700)).first(1))
                .getMessage()
                .getBody(SmsResult.class);
        await().atMost(PATIENCE).until(() -> message().stage() == Stage.TAKEN);
        SmsResult again = sendKeyed().getMessage().getBody(SmsResult.class);

        assertThat(again.receipts().get(0).messageId())
                .isNotNull()
                .isEqualTo(first.receipts().get(0).messageId());
        assertThat(message().nextCheck()).isNotNull();
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void anOutcomeThatCouldNotBeStoredCanBeSettledWhenTheDatabaseIsBack() {
        assertThat(whileTheDatabaseGoesAway(Fault.acceptThenTimeout().first(1)).getException())
                .isInstanceOf(SmsUncertainException.class);
        await().atMost(PATIENCE).until(() -> message().stage() == Stage.UNCERTAIN);
        Exchange settled = send(
                sms("linktosms", "operation=settle", "tracker=#tracker"),
                "the customer has it",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "DELIVERED"));

        assertThat(settled.getMessage().getBody(Iterable.class)).hasSize(1);
        assertThat(sendKeyed().getException()).isNull();
        assertThat(simulator.messages()).hasSize(1);
    }

    private Exchange whileTheDatabaseGoesAway(Fault fault) {
        simulator.fault(fault);
        CompletableFuture<Exchange> sent = CompletableFuture.supplyAsync(this::sendKeyed);
        await().until(() -> simulator.requestCount() == 1);
        database.fail(UnreliableDataSource.Fault.UNREACHABLE);
        Exchange done = sent.join();
        database.fail(UnreliableDataSource.Fault.NONE);
        return done;
    }

    private Exchange sendKeyed() {
        return send(
                sms("linktosms", "idempotent=true", "requestTimeout=1500", "tracker=#tracker", "to=3001234567"),
                "Hola",
                Map.of(SmsConstants.CLIENT_ID, "order-1"));
    }

    private TrackedMessage message() {
        String account = context.getEndpoint(sms("linktosms", "tracker=#tracker"), SmsEndpoint.class)
                .getAccountKey();
        return tracker.findByClientId(account, "order-1").get(0);
    }
}
