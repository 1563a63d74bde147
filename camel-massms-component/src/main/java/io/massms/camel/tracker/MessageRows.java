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
import io.massms.camel.spi.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads messages. */
final class MessageRows {
    /** The lease of whoever has the message in flight is read with it. */
    static final String SELECT =
            "SELECT m.id, m.account, m.provider, m.recipient, m.client_id, m.idempotency_key, m.part,"
                    + " m.parts, m.text_hash, m.channel, m.stage, m.state, m.provider_message_id, m.error, m.provider_code, m.provider_text,"
                    + " m.reason, m.note, m.created, m.updated, m.next_check, CASE WHEN m.stage = 'IN_FLIGHT' THEN"
                    + " (SELECT o.lease_until FROM sms_owner o WHERE o.id = m.owner) END AS lease_until FROM sms_message m";

    private static final String BY_IDS = SELECT + " WHERE m.id = ANY(?)";
    private static final String BY_KEYS = SELECT + " WHERE m.idempotency_key = ANY(?)";
    private static final String LOCK_BY_IDS = BY_IDS + " ORDER BY m.id FOR UPDATE";
    private static final String BY_PROVIDER_ID =
            SELECT + " WHERE m.provider_message_id = ? AND m.account = ? ORDER BY m.id DESC";
    private static final String BY_CLIENT_ID = SELECT + " WHERE m.client_id = ? AND m.account = ? ORDER BY m.id DESC";
    private static final String OLDEST_FIRST = " ORDER BY m.created LIMIT ?";
    private static final String UNCERTAIN = SELECT + " WHERE m.account = ? AND m.created < ?"
            + " AND m.stage IN ('IN_FLIGHT', 'UNCERTAIN') AND (m.stage = 'UNCERTAIN' OR NOT EXISTS"
            + " (SELECT 1 FROM sms_owner o WHERE o.id = m.owner AND o.lease_until > ?))" + OLDEST_FIRST;
    static final String FORGOTTEN = SELECT
            + " WHERE m.account = ? AND m.created < ? AND m.stage = 'TAKEN' AND m.state = 'UNKNOWN'" + OLDEST_FIRST;

    private final Clock clock;

    MessageRows(Clock clock) {
        this.clock = clock;
    }

    List<TrackedMessage> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
        return byUuids(connection, BY_IDS, ids);
    }

    /** Those that hold keys. */
    List<TrackedMessage> byKeys(Connection connection, Collection<UUID> keys) throws SQLException {
        return byUuids(connection, BY_KEYS, keys);
    }

    /** Keeps others from changing them until the transaction ends. */
    List<TrackedMessage> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return byUuids(connection, LOCK_BY_IDS, ids);
    }

    List<TrackedMessage> byProviderMessageId(Connection connection, String account, String id) throws SQLException {
        return byReference(connection, BY_PROVIDER_ID, account, id);
    }

    List<TrackedMessage> byClientId(Connection connection, String account, String id) throws SQLException {
        return byReference(connection, BY_CLIENT_ID, account, id);
    }

    /** The channel is written into the statement, since an index holds those of one channel only. */
    static String outstanding(Channel channel) {
        return SELECT + " WHERE m.recipient = ? AND m.account = ? AND m.channel = '" + channel.name()
                + "' AND m.stage <> 'FINISHED' ORDER BY m.id DESC";
    }

    List<TrackedMessage> outstanding(Connection connection, String account, Channel channel, String recipient)
            throws SQLException {
        return byReference(connection, outstanding(channel), account, recipient);
    }

    List<TrackedMessage> uncertain(Connection connection, String account, Instant before, int limit)
            throws SQLException {
        List<TrackedMessage> uncertain;
        try (PreparedStatement statement = connection.prepareStatement(UNCERTAIN)) {
            statement.setString(1, account);
            statement.setObject(2, ArraySource.time(before));
            statement.setObject(3, ArraySource.time(clock.instant()));
            statement.setInt(4, limit);
            uncertain = read(statement);
        }
        return Stream.of(uncertain, forgotten(connection, account, before, limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(TrackedMessage::created))
                .limit(limit)
                .toList();
    }

    /** What the provider took and then knew nothing of: a statement of its own, which an index of its own answers. */
    private List<TrackedMessage> forgotten(Connection connection, String account, Instant before, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGOTTEN)) {
            statement.setString(1, account);
            statement.setObject(2, ArraySource.time(before));
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    private List<TrackedMessage> byUuids(Connection connection, String sql, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ArraySource.bind(statement, 1, ArraySource.Type.UUID, ids);
            return read(statement);
        }
    }

    private List<TrackedMessage> byReference(Connection connection, String sql, String account, String id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ArraySource.text(id));
            statement.setString(2, ArraySource.text(account));
            return read(statement);
        }
    }

    List<TrackedMessage> read(PreparedStatement statement) throws SQLException {
        Instant now = clock.instant();
        List<TrackedMessage> messages = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                messages.add(message(row, now));
            }
        }
        return messages;
    }

    private static TrackedMessage message(ResultSet row, Instant now) throws SQLException {
        return new TrackedMessage(
                row.getObject("id", UUID.class),
                submission(row),
                stage(row, now),
                verdict(row),
                row.getString("note"),
                time(row, "created"),
                time(row, "updated"),
                time(row, "next_check"));
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("account"),
                row.getString("provider"),
                row.getString("recipient"),
                row.getString("client_id"),
                row.getObject("idempotency_key", UUID.class) != null,
                row.getInt("part"),
                row.getInt("parts"),
                row.getObject("text_hash", UUID.class),
                channel(row.getString("channel")));
    }

    /** A row of an earlier version tells none. */
    private static Channel channel(String name) {
        return name == null ? null : Channel.valueOf(name);
    }

    /** What a dead process had in flight is uncertain. */
    private static Stage stage(ResultSet row, Instant now) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        if (stage != Stage.IN_FLIGHT) {
            return stage;
        }
        Instant leaseUntil = time(row, "lease_until");
        return leaseUntil != null && leaseUntil.isAfter(now) ? Stage.IN_FLIGHT : Stage.UNCERTAIN;
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state == null) {
            return null;
        }
        String error = row.getString("error");
        return new Verdict(
                SmsState.valueOf(state),
                row.getString("provider_message_id"),
                error == null ? null : SmsError.valueOf(error),
                row.getString("provider_code"),
                row.getString("provider_text"),
                row.getString("reason"),
                null);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
