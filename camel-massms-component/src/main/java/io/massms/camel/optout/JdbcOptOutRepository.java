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
package io.massms.camel.optout;

import io.massms.camel.tracker.SmsSchema;
import io.massms.camel.tracker.SmsTables;
import io.massms.camel.tracker.TrackerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Keeps opt-outs in the table {@code sms_opt_out} of PostgreSQL or H2. Methods throw {@link TrackerException} if the database fails.
 */
public final class JdbcOptOutRepository implements OptOutRepository {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int PAGE = 1_000;

    private final DataSource dataSource;

    /**
     * Uses the existing table, or creates it.
     *
     * @param  dataSource               a data source of PostgreSQL or H2. Give the plain data source, not Spring's
     *                                  TransactionAwareDataSourceProxy: methods that are called in a transaction would commit it
     * @param  createSchema             whether to create the tables of {@link SmsSchema} if they are missing, for which the database's user
     *                                  needs the right
     * @throws TrackerException         if the table is missing or cannot be used; says what would be right
     * @throws IllegalArgumentException if the data source is not fit for it; says what would be right
     */
    public JdbcOptOutRepository(DataSource dataSource, boolean createSchema) {
        this.dataSource = dataSource;
        SmsTables.OPT_OUT.prepare(dataSource, createSchema);
    }

    @Override
    public boolean add(OptOut optOut) {
        return run("INSERT INTO sms_opt_out (number, reason, added) VALUES (?, ?, ?)", statement -> {
            statement.setString(1, optOut.number());
            statement.setString(2, optOut.reason().name());
            statement.setObject(3, optOut.added().atOffset(ZoneOffset.UTC));
            try {
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Set<String> among(Collection<String> numbers) {
        return run("SELECT number FROM sms_opt_out WHERE number = ANY(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("varchar", numbers.toArray()));
            Set<String> found = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }

    @Override
    public boolean remove(String number) {
        return run("DELETE FROM sms_opt_out WHERE number = ?", statement -> {
            statement.setString(1, number);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void forEach(Consumer<OptOut> action) {
        String last = "";
        List<OptOut> page;
        do {
            page = pageAfter(last);
            page.forEach(action);
            last = page.isEmpty() ? last : page.get(page.size() - 1).number();
        } while (page.size() == PAGE);
    }

    private List<OptOut> pageAfter(String number) {
        String sql = "SELECT number, reason, added FROM sms_opt_out WHERE number > ? ORDER BY number LIMIT " + PAGE;
        return run(sql, statement -> {
            statement.setString(1, number);
            List<OptOut> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new OptOut(
                            row.getString(1),
                            OptOutReason.valueOf(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return page;
        });
    }

    /** One statement; committed where the data source does not do so by itself. */
    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            T result = work.on(statement);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw new TrackerException("The opt-outs could not be read or written", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
