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
import java.util.Locale;

/** What differs between the databases. */
enum Dialect {
    /** PostgreSQL 12 and later. */
    POSTGRESQL {
        /** PostgreSQL's own driver need not be there. */
        @Override
        void refuseUnsafe(Connection connection) throws SQLException {
            try {
                PostgresPooler.refuseNamedStatements(connection);
            } catch (LinkageError e) {
                // it cannot be asked whether there is a pooler
            }
        }

        /** CURRENT_TIMESTAMP is that of the transaction's begin, and a pool that tests idle connections may have begun one long ago. */
        @Override
        String now() {
            return "SELECT clock_timestamp()";
        }

        /** Plans are kept until the table is analyzed, and one made while it was small reads all of it later, for each statement. */
        @Override
        String preferIndexes() {
            return "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
                    + " SET LOCAL plan_cache_mode = force_custom_plan; ";
        }

        @Override
        String insertUnlessKeyTaken(String columns, String values, String source) {
            return "INSERT INTO sms_message (" + columns + ") SELECT " + values + " FROM " + source
                    + " ON CONFLICT DO NOTHING";
        }

        @Override
        String update(String assignments, String source, String condition) {
            return "UPDATE sms_message m SET " + assignments + " FROM " + source + " WHERE " + condition;
        }
    },
    /** H2 2.2 and later, embedded or as a server. */
    H2 {
        @Override
        String now() {
            return "SELECT CURRENT_TIMESTAMP";
        }

        /** It always does. */
        @Override
        String preferIndexes() {
            return "";
        }

        @Override
        String insertUnlessKeyTaken(String columns, String values, String source) {
            return "INSERT INTO sms_message (" + columns + ") SELECT " + values + " FROM " + source
                    + " WHERE NOT EXISTS (SELECT 1 FROM sms_message k WHERE k.idempotency_key = s.idempotency_key)";
        }

        @Override
        String update(String assignments, String source, String condition) {
            return "MERGE INTO sms_message m USING (SELECT * FROM " + source + ") s ON " + condition
                    + " WHEN MATCHED THEN UPDATE SET " + assignments;
        }
    };

    /** Inserts what finds its key free. A key that another transaction takes at the same time may make it fail with a unique violation. */
    abstract String insertUnlessKeyTaken(String columns, String values, String source);

    /** Updates messages, named {@code m}, from the rows of a source named {@code s}. */
    abstract String update(String assignments, String source, String condition);

    /**
     * Refuses what is known to lose what is stored.
     *
     * @throws IllegalArgumentException says what would be right
     */
    void refuseUnsafe(Connection connection) throws SQLException {
        // nothing is known
    }

    /** A query for the time of the database. */
    abstract String now();

    /**
     * Makes the statements of a transaction look rows up one by one, from here on. Empty, or it can stand before another statement, with
     * which it goes to the server in one exchange; it has results of its own.
     */
    abstract String preferIndexes();

    /** The folder of its migrations. */
    String migrations() {
        return "META-INF/massms/db/" + name().toLowerCase(Locale.ROOT);
    }

    /** The dialect of a database that is opened; everything that opens one asks for it. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.name().equalsIgnoreCase(product)) {
                dialect.refuseUnsafe(connection);
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "The tracker keeps its messages in PostgreSQL or H2; the data source leads to " + product);
    }
}
