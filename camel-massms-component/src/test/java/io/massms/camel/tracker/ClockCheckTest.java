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

import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.received;
import static io.massms.camel.tracker.Samples.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.massms.camel.component.LogLines;
import io.massms.camel.model.SmsState;
import io.massms.simulator.SimulatorClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** This machine's clock and the database's differ. */
class ClockCheckTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SkewedDatabase database = new SkewedDatabase();
    private final DataSource dataSource = database.dataSource();

    @Test
    void aTrackerDoesNotStartWithAClockThatIsFurtherFromTheDatabasesThanTheLease() {
        refused(-40).withMessageContainingAll(" s ahead", "30 s", "NTP");
        refused(40).withMessageContainingAll(" s behind", "30 s", "NTP");
        database.skew(-20);
        assertThatCode(() -> builder().build().close()).doesNotThrowAnyException();
    }

    private ThrowableAssertAlternative<TrackerException> refused(long seconds) {
        database.skew(seconds);
        return assertThatExceptionOfType(TrackerException.class)
                .isThrownBy(() -> builder().build());
    }

    @Test
    void aClockOfTheUsersOwnIsNotCompared() {
        database.skew(3_600);
        Clock own = SimulatorClock.standingAt(Instant.now());
        assertThatCode(() -> builder().clock(own).build().close()).doesNotThrowAnyException();
    }

    @Test
    void eachChangeOfAgreementIsReportedOnce() {
        JdbcHousekeeping housekeeping = housekeeping();
        try (LogLines lines = LogLines.of(ClockCheck.class)) {
            for (int seconds : List.of(0, 5, -15, -16, 17, 45, -3_600, 0, 5)) {
                database.skew(seconds);
                assertThatCode(housekeeping::renewLease).doesNotThrowAnyException();
            }
            assertThat(lines.all()).hasSize(3);
            assertThat(lines.all().get(0)).startsWith("WARN").contains("NTP", "s ahead", "uncertain");
            assertThat(lines.all().get(1)).startsWith("WARN").contains("NTP", "s behind", "forgets no");
            assertThat(lines.all().get(2)).startsWith("WARN").contains("agree again");
        }
    }

    @Test
    void nothingIsForgottenWhileTheClocksDifferByMoreThanTheLease() {
        try (JdbcTracker longAgo = builder()
                .clock(SimulatorClock.standingAt(Instant.now().minus(Duration.ofDays(40))))
                .build()) {
            sent(longAgo, plain("573001234567"), "m1", null);
            longAgo.record(List.of(received("m2", SmsState.DELIVERED)));
            JdbcHousekeeping housekeeping = housekeeping();

            database.skew(3_600);
            assertThat(housekeeping.forgetOld()).isZero();
            assertThat(housekeeping.forgetOrphans()).isZero();
            assertThat(rows("sms_message")).isOne();
            assertThat(rows("sms_orphan_report")).isOne();
            assertThat(rows("sms_owner")).isOne();

            database.skew(0);
            assertThat(housekeeping.forgetOld()).isOne();
            assertThat(housekeeping.forgetOrphans()).isOne();
            assertThat(rows("sms_owner")).isZero();
        }
    }

    @Test
    void aTrackerComparesTheClocksWithEachRenewalOfItsLease() {
        try (LogLines lines = LogLines.of(ClockCheck.class);
                SmsTracker tracker = builder().lease(Duration.ofSeconds(1)).build()) {
            assertThat(tracker.find(UUID.randomUUID())).isEmpty();
            database.skew(3_600);
            await().until(() -> lines.all().size() == 1);
            database.skew(0);
            await().until(() -> lines.all().size() == 2);
        }
    }

    @Test
    void theTimeOfTheExchangeIsNoDifference() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        assertThat(new ClockCheck.Reading(noon, noon.plusSeconds(40), noon.plusSeconds(50)).apart())
                .isZero();
        assertThat(new ClockCheck.Reading(noon, noon.minusSeconds(1), noon.plusSeconds(50)).apart())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(new ClockCheck.Reading(noon, noon.plusSeconds(52), noon.plusSeconds(50)).apart())
                .isEqualTo(Duration.ofSeconds(-2));
    }

    @Test
    void aLeaseThatCouldNotBeRenewedDoesNotWaitForItsNextTurn() {
        JdbcTrackerThreads.Chore chore =
                new JdbcTrackerThreads.Chore(Duration.ofSeconds(10), Duration.ofSeconds(1), "renew", () -> null);
        assertThat(List.of(0, 1, 2, 4, 5, 1_000))
                .extracting(chore::pause)
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 1L, 2L, 8L, 10L, 10L);
    }

    private JdbcTrackerBuilder builder() {
        return JdbcTracker.builder(dataSource).createSchema(true).lease(LEASE);
    }

    /** A tracker's, without the threads that do it. */
    private JdbcHousekeeping housekeeping() {
        JdbcTrackerBuilder options = builder();
        SmsSchema.create(dataSource);
        Database opened = new Database(dataSource);
        MessageRows rows = new MessageRows(options.clock());
        JdbcReports reports = new JdbcReports(opened.dialect(), options.clock(), rows);
        return new JdbcHousekeeping(
                opened,
                options,
                new JdbcOwners(options.clock(), UUID.randomUUID(), LEASE),
                new JdbcOrphans(options.clock(), rows, reports),
                new JdbcRetention(opened));
    }

    private int rows(String table) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
