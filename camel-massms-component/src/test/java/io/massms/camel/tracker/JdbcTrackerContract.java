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
import static io.massms.camel.tracker.Samples.CLAIM;
import static io.massms.camel.tracker.Samples.begin;
import static io.massms.camel.tracker.Samples.complete;
import static io.massms.camel.tracker.Samples.get;
import static io.massms.camel.tracker.Samples.keyed;
import static io.massms.camel.tracker.Samples.mailed;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.received;
import static io.massms.camel.tracker.Samples.sent;
import static io.massms.camel.tracker.Samples.status;
import static io.massms.camel.tracker.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.jdbc.UnreliableDataSource.Fault;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.Admission.Decision;
import io.massms.simulator.SimulatorClock;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every tracker on a database does beyond that: several at once, and across the ends of processes. */
abstract class JdbcTrackerContract extends TrackerContract {
    /** How many messages wait for their status in the test of what is due; a million is a run by hand. */
    static final int OUTSTANDING = Integer.getInteger("tracker.outstanding", 50_000);

    abstract DataSource dataSource();

    /** A row source {@code s} of as many random ids. */
    abstract String series(int count);

    @Override
    SmsTracker open() {
        return open(dataSource(), clock);
    }

    static SmsTracker open(DataSource dataSource, Clock clock) {
        return JdbcTracker.builder(dataSource)
                .createSchema(true)
                .clock(clock)
                .writers(2)
                .build();
    }

    @Test
    void trackersThatRaceForTheSameKeysAdmitEachOnce() {
        try (SmsTracker other = open()) {
            Map<String, Integer> admitted = new ConcurrentHashMap<>();
            List<CompletableFuture<Void>> racers = new ArrayList<>();
            for (int from = 0; from < 1_000; from += 10) {
                List<Submission> keys = IntStream.range(from, from + 10)
                        .mapToObj(i -> keyed("573001234567", "order-" + i))
                        .toList();
                for (SmsTracker racer : List.of(tracker, other, tracker)) {
                    racers.add(racer.begin(keys)
                            .thenAccept(admissions -> count(keys, admissions, admitted))
                            .toCompletableFuture());
                }
            }
            racers.forEach(Samples::get);
            assertThat(admitted).hasSize(1_000);
            assertThat(admitted.values()).containsOnly(1);
        }
    }

    private static void count(List<Submission> keys, List<Admission> admissions, Map<String, Integer> admitted) {
        for (int i = 0; i < keys.size(); i++) {
            if (admissions.get(i).decision() == Decision.ADMITTED) {
                admitted.merge(keys.get(i).clientId(), 1, Integer::sum);
            }
        }
    }

    @Test
    void whatAnotherProcessSendsIsUnderWayAndCanBeAwaited() {
        try (SmsTracker other = open()) {
            UUID id = begin(other, keyed("573001234567", "order-1")).id();
            Admission mine = begin(tracker, keyed("573001234567", "order-1"));
            assertThat(mine.decision()).isEqualTo(Decision.UNDER_WAY);
            assertThat(mine.id()).isEqualTo(id);
            CompletableFuture<Optional<TrackedMessage>> outcome =
                    tracker.await(id, Duration.ofSeconds(20)).toCompletableFuture();
            complete(other, id, taken("m1"), null);
            assertThat(get(outcome)).map(TrackedMessage::verdict).contains(taken("m1"));
        }
    }

    @Test
    void whatADeadProcessHadInFlightIsUncertain() {
        SimulatorClock whenItDied = SimulatorClock.standingAt(NOON);
        try (SmsTracker dead = open(dataSource(), whenItDied)) {
            UUID id = begin(dead, keyed("573001234567", "order-1")).id();
            CompletableFuture<Optional<TrackedMessage>> outcome =
                    tracker.await(id, Duration.ofSeconds(20)).toCompletableFuture();
            assertThat(tracker.uncertain(ACCOUNT, clock.instant().plusSeconds(1), 10))
                    .isEmpty();

            clock.advance(Duration.ofSeconds(31));
            assertThat(get(outcome)).map(TrackedMessage::stage).contains(Stage.UNCERTAIN);
            assertThat(begin(tracker, keyed("573001234567", "order-1")).decision())
                    .isEqualTo(Decision.UNCERTAIN);
            assertThat(tracker.uncertain(ACCOUNT, clock.instant(), 10))
                    .extracting(TrackedMessage::id)
                    .containsExactly(id);
            assertThat(tracker.settle(id, SmsState.DELIVERED, null, "asked the recipient"))
                    .isPresent();
            assertThat(begin(tracker, keyed("573001234567", "order-1")).decision())
                    .isEqualTo(Decision.KNOWN);
        }
    }

    @Test
    void whatAClosedTrackerHadInFlightIsUncertainAtOnce() {
        SmsTracker other = open();
        UUID id = begin(other, plain("573001234567")).id();
        assertThat(tracker.find(id).map(TrackedMessage::stage)).contains(Stage.IN_FLIGHT);
        other.close();
        assertThat(tracker.find(id).map(TrackedMessage::stage)).contains(Stage.UNCERTAIN);
        assertThatThrownBy(() -> begin(other, plain("1"))).hasRootCauseInstanceOf(TrackerException.class);
    }

    @Test
    void twoProcessesNeverAskForTheSame() {
        for (int i = 0; i < 200; i++) {
            sent(tracker, plain("1"), "m" + i, clock.instant());
        }
        try (SmsTracker other = open()) {
            List<UUID> claimed = Stream.of(tracker, other, tracker, other)
                    .map(each -> CompletableFuture.supplyAsync(() -> claimAll(each)))
                    .collect(Collectors.toList())
                    .stream()
                    .flatMap(all -> get(all).stream())
                    .toList();
            assertThat(claimed).doesNotHaveDuplicates().hasSize(200);
        }
    }

    private List<UUID> claimAll(SmsTracker claimer) {
        List<UUID> claimed = new ArrayList<>();
        List<TrackedMessage> some;
        int empty = 0;
        do {
            some = claimer.due(ACCOUNT, clock.instant(), 7, CLAIM);
            some.forEach(message -> claimed.add(message.id()));
            empty = some.isEmpty() ? empty + 1 : 0;
        } while (empty < 20);
        return claimed;
    }

    @Test
    void aReportAndTheAnswerFindEachOtherHoweverTheyRace() {
        List<UUID> ids = get(tracker.begin(
                        IntStream.range(0, 200).mapToObj(i -> plain("1")).toList()))
                .stream()
                .map(Admission::id)
                .toList();
        try (SmsTracker other = open()) {
            List<CompletableFuture<?>> racers = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                int n = i;
                racers.add(
                        CompletableFuture.runAsync(() -> other.record(List.of(received("m" + n, SmsState.DELIVERED)))));
                racers.add(tracker.complete(List.of(new Settlement(ids.get(n), taken("m" + n), null)))
                        .toCompletableFuture());
            }
            racers.forEach(Samples::get);
            assertThat(ids)
                    .allSatisfy(id -> assertThat(tracker.find(id).map(TrackedMessage::state))
                            .contains(SmsState.DELIVERED));
        }
    }

    /** The other process stores the answer between the two looks, and dies before it looks for reports. */
    @Test
    void aReportThatFindsItsMessageAtItsSecondLookIsAChange() {
        UUID id = begin(tracker, plain("573001234567")).id();
        AtomicInteger until = new AtomicInteger();
        try (SmsTracker other = open(beforeAConnection(until, () -> storeAnswer(id, "m1")), clock)) {
            until.set(2);
            assertThat(other.record(List.of(received("m1", SmsState.DELIVERED))))
                    .extracting(change -> change.message().id(), StatusChange::previous)
                    .containsExactly(tuple(id, SmsState.ENROUTE));
        }
    }

    /** A database that does something before it gives this thread the so manieth connection from now on. */
    private DataSource beforeAConnection(AtomicInteger until, Runnable something) {
        DataSource database = dataSource();
        Thread thread = Thread.currentThread();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")
                            && Thread.currentThread().equals(thread)
                            && until.decrementAndGet() == 0) {
                        something.run();
                    }
                    return method.invoke(database, arguments);
                });
    }

    private void storeAnswer(UUID id, String messageId) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sms_message SET stage = 'TAKEN', state = 'ENROUTE', provider_message_id = '"
                    + messageId + "' WHERE id = '" + id + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anIntentThatCannotBeStoredFailsAndAnOutcomeIsTriedAgain() {
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        try (SmsTracker unreliable = open(database, clock)) {
            UUID id = begin(unreliable, plain("573001234567")).id();
            database.fail(Fault.UNREACHABLE);
            assertThatNothingCanBegin(unreliable);
            CompletableFuture<Void> outcome = completing(unreliable, id);
            assertThat(outcome).isNotDone();
            database.fail(Fault.NONE);
            get(outcome);
            assertThat(tracker.find(id).map(TrackedMessage::verdict)).contains(taken("m1"));
        }
    }

    @Test
    void anErrorOfTheDriverFailsAnIntentAndNoLaterOne() {
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        try (SmsTracker unreliable = JdbcTracker.builder(database).clock(clock).build()) {
            UUID id = begin(unreliable, plain("573001234567")).id();
            database.fail(Fault.OUT_OF_THREADS);
            assertThatNothingCanBegin(unreliable);
            CompletableFuture<Void> outcome = completing(unreliable, id);
            database.fail(Fault.NONE);
            get(outcome);
            assertThat(begin(unreliable, plain("573001234567")).decision()).isEqualTo(Decision.ADMITTED);
        }
    }

    @Test
    void anErrorOfTheDriverLeavesNothingHalfStored() {
        UUID id = sent(tracker, plain("573001234567"), "m1", null);
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        try (SmsTracker unreliable = open(database, clock)) {
            database.fail(Fault.COMMIT_BREAKS);
            assertThatThrownBy(() -> unreliable.record(List.of(received("m1", SmsState.DELIVERED))))
                    .isInstanceOf(NoClassDefFoundError.class);
            database.fail(Fault.NONE);
            assertThat(unreliable.record(List.of(received("m1", SmsState.DELIVERED))))
                    .extracting(change -> change.message().id())
                    .containsExactly(id);
        }
    }

    @Test
    void anErrorOfTheDriverDoesNotEndTheRenewalOfTheLease() {
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        try (SmsTracker unreliable = JdbcTracker.builder(database)
                .clock(clock)
                .lease(Duration.ofSeconds(1))
                .build()) {
            UUID id = begin(unreliable, plain("573001234567")).id();
            database.fail(Fault.OUT_OF_THREADS);
            await().until(() -> database.refused() > 0);
            database.fail(Fault.NONE);
            clock.advance(Duration.ofMinutes(1));
            await().until(() -> tracker.find(id).orElseThrow().stage() == Stage.IN_FLIGHT);
        }
    }

    @Test
    void anOutcomeThatIsTriedAgainIsStoredWhenTheTrackerIsClosed() {
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        SmsTracker unreliable = open(database, clock);
        UUID id = begin(unreliable, plain("573001234567")).id();
        CompletableFuture<Void> outcome = untilItIsTriedAgain(unreliable, id, database);
        database.fail(Fault.NONE);
        unreliable.close();
        get(outcome);
        assertThat(tracker.find(id).map(TrackedMessage::verdict)).contains(taken("m1"));
    }

    /** Its next try is most of a second ahead. */
    private static CompletableFuture<Void> untilItIsTriedAgain(
            SmsTracker unreliable, UUID id, UnreliableDataSource database) {
        database.fail(Fault.UNREACHABLE);
        CompletableFuture<Void> outcome = completing(unreliable, id);
        await().until(() -> database.refused() > 3);
        return outcome;
    }

    @Test
    void anIntentWhoseCommitWasNotConfirmedDoesNotHoldItsKey() {
        UnreliableDataSource database = new UnreliableDataSource(dataSource());
        try (SmsTracker unreliable = open(database, clock)) {
            database.fail(Fault.COMMIT_ANSWER_LOST);
            assertThatThrownBy(() -> begin(unreliable, keyed("573001234567", "order-1")))
                    .hasCauseInstanceOf(TrackerException.class);
            TrackedMessage stored = tracker.findByClientId(ACCOUNT, "order-1").get(0);
            database.fail(Fault.NONE);
            assertThat(get(tracker.await(stored.id(), Duration.ofSeconds(20))))
                    .map(message -> message.verdict().isRetryable())
                    .contains(true);
            assertThat(begin(tracker, keyed("573001234567", "order-1")).decision())
                    .isEqualTo(Decision.ADMITTED);
        }
    }

    @Test
    void oneSendersImpossibleRowDoesNotFailTheOthers() {
        Submission impossible = new Submission(ACCOUNT, "markettext", "1", null, false, 40_000, 40_000, null);
        List<CompletableFuture<List<Admission>>> begins = IntStream.range(0, 50)
                .mapToObj(i -> tracker.begin(List.of(i == 25 ? impossible : plain("1")))
                        .toCompletableFuture())
                .toList();
        assertThatThrownBy(() -> get(begins.get(25))).hasCauseInstanceOf(TrackerException.class);
        assertThat(begins.stream()
                        .filter(begin -> !begin.equals(begins.get(25)))
                        .map(Samples::get))
                .hasSize(49)
                .allSatisfy(one -> assertThat(one.get(0).decision()).isEqualTo(Decision.ADMITTED));
    }

    @Test
    void oneSendersEndlessRecipientDoesNotFailTheOthers() {
        Submission endless = mailed(Samples.patternless(5_000, '!'));
        List<CompletableFuture<List<Admission>>> begins = IntStream.range(0, 50)
                .mapToObj(i ->
                        tracker.begin(List.of(i == 25 ? endless : plain("1"))).toCompletableFuture())
                .toList();
        assertThat(begins.stream()
                        .filter(begin -> !begin.equals(begins.get(25)))
                        .map(Samples::get))
                .hasSize(49)
                .allSatisfy(one -> assertThat(one.get(0).decision()).isEqualTo(Decision.ADMITTED));
    }

    @Test
    void processesThatStartTogetherCreateTheTablesOnce() throws SQLException {
        DataSource empty = dataSource();
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("message", "owner", "orphan_report", "opt_out", "schema_history")) {
                statement.execute("DROP TABLE sms_" + table);
            }
        }
        List<CompletableFuture<Void>> starts = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> SmsSchema.create(dataSource())))
                .toList();
        starts.forEach(Samples::get);
        SmsSchema.create(empty);
        try (SmsTracker other = JdbcTracker.builder(empty).clock(clock).build()) {
            assertThat(begin(other, plain("1")).decision()).isEqualTo(Decision.ADMITTED);
        }
    }

    @Test
    void whatIsDueIsFoundByIndexAmongAllThatIsOutstanding() throws SQLException {
        sent(tracker, plain("1"), "m1", clock.instant());
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO sms_message (id, account, provider, recipient, part, parts, owner, stage, state,"
                            + " provider_message_id, created, updated, next_check) SELECT s.id,"
                            + " account, provider, recipient, part, parts, owner, stage, state, 'x', created, updated,"
                            + " created + INTERVAL '1' DAY FROM sms_message, " + series(OUTSTANDING));
            statement.execute("ANALYZE");
            assertThat(explained(statement, JdbcReports.DUE)).containsIgnoringCase("sms_message_due");
        }
        assertThat(tracker.due(ACCOUNT, clock.instant(), 1_000, CLAIM)).hasSize(1);
        assertThat(tracker.due(ACCOUNT, clock.instant().plus(Duration.ofDays(2)), 1_000, CLAIM))
                .hasSize(1_000);
    }

    @Test
    void whatTheProviderForgotIsFoundByIndexAmongAllThatItTook() throws SQLException {
        UUID id = sent(tracker, plain("1"), "m1", null);
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO sms_message (id, account, provider, recipient, part, parts, owner, stage, state,"
                            + " provider_message_id, created, updated) SELECT s.id, account, provider, recipient, part, parts,"
                            + " owner, stage, state, 'x', created, updated FROM sms_message, " + series(OUTSTANDING));
            TrackedMessage message = tracker.find(id).orElseThrow();
            tracker.record(List.of(StatusReport.last(message, status("m1", SmsState.UNKNOWN), null)));
            clock.advance(Duration.ofMinutes(1));
            statement.execute("ANALYZE");
            assertThat(explained(statement, MessageRows.FORGOTTEN)).containsIgnoringCase("sms_message_forgotten");
        }
        assertThat(tracker.uncertain(ACCOUNT, clock.instant(), 1_000)).hasSize(1);
    }

    @Test
    void whatIsOutstandingIsFoundByAnIndexOfRecipients() throws SQLException {
        sent(tracker, mailed("1144445555"), null, null);
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO sms_message (id, account, provider, recipient, part, parts, owner, stage, state,"
                            + " channel, created, updated) SELECT s.id, account, provider, CAST(s.id AS VARCHAR), part, parts,"
                            + " owner, stage, state, channel, created, updated FROM sms_message, "
                            + series(OUTSTANDING));
            statement.execute("ANALYZE");
            String sql = MessageRows.outstanding(Channel.smtp)
                    .replaceFirst("\\?", "'1144445555'")
                    .replaceFirst("\\?", "'" + ACCOUNT + "'");
            assertThat(plan(statement, sql)).containsAnyOf("sms_message_mailed", "SMS_MESSAGE_RECIPIENT");
        }
        assertThat(tracker.findOutstanding(ACCOUNT, Channel.smtp, "1144445555")).hasSize(1);
    }

    @Test
    void aTableOfTheVersionBeforeGetsItsChannelAndKeepsItsMessages() throws SQLException {
        UUID id = sent(tracker, plain("1"), "m1", null);
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX IF EXISTS sms_message_mailed");
            statement.execute("DROP INDEX IF EXISTS sms_message_recipient");
            statement.execute("ALTER TABLE sms_message DROP COLUMN channel");
            statement.execute("DELETE FROM sms_schema_history WHERE migration LIKE 'V3%'");
        }
        SmsSchema.create(dataSource());
        try (SmsTracker other = JdbcTracker.builder(dataSource()).clock(clock).build()) {
            assertThat(other.find(id).orElseThrow().submission().channel()).isNull();
            begin(other, mailed("2"));
            assertThat(other.findOutstanding(ACCOUNT, Channel.smtp, "2")).hasSize(1);
        }
    }

    private String explained(Statement statement, String query) throws SQLException {
        String sql = query.replaceFirst("\\?", "'" + ACCOUNT + "'")
                .replaceFirst("\\?", "TIMESTAMP WITH TIME ZONE '" + clock.instant() + "'")
                .replaceFirst("\\?", "1000");
        return plan(statement, sql);
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = statement.executeQuery("EXPLAIN " + sql)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void aDatabaseWithoutTheTablesIsRefusedWithWhatToDo() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE sms_owner RENAME TO sms_owner_away");
            assertThatThrownBy(() -> JdbcTracker.builder(dataSource()).build())
                    .isInstanceOf(TrackerException.class)
                    .hasMessageContaining("createSchema(true)");
            statement.execute("ALTER TABLE sms_owner_away RENAME TO sms_owner");
        }
    }

    private static void assertThatNothingCanBegin(SmsTracker tracker) {
        assertThatThrownBy(() -> begin(tracker, plain("573001234567")))
                .hasCauseInstanceOf(TrackerException.class)
                .hasMessageContaining("nothing was sent");
    }

    private static CompletableFuture<Void> completing(SmsTracker tracker, UUID id) {
        return tracker.complete(List.of(new Settlement(id, taken("m1"), null))).toCompletableFuture();
    }
}
