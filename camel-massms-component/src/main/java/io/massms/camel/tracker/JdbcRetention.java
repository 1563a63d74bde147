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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Forgets old messages, a bounded number in each transaction. Ids sort by time, so the primary key finds what is old. */
final class JdbcRetention {
    private static final int CHUNK = 1_000;
    private static final String OLD =
            "SELECT id FROM sms_message WHERE id > ? AND id < ? AND stage IN ('TAKEN', 'FINISHED')"
                    + " AND (next_check IS NULL OR next_check < ?) ORDER BY id LIMIT " + CHUNK
                    + " FOR UPDATE SKIP LOCKED";
    private static final String DELETE = "DELETE FROM sms_message WHERE id = ANY(?)";

    private final Database database;

    JdbcRetention(Database database) {
        this.database = database;
    }

    int purge(Instant startedBefore) {
        int forgotten = 0;
        UUID last = new UUID(0, 0);
        List<UUID> chunk;
        do {
            UUID after = last;
            chunk = database.call("purge", connection -> purge(connection, after, startedBefore));
            forgotten += chunk.size();
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1);
        } while (chunk.size() == CHUNK);
        return forgotten;
    }

    private static List<UUID> purge(Connection connection, UUID after, Instant startedBefore) throws SQLException {
        List<UUID> ids = new ArrayList<>(CHUNK);
        try (PreparedStatement statement = connection.prepareStatement(OLD)) {
            statement.setObject(1, after);
            statement.setObject(2, MessageIds.lowest(startedBefore));
            statement.setObject(3, ArraySource.time(startedBefore));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        if (!ids.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                ArraySource.bind(statement, 1, ArraySource.Type.UUID, ids);
                statement.executeUpdate();
            }
        }
        return ids;
    }
}
