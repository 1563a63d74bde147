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
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.ArraySource.Type;
import io.massms.camel.tracker.JdbcReports.Change;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps reports whose message is not known yet. Whoever stores one looks for its message again afterwards, and whoever stores an answer looks
 * for its report afterwards: one of the two finds the other, however they race.
 */
final class JdbcOrphans {
    private static final String FIND = "SELECT account, provider_message_id, provider, state, error, provider_code,"
            + " provider_text, reported FROM sms_orphan_report WHERE provider_message_id = ANY(?)";
    private static final String FIND_ONE = FIND.replace("= ANY(?)", "= ?") + " AND account = ? FOR UPDATE";
    private static final String DELETE = "DELETE FROM sms_orphan_report WHERE provider_message_id = ? AND account = ?";
    private static final String INSERT = "INSERT INTO sms_orphan_report (provider, state, error, provider_code,"
            + " provider_text, reported, received, provider_message_id, account) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PURGE = "DELETE FROM sms_orphan_report WHERE received < ?";

    private final Clock clock;
    private final MessageRows rows;
    private final JdbcReports reports;

    JdbcOrphans(Clock clock, MessageRows rows, JdbcReports reports) {
        this.clock = clock;
        this.rows = rows;
        this.reports = reports;
    }

    /** Keeps a report, unless one that says more is kept already. */
    void keep(Connection connection, StatusReport report) throws SQLException {
        Optional<StatusReport> kept = take(connection, report);
        StatusReport further = kept.map(first -> Orphans.further(first, report)).orElse(report);
        SmsStatus status = further.status();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, ArraySource.text(status.provider()));
            statement.setString(2, status.state().name());
            statement.setString(
                    3, status.error() == null ? null : status.error().name());
            statement.setString(4, ArraySource.text(status.providerCode()));
            statement.setString(5, ArraySource.text(status.providerText()));
            statement.setObject(6, ArraySource.time(status.time()));
            statement.setObject(7, ArraySource.time(clock.instant()));
            bindKey(statement, 8, report);
            statement.executeUpdate();
        }
    }

    /** Those that are kept for any of some provider's ids. */
    List<StatusReport> find(Connection connection, Collection<String> providerMessageIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            ArraySource.bind(statement, 1, Type.TEXT, providerMessageIds);
            return read(statement);
        }
    }

    /** Applies kept reports to their messages, as far as those are known by now. */
    List<Change> adopt(Connection connection, Collection<StatusReport> orphans) throws SQLException {
        List<Change> adopted = new ArrayList<>();
        for (StatusReport orphan : orphans) {
            List<TrackedMessage> found = rows.byProviderMessageId(
                    connection, orphan.account(), orphan.status().messageId());
            if (found.isEmpty()) {
                continue;
            }
            Optional<StatusReport> taken = take(connection, orphan);
            if (taken.isPresent()) {
                reports.change(
                                connection,
                                found.get(0).id(),
                                message -> Orphans.adopt(message, taken.get(), clock.instant()))
                        .ifPresent(adopted::add);
            }
        }
        return adopted;
    }

    /** Only one can take a report. */
    private Optional<StatusReport> take(Connection connection, StatusReport report) throws SQLException {
        Optional<StatusReport> kept;
        try (PreparedStatement statement = connection.prepareStatement(FIND_ONE)) {
            bindKey(statement, 1, report);
            kept = read(statement).stream().findFirst();
        }
        if (kept.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                bindKey(statement, 1, report);
                statement.executeUpdate();
            }
        }
        return kept;
    }

    private static void bindKey(PreparedStatement statement, int first, StatusReport report) throws SQLException {
        statement.setString(first, ArraySource.text(report.status().messageId()));
        statement.setString(first + 1, ArraySource.text(report.account()));
    }

    int purge(Connection connection, Instant receivedBefore) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setObject(1, ArraySource.time(receivedBefore));
            return statement.executeUpdate();
        }
    }

    private static List<StatusReport> read(PreparedStatement statement) throws SQLException {
        List<StatusReport> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String error = row.getString("error");
                SmsStatus status = new SmsStatus(
                        row.getString("provider"),
                        row.getString("provider_message_id"),
                        null,
                        null,
                        SmsState.valueOf(row.getString("state")),
                        error == null ? null : SmsError.valueOf(error),
                        row.getString("provider_code"),
                        row.getString("provider_text"),
                        MessageRows.time(row, "reported"));
                found.add(StatusReport.received(row.getString("account"), status));
            }
        }
        return found;
    }
}
