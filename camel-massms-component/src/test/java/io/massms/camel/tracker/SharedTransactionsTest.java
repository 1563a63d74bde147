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

import com.zaxxer.hikari.HikariDataSource;
import io.massms.camel.component.LogLines;
import io.massms.camel.optout.JdbcOptOutRepository;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A data source that gives the connection of the caller's transaction is warned of at the start. */
class SharedTransactionsTest {
    private final LogLines lines = LogLines.of(SharedTransactions.class);

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void aTrackerOrAnOptOutRepositoryWarnsOnce() {
        try (HikariDataSource shared = onH2(new TransactionAwareDataSourceProxy() {})) {
            JdbcTracker.builder(shared).createSchema(true).build().close();
            assertThat(lines.all())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("WARN")
                    .contains("plain data source");
            assertThat(new JdbcOptOutRepository(shared, true).contains("+573001234567"))
                    .isFalse();
            assertThat(lines.all()).hasSize(2);
        }
    }

    @Test
    void aPlainDataSourceIsNotWarnedOf() {
        try (HikariDataSource plain = onH2(new HikariDataSource())) {
            JdbcTracker.builder(plain).createSchema(true).build().close();
            assertThat(lines.all()).isEmpty();
        }
    }

    private static HikariDataSource onH2(HikariDataSource pool) {
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        return pool;
    }

    /** Stands for Spring's, which is known by its name. */
    private static class TransactionAwareDataSourceProxy extends HikariDataSource {}
}
