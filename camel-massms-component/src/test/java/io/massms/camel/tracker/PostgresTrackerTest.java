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

import io.massms.camel.jdbc.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresTrackerTest extends JdbcTrackerContract {
    private final DataSource dataSource;

    PostgresTrackerTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    DataSource dataSource() {
        return dataSource;
    }

    @Override
    String series(int count) {
        return "(SELECT gen_random_uuid() AS id FROM generate_series(1, " + count + ")) s";
    }

    /** HikariCP without auto-commit, and with a connectionTestQuery, tests idle connections so. */
    @Test
    void aTransactionThatThePoolBeganLongAgoIsNoDifferenceOfTheClocks() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement test = connection.createStatement()) {
            connection.setAutoCommit(false);
            test.execute("SELECT 1");
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            ClockCheck clocks = new ClockCheck(Dialect.of(connection), Clock.systemUTC(), Duration.ofSeconds(30));
            assertThat(clocks.read(connection).apart()).isLessThan(Duration.ofMillis(200));
        }
    }
}
