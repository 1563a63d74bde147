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

import static io.massms.camel.tracker.Samples.begin;
import static io.massms.camel.tracker.Samples.keyed;
import static io.massms.camel.tracker.Samples.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.tracker.Admission.Decision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTrackerTest extends H2TrackerContract {
    @TempDir
    private Path folder;

    @Override
    DataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("tracker"));
        return dataSource;
    }

    @Test
    void nothingIsForgottenOverARestart() {
        sent(tracker, keyed("573001234567", "order-1"), "m1", null);
        begin(tracker, keyed("573001234567", "order-2"));
        tracker.close();
        tracker = open();
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.KNOWN);
        assertThat(begin(tracker, keyed("573001234567", "order-2")).decision()).isEqualTo(Decision.UNCERTAIN);
    }

    @Test
    void nothingIsForgottenWhenTheProcessIsKilled() throws SQLException {
        sent(tracker, keyed("573001234567", "order-1"), "m1", null);
        begin(tracker, keyed("573001234567", "order-2"));
        try (Connection connection = dataSource().getConnection()) {
            connection.createStatement().execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException expected) {
            // the connection dies with the database
        }
        tracker = open();
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.KNOWN);
        assertThat(begin(tracker, keyed("573001234567", "order-2")).decision()).isEqualTo(Decision.UNDER_WAY);
        clock.advance(Duration.ofSeconds(31));
        assertThat(begin(tracker, keyed("573001234567", "order-2")).decision()).isEqualTo(Decision.UNCERTAIN);
    }
}
