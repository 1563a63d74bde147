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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Finds a pooler between this process and PostgreSQL, such as PgBouncer. One that gives each transaction another connection of the server
 * mixes up the statements that the drivers of all its clients prepare there by the same names: where one says COMMIT, the statement of another
 * can be run. This is the only class that knows the driver, which need not be there.
 */
final class PostgresPooler {
    private PostgresPooler() {}

    /** Refuses a connection through a pooler whose driver prepares statements by name. */
    static void refuseNamedStatements(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) {
            return;
        }
        PGConnection driver = connection.unwrap(PGConnection.class);
        if (namesStatements(driver) && driver.getBackendPID() != pidOfTheServer(connection)) {
            throw new IllegalArgumentException(
                    "Between this process and PostgreSQL there is a pooler or a proxy, such as PgBouncer, and the JDBC driver prepares statements by name."
                            + " It can run the statement of another client in the place of one of these, even of a COMMIT: messages would"
                            + " go out twice. Add prepareThreshold=0 to the JDBC URL (jdbc:postgresql://host/database?prepareThreshold=0)."
                            + " That does no harm elsewhere");
        }
    }

    /** It names them after so many uses, at once where the number is negative, never where it is 0. */
    private static boolean namesStatements(PGConnection driver) {
        return driver.getPrepareThreshold() != 0 && driver.getPreferQueryMode() != PreferQueryMode.SIMPLE;
    }

    /** The server says which of its processes answers; the driver knows only which one it was told when it connected. */
    private static int pidOfTheServer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
