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
import static io.massms.camel.tracker.Samples.complete;
import static io.massms.camel.tracker.Samples.get;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.received;
import static io.massms.camel.tracker.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.massms.camel.jdbc.PostgresExtension;
import io.massms.camel.model.SmsState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresTrackerTest extends JdbcTrackerContract {
    private static final int BULK = 10;
    private static final int SENT = 15 * BULK;
    private static final int GREW_BY = 50_000;

    private final DataSource dataSource;

    PostgresTrackerTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    DataSource dataSource() {
        return dataSource;
    }

    @Override
    String series(int count) {
        return "(SELECT gen_random_uuid() AS id FROM generate_series(1, " + count + ")) s";
    }

    /** HikariCP without auto-commit, and with a connectionTestQuery, tests idle connections so. */
    @Test
    void aTransactionThatThePoolBeganLongAgoIsNoDifferenceOfTheClocks() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement test = connection.createStatement()) {
            connection.setAutoCommit(false);
            test.execute("SELECT 1");
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            ClockCheck clocks = new ClockCheck(Dialect.of(connection), Clock.systemUTC(), Duration.ofSeconds(30));
            assertThat(clocks.read(connection).apart()).isLessThan(Duration.ofMillis(200));
        }
    }

    /** As in the first minutes of a new database: the server keeps plans, and the one for a few rows reads all of them. */
    @Test
    void aTableThatGrewSinceTheServerLookedAtItIsNotReadAsAWhole() throws SQLException {
        HikariConfig pool = new HikariConfig(); // plans are kept with connections
        pool.setDataSource(dataSource);
        try (HikariDataSource connections = new HikariDataSource(pool);
                SmsTracker tracker =
                        JdbcTracker.builder(connections).createSchema(true).build();
                Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            sendAndReport(tracker, 0);
            statement.execute("DELETE FROM sms_message WHERE provider_message_id <> 'm0'");
            statement.execute("VACUUM ANALYZE sms_message");
            sendAndReport(tracker, SENT);
            statement.execute(
                    "INSERT INTO sms_message (id, account, provider, recipient, part, parts, owner, stage, created,"
                            + " updated) SELECT s.id, 'other', 'markettext', '1', 1, 1, s.id, 'TAKEN', now(), now() FROM "
                            + series(GREW_BY));
            long before = rowsRead(statement);
            sendAndReport(tracker, 2 * SENT);
            UUID any = tracker.findByProviderMessageId(ACCOUNT, "m0").get(0).id();
            await().until(() -> {
                complete(
                        tracker,
                        any,
                        taken("m0"),
                        null); // a session tells what it did after a second, when it does more
                return number(statement, "n_tup_upd") >= 6 * SENT;
            });
            assertThat(rowsRead(statement) - before).isLessThan(GREW_BY);
        }
    }

    /** Some bulks, so many that the server keeps its plans. */
    private static void sendAndReport(SmsTracker tracker, int from) {
        for (int first = from; first < from + SENT; first += BULK) {
            List<Settlement> outcomes = new ArrayList<>();
            List<StatusReport> reports = new ArrayList<>();
            for (Admission admission : get(tracker.begin(Collections.nCopies(BULK, plain("1"))))) {
                String messageId = "m" + (first + outcomes.size());
                outcomes.add(new Settlement(admission.id(), taken(messageId), null));
                reports.add(received(messageId, SmsState.DELIVERED));
            }
            get(tracker.complete(outcomes));
            tracker.record(reports);
        }
    }

    private static long rowsRead(Statement statement) throws SQLException {
        return number(statement, "seq_tup_read + idx_tup_fetch");
    }

    private static long number(Statement statement, String column) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT " + column + " FROM pg_stat_user_tables WHERE relname = 'sms_message'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
