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

import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.ArraySource.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Claims what is due and stores what is learnt of messages after their sending. */
final class JdbcReports {
    static final String DUE = MessageRows.SELECT + " WHERE m.account = ? AND m.next_check <= ?"
            + " ORDER BY m.next_check LIMIT ? FOR UPDATE SKIP LOCKED";
    private static final String CLAIM = "UPDATE sms_message SET next_check = ? WHERE id = ANY(?)";
    private static final ArraySource<TrackedMessage> CHANGED = new ArraySource<TrackedMessage>()
            .with("id", Type.UUID, TrackedMessage::id)
            .with("stage", Type.TEXT, TrackedMessage::stage)
            .with("state", Type.TEXT, message -> message.verdict() == null ? null : message.state())
            .with("message_id", Type.TEXT, TrackedMessage::providerMessageId)
            .with("error", Type.TEXT, message -> verdict(message).error())
            .with("provider_code", Type.TEXT, message -> verdict(message).providerCode())
            .with("provider_text", Type.TEXT, message -> verdict(message).providerText())
            .with("reason", Type.TEXT, message -> verdict(message).reason())
            .with("note", Type.TEXT, TrackedMessage::note)
            .with("keeps_key", Type.BOOLEAN, message -> message.submission().idempotent())
            .with("updated", Type.TIME, TrackedMessage::updated)
            .with("next_check", Type.TIME, TrackedMessage::nextCheck);
    private static final Verdict NONE = new Verdict(null, null, null, null, null, null, null);

    private final Clock clock;
    private final MessageRows rows;
    private final String store;

    JdbcReports(Dialect dialect, Clock clock, MessageRows rows) {
        this.clock = clock;
        this.rows = rows;
        this.store = dialect.update(
                "stage = s.stage, state = s.state, provider_message_id = s.message_id, error = s.error,"
                        + " provider_code = s.provider_code, provider_text = s.provider_text, reason = s.reason,"
                        + " note = s.note, updated = s.updated, next_check = s.next_check,"
                        + " idempotency_key = CASE WHEN s.keeps_key THEN m.idempotency_key END",
                CHANGED.sql(),
                "m.id = s.id");
    }

    private static Verdict verdict(TrackedMessage message) {
        return message.verdict() == null ? NONE : message.verdict();
    }

    /** A claim moves the next check away, so that a lost one is due again by itself. */
    List<TrackedMessage> claim(Connection connection, String account, Instant now, int limit, Duration claim)
            throws SQLException {
        List<TrackedMessage> due = due(connection, account, now, limit);
        if (!due.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setObject(1, ArraySource.time(now.plus(claim)));
                ArraySource.bind(
                        statement,
                        2,
                        Type.UUID,
                        due.stream().map(TrackedMessage::id).toList());
                statement.executeUpdate();
            }
        }
        return due;
    }

    private List<TrackedMessage> due(Connection connection, String account, Instant now, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setString(1, account);
            statement.setObject(2, ArraySource.time(now));
            statement.setInt(3, limit);
            return rows.read(statement);
        }
    }

    /** Applies reports in their order; those whose message is unknown are left over. */
    Changes apply(Connection connection, List<StatusReport> reports, Collection<StatusReport> leftOver)
            throws SQLException {
        Map<StatusReport, UUID> addressees = addressees(connection, reports, leftOver);
        Map<UUID, TrackedMessage> messages = new HashMap<>();
        rows.lock(connection, addressees.values().stream().distinct().toList())
                .forEach(message -> messages.put(message.id(), message));
        Map<UUID, TrackedMessage> changed = new LinkedHashMap<>();
        Changes changes = new Changes();
        addressees.forEach((report, id) -> {
            TrackedMessage message = messages.get(id);
            if (message != null) {
                TrackedMessage next = Progress.reported(message, report, clock.instant());
                if (next != message) {
                    messages.put(id, next);
                    changed.put(id, next);
                    changes.add(message, next);
                }
            }
        });
        store(connection, List.copyOf(changed.values()));
        return changes;
    }

    private Map<StatusReport, UUID> addressees(
            Connection connection, List<StatusReport> reports, Collection<StatusReport> leftOver) throws SQLException {
        Map<StatusReport, UUID> addressees = new LinkedHashMap<>();
        for (StatusReport report : reports) {
            UUID id = report.id() != null ? report.id() : addressee(connection, report);
            if (id != null) {
                addressees.put(report, id);
            } else {
                leftOver.add(report);
            }
        }
        return addressees;
    }

    private UUID addressee(Connection connection, StatusReport report) throws SQLException {
        List<TrackedMessage> found = report.status().messageId() != null
                ? rows.byProviderMessageId(
                        connection, report.account(), report.status().messageId())
                : rows.byClientId(connection, report.account(), report.status().clientId());
        return found.isEmpty() ? null : found.get(0).id();
    }

    /** Changes one message; empty when there is none. */
    Optional<Change> change(Connection connection, UUID id, UnaryOperator<TrackedMessage> how) throws SQLException {
        List<TrackedMessage> found = rows.lock(connection, List.of(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TrackedMessage changed = how.apply(found.get(0));
        store(connection, List.of(changed));
        return Optional.of(new Change(found.get(0), changed));
    }

    void store(Connection connection, List<TrackedMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(store)) {
            CHANGED.bind(statement, 1, new ArrayList<>(messages));
            statement.executeUpdate();
        }
    }

    /** A message before and after. */
    record Change(TrackedMessage before, TrackedMessage after) {}
}
