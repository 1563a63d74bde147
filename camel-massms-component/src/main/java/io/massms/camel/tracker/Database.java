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
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** Runs transactions on the user's data source, and runs those again that lost against another. */
final class Database {
    private static final int MOST_TRIES = 6;
    /** Serialization failure, deadlock, unique violation, and H2's concurrent update and lock timeout. */
    private static final Set<String> LOST_AGAINST_ANOTHER = Set.of("40001", "40P01", "23505", "90131", "HYT00");

    private final DataSource dataSource;
    private final Dialect dialect;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            this.dialect = Dialect.of(connection);
            requireReadCommitted(connection);
        } catch (SQLException e) {
            throw new TrackerException("The tracker's database cannot be reached", e);
        }
    }

    /** Decisions rest on seeing what others committed a moment ago. */
    private static void requireReadCommitted(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalArgumentException(
                    "The tracker needs a data source whose transactions are READ COMMITTED: change its default isolation");
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** A transaction whose failure the caller is to see as a failure of the store. */
    <T> T call(String doing, Work<T> work) {
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw new TrackerException("The tracker failed to " + doing, e);
        }
    }

    /** A single query, which needs no transaction around it and so one exchange with the server less. */
    <T> T query(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            T result = work.on(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        }
    }

    /** A transaction that looks rows up one by one. */
    <T> T transaction(Work<T> work) throws SQLException {
        return plainTransaction(connection -> {
            String preference = dialect.preferIndexes();
            if (!preference.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(preference);
                }
            }
            return work.on(connection);
        });
    }

    /** A transaction whose statements see for themselves how they look rows up. */
    <T> T plainTransaction(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (tries == MOST_TRIES || !SqlState.isAmong(LOST_AGAINST_ANOTHER, e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable e) { // an Error, too: giving the connection back would commit what it left half done
                rollBack(connection, e);
                throw e;
            } finally {
                if (autoCommit && !connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** What a transaction does. It may be run several times. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
