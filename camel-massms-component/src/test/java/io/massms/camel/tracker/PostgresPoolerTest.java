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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.massms.camel.optout.JdbcOptOutRepository;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

/** A pooler between a process and PostgreSQL is seen at the start by the process id, which is not the one the driver was told. */
class PostgresPoolerTest {
    private static final int OF_THE_SERVER = 4711;
    private static final int OF_THE_POOLER = 815;

    @Test
    void aPoolerIsRefusedUnlessTheDriverNamesNoStatements() {
        refused(connection(OF_THE_POOLER, 5, PreferQueryMode.EXTENDED));
        refused(connection(OF_THE_POOLER, 1, PreferQueryMode.EXTENDED_FOR_PREPARED));
        refused(connection(OF_THE_POOLER, -1, PreferQueryMode.EXTENDED));
        accepted(connection(OF_THE_POOLER, 0, PreferQueryMode.EXTENDED));
        accepted(connection(OF_THE_POOLER, 5, PreferQueryMode.SIMPLE));
        accepted(connection(OF_THE_SERVER, 5, PreferQueryMode.EXTENDED));
    }

    @Test
    void whateverOpensTheDatabaseRefusesIt() {
        Connection connection = connection(OF_THE_POOLER, 5, PreferQueryMode.EXTENDED);
        DataSource dataSource = fake(DataSource.class, Map.of("getConnection", connection));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcTracker.builder(dataSource).build());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> JdbcTracker.builder(dataSource).createSchema(true).build());
        assertThatIllegalArgumentException().isThrownBy(() -> SmsSchema.create(dataSource));
        assertThatIllegalArgumentException().isThrownBy(() -> new JdbcOptOutRepository(dataSource, false));
    }

    @Test
    void anotherDriverIsNotAsked() {
        accepted(fake(Connection.class, Map.of("getMetaData", postgresql(), "isWrapperFor", false)));
    }

    @Test
    void theDriverNeedNotBeThere() throws Exception {
        URL component = Dialect.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {component}, ClassLoader.getPlatformClassLoader())) {
            Method of = alone.loadClass(Dialect.class.getName()).getDeclaredMethod("of", Connection.class);
            of.setAccessible(true);
            assertThat(of.invoke(null, connection(OF_THE_POOLER, 5, PreferQueryMode.EXTENDED)))
                    .hasToString("POSTGRESQL");
        }
    }

    private static void refused(Connection connection) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.of(connection))
                .withMessageContainingAll("pooler", "PgBouncer", "?prepareThreshold=0");
    }

    private static void accepted(Connection connection) {
        assertThatCode(() -> Dialect.of(connection)).doesNotThrowAnyException();
    }

    private static Connection connection(int pid, int threshold, PreferQueryMode mode) {
        PGConnection driver = fake(
                PGConnection.class,
                Map.of("getBackendPID", pid, "getPrepareThreshold", threshold, "getPreferQueryMode", mode));
        ResultSet row = fake(ResultSet.class, Map.of("next", true, "getInt", OF_THE_SERVER));
        Statement statement = fake(Statement.class, Map.of("executeQuery", row));
        return fake(
                Connection.class,
                Map.of(
                        "getMetaData",
                        postgresql(),
                        "isWrapperFor",
                        true,
                        "unwrap",
                        driver,
                        "createStatement",
                        statement,
                        "getTransactionIsolation",
                        Connection.TRANSACTION_READ_COMMITTED));
    }

    private static DatabaseMetaData postgresql() {
        return fake(DatabaseMetaData.class, Map.of("getDatabaseProductName", "PostgreSQL"));
    }

    /** Answers each method by its name. */
    private static <T> T fake(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                PostgresPoolerTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
