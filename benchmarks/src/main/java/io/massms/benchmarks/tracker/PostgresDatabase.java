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
package io.massms.benchmarks.tracker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.massms.camel.tracker.JdbcTracker;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A new database for a tracker, on the server that PostgreSQL's own environment variables name; dropped when closed. */
public final class PostgresDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private final String name = "sms_benchmark_" + ProcessHandle.current().pid();
    private final HikariDataSource connections;
    private final JdbcTracker tracker;

    /** Makes it, with its tables. */
    public PostgresDatabase() throws SQLException {
        server("CREATE DATABASE " + name);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(name));
        config.setUsername(ENVIRONMENT.get("PGUSER"));
        config.setPassword(ENVIRONMENT.get("PGPASSWORD"));
        config.setMaximumPoolSize(CONNECTIONS);
        connections = new HikariDataSource(config);
        tracker = JdbcTracker.builder(connections).createSchema(true).build();
    }

    /** Whether a server is named. */
    public static boolean isNamed() {
        return ENVIRONMENT.containsKey("PGHOST");
    }

    /** Remembers in this database. */
    public JdbcTracker tracker() {
        return tracker;
    }

    /** Runs a statement. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asks for one number. */
    long number(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void server(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url(ENVIRONMENT.getOrDefault("PGDATABASE", "postgres")),
                        ENVIRONMENT.get("PGUSER"),
                        ENVIRONMENT.get("PGPASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://" + ENVIRONMENT.get("PGHOST") + ":" + ENVIRONMENT.getOrDefault("PGPORT", "5432") + "/"
                + database;
    }

    @Override
    public void close() throws SQLException {
        tracker.close();
        connections.close();
        server("DROP DATABASE " + name);
    }
}
