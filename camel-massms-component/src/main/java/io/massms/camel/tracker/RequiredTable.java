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
import java.util.List;
import java.util.Set;

/**
 * Columns of a table, and what is done to it.
 *
 * @param name      of the table
 * @param columns   that are read and written
 * @param updated   one that is changed later; null where rows stay as they are
 * @param migration that makes them
 */
record RequiredTable(String name, String columns, String updated, String migration) {
    /** PostgreSQL's and H2's. */
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42S02", "42S03", "42S04", "42S22");

    private static final Set<String> FORBIDDEN = Set.of("42501", "90096");

    /** Whether a statement failed because its user may not do so. */
    static boolean isForbidden(Throwable failure) {
        return SqlState.isAmong(FORBIDDEN, failure);
    }

    /**
     * Does everything that will be done, to no row.
     *
     * @throws TrackerException where that fails; says what would be right
     */
    void check(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            if (SqlState.isAmong(MISSING, e)) {
                throw new TrackerException(
                        "The database lacks the table " + name + " with the columns " + columns
                                + ", or its user does not see it: have createSchema(true) make what is missing, or run the migrations up to "
                                + migration + " in " + dialect.migrations(),
                        e);
            }
            if (isForbidden(e)) {
                throw new TrackerException(
                        "The user of the database may not do what is to be done: GRANT " + rights(), e);
            }
            throw e;
        }
    }

    private List<String> statements() {
        String insert =
                "INSERT INTO " + name + " (" + columns + ") SELECT " + columns + " FROM " + name + " WHERE 1 = 0";
        String delete = "DELETE FROM " + name + " WHERE 1 = 0";
        return updated == null
                ? List.of(insert, delete)
                : List.of(insert, delete, "UPDATE " + name + " SET " + updated + " = " + updated + " WHERE 1 = 0");
    }

    private String rights() {
        return (updated == null ? "SELECT, INSERT, DELETE ON " : "SELECT, INSERT, UPDATE, DELETE ON ") + name
                + " TO the user";
    }
}
