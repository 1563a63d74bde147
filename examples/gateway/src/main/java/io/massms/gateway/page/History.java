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
package io.massms.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.massms.gateway.json.GatewayJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the page shows, kept over a restart. It is noted in memory and written from time to time, never by whoever sends. */
final class History {
    /** After what time it is forgotten. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final DataSource database;
    private final Object writing = new Object();
    private final Map<String, Note> changed = new LinkedHashMap<>();

    /** What is kept. */
    enum Kind {
        MINUTE,
        BALANCE,
        FAILURE,
        CAMPAIGN,
        REPLY
    }

    private record Note(Kind kind, String id, Instant time, Object content) {}

    private History(DataSource database) {
        this.database = database;
    }

    /** That of a database, or, where that is null, one that keeps nothing. */
    static History in(DataSource database) throws SQLException {
        if (database != null) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists gateway_page (kind varchar(10), id varchar(400),"
                                + " noted timestamp with time zone not null, content varchar not null, primary key (kind, id))");
                statement.execute("create index if not exists gateway_page_noted on gateway_page (noted)");
            }
        }
        return new History(database);
    }

    /** Notes something in the place of what was noted under the same id. */
    synchronized void note(Kind kind, String id, Instant time, Object content) {
        if (database != null) {
            changed.put(kind + id, new Note(kind, id, time, content));
        }
    }

    /** Writes what was noted since the last time, together, and forgets what is too old. Nobody who notes something waits. */
    void save(Instant now) {
        synchronized (writing) {
            List<Note> notes = take();
            if (notes.isEmpty()) {
                return;
            }
            try {
                write(notes, now);
            } catch (SQLException | JsonProcessingException e) {
                LOG.warn("What the operator's page shows is not kept for now: {}", e.getMessage());
                putBack(notes);
            }
        }
    }

    private synchronized List<Note> take() {
        List<Note> notes = List.copyOf(changed.values());
        changed.clear();
        return notes;
    }

    private synchronized void putBack(List<Note> notes) {
        notes.forEach(note -> changed.putIfAbsent(note.kind() + note.id(), note));
    }

    private void write(List<Note> notes, Instant now) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                PreparedStatement merge =
                        connection.prepareStatement("merge into gateway_page key (kind, id) values (?, ?, ?, ?)");
                PreparedStatement delete = connection.prepareStatement("delete from gateway_page where noted < ?")) {
            connection.setAutoCommit(false);
            for (Note note : notes) {
                merge.setString(1, note.kind().name());
                merge.setString(2, note.id());
                merge.setObject(3, time(note.time()));
                merge.setString(4, GatewayJson.of(note.content()));
                merge.addBatch();
            }
            merge.executeBatch();
            delete.setObject(1, time(now.minus(KEPT)));
            delete.executeUpdate();
            connection.commit();
        }
    }

    /** The youngest of a kind, the oldest of them first. */
    <T> List<T> load(Kind kind, Class<T> type, int most) throws SQLException {
        List<T> found = new ArrayList<>();
        if (database == null) {
            return found;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select content from gateway_page where kind = ? order by noted desc limit ?")) {
            select.setString(1, kind.name());
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(GatewayJson.read(rows.getString(1), type));
                }
            }
        } catch (JsonProcessingException e) {
            LOG.warn("Some of what was kept for the operator's page cannot be read", e);
        }
        Collections.reverse(found);
        return found;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
