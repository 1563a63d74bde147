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

import io.massms.camel.jdbc.PostgresExtension;
import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.camel.tracker.TrackerException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tracker's database stores what reconcile found out, and its answer is lost. */
@ExtendWith(PostgresExtension.class)
class ReconcileLostAnswerTest extends SmsTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RECONCILE =
            "operation=reconcile&requestTimeout=300&delay=50&initialDelay=0&tracker=#tracker";

    private final UnreliableDataSource database;
    private final Queue<SmsState> emitted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private JdbcTracker tracker;
    private boolean stored;

    ReconcileLostAnswerTest(DataSource database) {
        this.database = new UnreliableDataSource(database);
    }

    @BeforeEach
    void bindTracker() {
        simulator.clock().freeze();
        tracker = JdbcTracker.builder(database).createSchema(true).build();
        Object losing = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SmsTracker.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("uncertain")) {
                        polls.incrementAndGet();
                    }
                    return method.getName().equals("record") && records.getAndIncrement() == 0
                            ? losingTheAnswer(method, arguments)
                            : invoke(method, arguments);
                });
        context.getRegistry().bind("tracker", losing);
    }

    @AfterEach
    void closeTracker() {
        context.stop();
        tracker.close();
    }

    private Object losingTheAnswer(Method method, Object... arguments) throws Throwable {
        if (!stored) {
            throw new TrackerException("The database is away", null);
        }
        database.fail(UnreliableDataSource.Fault.COMMIT_ANSWER_LOST);
        try {
            return invoke(method, arguments);
        } finally {
            database.fail(UnreliableDataSource.Fault.NONE);
        }
    }

    private Object invoke(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(tracker, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void aStatusThatReconcileStoredIsEmittedThoughTheDatabasesAnswerWasLost() throws Exception {
        stored = true;
        loseTheAnswerToALine("1199900003", "A");
        simulator.clock().advance(Duration.ofMinutes(5));
        consume("smsmasivos");

        await().atMost(PATIENCE).until(() -> !emitted.isEmpty());
        await().atMost(PATIENCE).until(() -> message("smsmasivos").nextCheck() == null);
        awaitPolls();
        assertThat(emitted).containsExactly(SmsState.REJECTED);
    }

    @Test
    void aMessageOnItsWayIsEmittedAllTheSame() throws Exception {
        stored = true;
        forgotten();
        consume("linktosms");

        await().atMost(PATIENCE).until(() -> !emitted.isEmpty());
        awaitPolls();
        assertThat(emitted).containsExactly(SmsState.ENROUTE);
        assertThat(records).hasValue(1);
    }

    @Test
    void aStatusThatWasNotStoredIsQueriedAgainAndEmittedOnce() throws Exception {
        forgotten();
        consume("linktosms");

        await().atMost(PATIENCE).until(() -> !emitted.isEmpty());
        awaitPolls();
        assertThat(emitted).containsExactly(SmsState.ENROUTE);
        assertThat(records).hasValue(2);
    }

    private void awaitPolls() {
        int before = polls.get();
        await().atMost(PATIENCE).until(() -> polls.get() >= before + 3);
    }

    /** A message that the provider took, then knew nothing of, and now knows again as on its way. */
    private void forgotten() {
        send(sms("linktosms", "to=3001234567", "tracker=#tracker"), "Hola", Map.of(SmsConstants.CLIENT_ID, "A"));
        TrackedMessage message = message("linktosms");
        SmsStatus notFound = new SmsStatus(
                "linktosms", message.providerMessageId(), null, null, SmsState.UNKNOWN, null, "NOTFOUND", null, null);
        tracker.record(List.of(StatusReport.last(message, notFound, null)));
    }

    private TrackedMessage message(String provider) {
        String account =
                context.getEndpoint(sms(provider, RECONCILE), SmsEndpoint.class).getAccountKey();
        return tracker.findByClientId(account, "A").get(0);
    }

    private void consume(String provider) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms(provider, RECONCILE))
                        .process(exchange -> emitted.add(
                                exchange.getMessage().getBody(SmsStatus.class).state()));
            }
        });
    }
}
