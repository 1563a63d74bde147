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
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Which of the tables of {@link SmsSchema} something uses. */
public enum SmsTables {
    /** What a {@link JdbcTracker} uses. */
    TRACKER(
            new RequiredTable(
                    "sms_message",
                    "id, account, provider, recipient, client_id, idempotency_key, part, parts, text_hash, owner, stage, state,"
                            + " provider_message_id, error, provider_code, provider_text, reason, note, created, updated, next_check",
                    "next_check",
                    "V1__sms_tracker.sql"),
            new RequiredTable("sms_message", "channel", "channel", "V3__sms_channel.sql"),
            new RequiredTable("sms_owner", "id, lease_until", "lease_until", "V1__sms_tracker.sql"),
            new RequiredTable(
                    "sms_orphan_report",
                    "account, provider_message_id, provider, state, error, provider_code, provider_text, reported, received",
                    "received",
                    "V1__sms_tracker.sql")),
    /** What remembers opt-outs. */
    OPT_OUT(new RequiredTable("sms_opt_out", "number, reason, added", null, "V2__sms_opt_out.sql"));

    private final List<RequiredTable> tables;

    SmsTables(RequiredTable... tables) {
        this.tables = List.of(tables);
    }

    /**
     * Sees to it that the tables are there and can be used.
     *
     * @param  dataSource       leads to PostgreSQL or H2
     * @param  create           whether to create the tables of {@link SmsSchema} where they are missing
     * @throws TrackerException where something is missing; says what, and what would be right
     */
    public void prepare(DataSource dataSource, boolean create) {
        SharedTransactions.warn(dataSource);
        if (create) {
            SmsSchema.create(dataSource, this);
        }
        try (Connection connection = dataSource.getConnection()) {
            check(connection, Dialect.of(connection));
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new TrackerException("The database cannot be reached, or does not let its tables be used", e);
        }
    }

    /** Finds out at the start what would fail at the first message. */
    Void check(Connection connection, Dialect dialect) throws SQLException {
        for (RequiredTable table : tables) {
            table.check(connection, dialect);
        }
        return null;
    }
}
