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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Creates the database tables. The SQL is in versioned migrations, in {@code META-INF/massms/db/postgresql} and {@code META-INF/massms/db/h2}.
 * The table {@code sms_schema_history} says which have run. Flyway can run them instead: add the folder to its locations, and do not call
 * {@link #create}.
 */
public final class SmsSchema {
    private static final List<String> MIGRATIONS =
            List.of("V1__sms_tracker.sql", "V2__sms_opt_out.sql", "V3__sms_channel.sql", "V4__sms_forgotten.sql");
    private static final String HISTORY = "CREATE TABLE IF NOT EXISTS sms_schema_history (migration VARCHAR(200)"
            + " PRIMARY KEY, installed TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL)";
    /** H2 has no lock for definitions: two processes at one server can trip over each other, and then find the work done. */
    private static final int MOST_TRIES = 5;

    private static final long LOCK = 0x736d735f73636865L; // "sms_sche"

    private SmsSchema() {}

    /**
     * Runs the migrations that have not run yet. Two processes may call this at the same time.
     *
     * @param  dataSource       a data source of PostgreSQL or H2, with the right to create tables, or with tables that need no migration
     * @throws TrackerException if the database fails
     */
    public static void create(DataSource dataSource) {
        create(dataSource, SmsTables.values());
    }

    /** The same; without the right to create, what is needed of the tables has to be there. */
    static void create(DataSource dataSource, SmsTables... needed) {
        Database database = new Database(dataSource);
        try {
            migrate(database);
        } catch (TrackerException e) {
            if (!RequiredTable.isForbidden(e.getCause())) {
                throw e;
            }
            for (SmsTables tables : needed) {
                useAsTheyAre(database, tables, e);
            }
        }
    }

    private static void useAsTheyAre(Database database, SmsTables tables, TrackerException forbidden) {
        try {
            database.call("use its tables", connection -> tables.check(connection, database.dialect()));
        } catch (TrackerException e) {
            e.addSuppressed(forbidden);
            throw new TrackerException(
                    "The user of the database may not create tables. Have an administrator run the migrations in "
                            + database.dialect().migrations() + " and use createSchema(false). " + e.getMessage(),
                    e);
        }
    }

    private static synchronized void migrate(Database database) {
        for (int tries = 1; ; tries++) {
            try {
                database.call("create its tables", connection -> migrate(connection, database.dialect()));
                return;
            } catch (TrackerException e) {
                if (database.dialect() != Dialect.H2 || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Void migrate(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            statement.execute(HISTORY);
            Set<String> done = installed(statement);
            for (String migration : MIGRATIONS) {
                if (!done.contains(migration)) {
                    run(statement, script(dialect, migration));
                    note(connection, migration);
                }
            }
        }
        return null;
    }

    private static Set<String> installed(Statement statement) throws SQLException {
        Set<String> migrations = new HashSet<>();
        try (ResultSet row = statement.executeQuery("SELECT migration FROM sms_schema_history")) {
            while (row.next()) {
                migrations.add(row.getString(1));
            }
        }
        return migrations;
    }

    /** Where two got here at once (H2 commits each definition by itself), the statements find their work done. */
    private static void run(Statement statement, String script) throws SQLException {
        for (String sql : script.split(";\\s*\\R")) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }

    /** A unique violation makes the migration run again, which then finds this one done. */
    private static void note(Connection connection, String migration) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO sms_schema_history (migration) VALUES (?)")) {
            statement.setString(1, migration);
            statement.executeUpdate();
        }
    }

    private static String script(Dialect dialect, String migration) {
        String path = "/" + dialect.migrations() + "/" + migration;
        try (InputStream script = SmsSchema.class.getResourceAsStream(path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TrackerException("The migration " + path + " cannot be read", e);
        }
    }
}
