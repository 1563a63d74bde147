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

import io.massms.camel.tracker.ArraySource.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Stores intents and outcomes, many at a time. */
final class JdbcSubmissions {
    private static final int MOST_ROUNDS = 5;
    private static final String COLUMNS = "id, account, provider, recipient, client_id, idempotency_key, part, parts,"
            + " text_hash, channel, owner, stage, created, updated";
    private static final String VALUES = "s.id, s.account, s.provider, s.recipient, s.client_id, s.idempotency_key,"
            + " s.part, s.parts, s.text_hash, s.channel, CAST(? AS uuid), 'IN_FLIGHT', CAST(? AS timestamp with time zone),"
            + " CAST(? AS timestamp with time zone)";
    private static final ArraySource<Intent> INTENTS = new ArraySource<Intent>()
            .with("id", Type.UUID, Intent::id)
            .with("account", Type.TEXT, intent -> intent.submission().account())
            .with("provider", Type.TEXT, intent -> intent.submission().provider())
            .with("recipient", Type.TEXT, intent -> intent.submission().to())
            .with("client_id", Type.TEXT, intent -> intent.submission().clientId())
            .with("idempotency_key", Type.UUID, Intent::key)
            .with("part", Type.SMALLINT, intent -> intent.submission().part())
            .with("parts", Type.SMALLINT, intent -> intent.submission().parts())
            .with("text_hash", Type.UUID, intent -> intent.submission().textHash())
            .with("channel", Type.TEXT, intent -> intent.submission().channel());
    private static final ArraySource<Settlement> OUTCOMES = new ArraySource<Settlement>()
            .with("id", Type.UUID, Settlement::id)
            .with(
                    "stage",
                    Type.TEXT,
                    settlement -> Stage.of(settlement.verdict().state()))
            .with("state", Type.TEXT, settlement -> settlement.verdict().state())
            .with("message_id", Type.TEXT, settlement -> settlement.verdict().messageId())
            .with("error", Type.TEXT, settlement -> settlement.verdict().error())
            .with("provider_code", Type.TEXT, settlement -> settlement.verdict().providerCode())
            .with("provider_text", Type.TEXT, settlement -> settlement.verdict().providerText())
            .with("reason", Type.TEXT, settlement -> settlement.verdict().reason())
            .with("nothing_left", Type.BOOLEAN, Settlement::nothingLeft)
            .with("next_check", Type.TIME, Settlement::nextCheck);

    private final Clock clock;
    private final UUID owner;
    private final MessageRows rows;
    private final String insert;
    private final String insertUnlessKeyTaken;
    private final String complete;
    private final String completeReported;

    JdbcSubmissions(Dialect dialect, Clock clock, UUID owner, MessageRows rows) {
        this.clock = clock;
        this.owner = owner;
        this.rows = rows;
        this.insert = "INSERT INTO sms_message (" + COLUMNS + ") SELECT " + VALUES + " FROM " + INTENTS.sql();
        this.insertUnlessKeyTaken =
                dialect.preferIndexes() + dialect.insertUnlessKeyTaken(COLUMNS, VALUES, INTENTS.sql());
        this.complete = dialect.preferIndexes()
                + dialect.update(
                        "stage = s.stage, state = s.state, provider_message_id = s.message_id, error = s.error,"
                                + " provider_code = s.provider_code, provider_text = s.provider_text, reason = s.reason,"
                                + " idempotency_key = CASE WHEN s.nothing_left THEN NULL ELSE m.idempotency_key END,"
                                + " next_check = s.next_check, updated = s.now",
                        OUTCOMES.sqlWithTime(),
                        // not "IN ('IN_FLIGHT', …)": PostgreSQL would then read the whole index of what is open
                        "m.id = s.id AND m.stage NOT IN ('TAKEN', 'FINISHED')");
        this.completeReported = dialect.update(
                "provider_message_id = s.message_id",
                OUTCOMES.sqlWithTime(),
                "m.id = s.id AND m.stage IN ('TAKEN', 'FINISHED') AND m.provider_message_id IS NULL"
                        + " AND s.message_id IS NOT NULL");
    }

    /** Stores what may go; tells for each intent whether it may, in the same order. */
    List<Admission> begin(Connection connection, List<Intent> intents) throws SQLException {
        List<Intent> free = new ArrayList<>(intents.size());
        Map<UUID, Intent> firstWithKey = new TreeMap<>();
        for (Intent intent : intents) {
            if (intent.key() == null) {
                free.add(intent);
            } else {
                firstWithKey.putIfAbsent(intent.key(), intent);
            }
        }
        if (!free.isEmpty()) {
            insert(connection, insert, free);
        }
        Map<UUID, TrackedMessage> holders = takeKeys(connection, firstWithKey);
        return intents.stream().map(intent -> admission(intent, holders)).toList();
    }

    private static Admission admission(Intent intent, Map<UUID, TrackedMessage> holders) {
        TrackedMessage holder = intent.key() == null ? null : holders.get(intent.key());
        return holder == null || holder.id().equals(intent.id())
                ? Admission.admitted(intent.id())
                : Admission.refused(holder);
    }

    /**
     * Takes the keys that are free; tells who holds each now. Goes through them in order, lest two transactions wait for each other, and
     * again for those that were given free between the two statements.
     */
    private Map<UUID, TrackedMessage> takeKeys(Connection connection, Map<UUID, Intent> wanted) throws SQLException {
        Map<UUID, TrackedMessage> holders = new HashMap<>();
        Map<UUID, Intent> open = new TreeMap<>(wanted);
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new SQLException("The holders of " + open.size() + " keys change too fast", "40001");
            }
            insert(connection, insertUnlessKeyTaken, List.copyOf(open.values()));
            for (TrackedMessage holder : rows.byKeys(connection, open.keySet())) {
                holders.put(holder.submission().key(), holder);
            }
            open.keySet().removeAll(holders.keySet());
        }
        return holders;
    }

    private void insert(Connection connection, String sql, List<Intent> intents) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, owner);
            statement.setObject(2, ArraySource.time(now));
            statement.setObject(3, ArraySource.time(now));
            INTENTS.bind(statement, 4, intents);
            statement.execute();
        }
    }

    /** Stores outcomes. A message that a report overtook takes the provider's id only. */
    void complete(Connection connection, List<Settlement> settlements) throws SQLException {
        List<Settlement> inOrder = settlements.stream()
                .sorted(Comparator.comparing(Settlement::id))
                .toList();
        if (update(connection, complete, inOrder) < inOrder.size()) {
            update(connection, completeReported, inOrder);
        }
    }

    private int update(Connection connection, String sql, List<Settlement> settlements) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            OUTCOMES.bind(statement, clock.instant(), settlements);
            statement.execute();
            return updated(statement);
        }
    }

    /** How many rows the statement changed, and what stands before it. */
    private static int updated(PreparedStatement statement) throws SQLException {
        int all = 0;
        for (int count = statement.getUpdateCount(); count >= 0; count = statement.getUpdateCount()) {
            all += count;
            statement.getMoreResults();
        }
        return all;
    }
}
