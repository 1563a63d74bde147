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
package io.massms.camel.tracker;

import static io.massms.camel.tracker.Samples.ACCOUNT;
import static io.massms.camel.tracker.Samples.begin;
import static io.massms.camel.tracker.Samples.complete;
import static io.massms.camel.tracker.Samples.get;
import static io.massms.camel.tracker.Samples.keyed;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.jdbc.UnreliableDataSource.Fault;
import io.massms.camel.model.SmsState;
import io.massms.camel.tracker.Admission.Decision;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away for longer than whoever sends can wait, while the process lives. */
class TrackerOutageTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    private UnreliableDataSource database;
    private SmsTracker tracker;
    private SmsTracker other;

    @BeforeEach
    void open() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database = new UnreliableDataSource(memory);
        tracker = tracker(Duration.ZERO);
        other = JdbcTracker.builder(memory).build();
    }

    private SmsTracker tracker(Duration completeRetry) {
        return JdbcTracker.builder(database)
                .createSchema(true)
                .completeRetry(completeRetry)
                .lease(Duration.ofSeconds(5))
                .build();
    }

    @AfterEach
    void close() {
        database.fail(Fault.NONE);
        tracker.close();
        other.close();
    }

    @Test
    void anOutcomeThatCouldNotBeStoredForLongIsStoredWhenTheDatabaseIsBack() {
        UUID id = begin(tracker, keyed("573001234567", "order-1")).id();
        database.fail(Fault.UNREACHABLE);
        assertThatThrownBy(() -> complete(tracker, id, taken("m1"), Instant.now()))
                .hasCauseInstanceOf(TrackerException.class);
        assertThat(other.find(id).map(TrackedMessage::stage)).contains(Stage.IN_FLIGHT);
        database.fail(Fault.NONE);

        CompletableFuture<Optional<TrackedMessage>> awaited =
                tracker.await(id, Duration.ofSeconds(60)).toCompletableFuture();
        assertThat(get(awaited)).map(TrackedMessage::providerMessageId).contains("m1");
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.KNOWN);
        assertThat(tracker.due(ACCOUNT, Instant.now(), 10, Duration.ofMinutes(1)))
                .hasSize(1);
    }

    @Test
    void aKeyThatWasNeverSentIsFreeWhenTheDatabaseIsBack() {
        database.fail(Fault.GONE_WITH_THE_COMMIT);
        assertThatThrownBy(() -> begin(tracker, keyed("573001234567", "order-1")))
                .hasCauseInstanceOf(TrackerException.class);
        assertThat(begin(other, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.UNDER_WAY);
        database.fail(Fault.NONE);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> begin(tracker, keyed("573001234567", "order-1")).decision() == Decision.ADMITTED);
    }

    @Test
    void whatWaitsForItsNextTryIsStoredWhereTheDatabaseComesBackWhileTheTrackerCloses() {
        SmsTracker closing = tracker(Duration.ofSeconds(20));
        UUID id = begin(closing, plain("573001234567")).id();
        CompletableFuture<Void> outcome = untilItIsTriedAgain(closing, id);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close);

        assertThatThrownBy(() -> get(outcome)).hasCauseInstanceOf(TrackerException.class);
        assertThat(closed).isNotDone();
        database.fail(Fault.NONE);
        get(closed);
        assertThat(tracker.find(id).map(TrackedMessage::verdict)).contains(taken("m1"));
    }

    @Test
    void whatCouldNotBeStoredWhenTheTrackerClosedIsUncertain() {
        SmsTracker closing = tracker(SHORT);
        UUID id = begin(closing, plain("573001234567")).id();
        database.fail(Fault.UNREACHABLE);
        assertThatThrownBy(() -> complete(closing, id, taken("m1"), null)).hasCauseInstanceOf(TrackerException.class);
        closing.close();
        database.fail(Fault.NONE);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> tracker.find(id).orElseThrow().stage() == Stage.UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "POOL_EXHAUSTED"})
    void aTrackerClosesWithoutItsDatabase(Fault fault) {
        SmsTracker closing = tracker(Duration.ZERO);
        database.fail(fault);
        assertThatCode(closing::close).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "POOL_EXHAUSTED"})
    void whatIsAskedOfATrackerWithoutItsDatabaseFailsAsAFailureOfTheStore(Fault fault) {
        UUID id = begin(tracker, plain("573001234567")).id();
        database.fail(fault);
        assertThatThrownBy(() -> tracker.find(id)).isInstanceOf(TrackerException.class);
        assertThatThrownBy(() -> tracker.settle(id, SmsState.REJECTED, null, null))
                .isInstanceOf(TrackerException.class);
        assertThatThrownBy(() -> tracker.uncertain(ACCOUNT, Instant.now(), 10)).isInstanceOf(TrackerException.class);
        assertThatThrownBy(() -> begin(tracker, plain("573001234567"))).hasCauseInstanceOf(TrackerException.class);
    }

    @Test
    void aFailureWithoutSqlStateWhileTheTablesAreLookedAtIsAFailureOfTheStore() {
        SQLException failure = new SQLException("The statement failed");
        Connection failing = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
        assertThatThrownBy(() -> SmsTables.TRACKER.check(failing, Dialect.H2)).isSameAs(failure);
        assertThat(RequiredTable.isForbidden(failure)).isFalse();
    }

    private CompletableFuture<Void> untilItIsTriedAgain(SmsTracker sender, UUID id) {
        database.fail(Fault.UNREACHABLE);
        CompletableFuture<Void> outcome =
                sender.complete(List.of(new Settlement(id, taken("m1"), null))).toCompletableFuture();
        await().until(() -> database.refused() > 3);
        return outcome;
    }
}
