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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tracker in a database, PostgreSQL or H2, which several processes may share. Each process has a lease, which it renews. When the lease of a
 * process ends, the messages that it had in flight are uncertain. The clocks of the processes must agree much better than the lease is long;
 * each compares its own with the database's.
 */
public final class JdbcTracker implements SmsTracker {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTracker.class);

    private final Database database;
    private final MessageIds ids;
    private final MessageRows rows;
    private final JdbcReports reports;
    private final JdbcOrphans orphans;
    private final JdbcRetention retention;
    private final Waiters waiters;
    private final AwaitPoller poller;
    private final JdbcTrackerThreads threads;
    private final GroupCommitWriter writer;
    private final JdbcOwners owners;
    private final Clock clock;

    JdbcTracker(JdbcTrackerBuilder options) {
        clock = options.clock();
        database = new Database(options.dataSource());
        ids = new MessageIds(clock);
        UUID owner = UUID.randomUUID();
        owners = new JdbcOwners(clock, owner, options.lease());
        rows = new MessageRows(clock);
        reports = new JdbcReports(database.dialect(), clock, rows);
        orphans = new JdbcOrphans(clock, rows, reports);
        retention = new JdbcRetention(database);
        JdbcHousekeeping housekeeping = new JdbcHousekeeping(database, options, owners, orphans, retention);
        housekeeping.begin();
        waiters = new Waiters(this::findAll);
        threads = new JdbcTrackerThreads(options.listeners());
        poller = new AwaitPoller(waiters, threads.timer());
        writer = new GroupCommitWriter(
                options.writers(),
                new JdbcSendLog(
                        database, new JdbcSubmissions(database.dialect(), clock, owner, rows), orphans, waiters::look),
                threads.listeners(),
                threads.timer(),
                options.completeRetry());
        housekeeping.goOn(threads);
    }

    /**
     * Starts to build a tracker.
     *
     * @param  dataSource a data source of PostgreSQL or H2. It should pool connections; a tracker uses at least four at the same time. Give
     *                    the plain data source, not Spring's TransactionAwareDataSourceProxy: methods that are called in a transaction would
     *                    commit it
     * @return            the builder
     */
    public static JdbcTrackerBuilder builder(DataSource dataSource) {
        return new JdbcTrackerBuilder(dataSource);
    }

    @Override
    public CompletionStage<List<Admission>> begin(List<Submission> submissions) {
        submissions.forEach(Submission::requireStorable);
        return writer.begin(submissions.stream()
                .map(submission -> Intent.of(ids.next(), submission))
                .toList());
    }

    @Override
    public CompletionStage<Void> complete(List<Settlement> settlements) {
        return writer.complete(List.copyOf(settlements));
    }

    @Override
    public CompletionStage<Optional<TrackedMessage>> await(UUID id, Duration timeout) {
        CompletionStage<Optional<TrackedMessage>> outcome = waiters.add(id, timeout);
        poller.start();
        return outcome;
    }

    private List<TrackedMessage> findAll(Collection<UUID> wanted) {
        return database.call("find messages", connection -> rows.byIds(connection, wanted));
    }

    @Override
    public Optional<TrackedMessage> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<TrackedMessage> findByProviderMessageId(String account, String providerMessageId) {
        return database.call(
                "find messages", connection -> rows.byProviderMessageId(connection, account, providerMessageId));
    }

    @Override
    public List<TrackedMessage> findByClientId(String account, String clientId) {
        return database.call("find messages", connection -> rows.byClientId(connection, account, clientId));
    }

    @Override
    public List<TrackedMessage> findOutstanding(String account, Channel channel, String recipient) {
        return database.call("find messages", connection -> rows.outstanding(connection, account, channel, recipient));
    }

    @Override
    public List<TrackedMessage> due(String account, Instant now, int limit, Duration claim) {
        return database.call("claim what is due", connection -> reports.claim(connection, account, now, limit, claim));
    }

    @Override
    public List<StatusChange> record(List<StatusReport> arrived) {
        List<StatusReport> unknown = new ArrayList<>();
        Changes changes = database.call("store reports", connection -> {
            unknown.clear();
            Changes changed = reports.apply(connection, arrived, unknown);
            for (StatusReport report : unknown) {
                if (Orphans.mayBeAdopted(report)) {
                    orphans.keep(connection, report);
                }
            }
            return changed;
        });
        List<StatusReport> kept = unknown.stream().filter(Orphans::mayBeAdopted).collect(Collectors.toList());
        if (!kept.isEmpty()) {
            database.call("apply reports", connection -> orphans.adopt(connection, kept))
                    .forEach(adopted -> changes.add(adopted.before(), adopted.after()));
        }
        waiters.look(changes.ids());
        return changes.list();
    }

    @Override
    public void schedule(TrackedMessage seen, Instant nextCheck) {
        database.call(
                "schedule a check",
                connection -> reports.change(
                        connection,
                        seen.id(),
                        message -> message.state() == seen.state() ? message.withNextCheck(nextCheck) : message));
    }

    @Override
    public List<TrackedMessage> uncertain(String account, Instant startedBefore, int limit) {
        return database.call(
                "list what is uncertain", connection -> rows.uncertain(connection, account, startedBefore, limit));
    }

    @Override
    public Optional<StatusChange> settle(UUID id, SmsState state, SmsError error, String note) {
        Optional<StatusChange> change = database.call(
                "settle a message",
                connection -> reports.change(
                                connection,
                                id,
                                message -> Progress.settledByHand(message, state, error, note, clock.instant()))
                        .map(both ->
                                new StatusChange(both.after(), both.before().state())));
        waiters.look(List.of(id));
        return change;
    }

    @Override
    public int purge(Instant startedBefore) {
        return retention.purge(startedBefore);
    }

    @Override
    public void close() {
        writer.close();
        threads.close();
        waiters.close();
        try {
            database.call("give up its lease", owners::leave);
        } catch (TrackerException e) {
            LOG.warn("The tracker could not give up its lease, which ends by itself", e);
        }
    }
}
