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
package io.massms.example.outbox;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody sees, and does, who looks at the table by hand. */
final class Table {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OFTEN_MILLIS = 50;

    private final JdbcTemplate database;

    Table(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    /** The rows, the oldest first: phone, state, the error if there is one, and whether the provider's id is known. */
    List<String> rows() {
        return database.queryForList(
                "SELECT CONCAT_WS(' ', phone, state, error, CASE WHEN provider_id IS NOT NULL THEN 'with id' END)"
                        + " FROM outbox ORDER BY created",
                String.class);
    }

    String idOf(String phone) {
        return database.queryForObject("SELECT id FROM outbox WHERE phone = ?", String.class, phone);
    }

    void setToNew(String phone) {
        database.update(
                "UPDATE outbox SET state = 'NEW', error = NULL, due = CURRENT_TIMESTAMP WHERE phone = ?", phone);
    }

    /** Makes all rows due, as if minutes had passed. */
    void letTimePass() {
        database.update("UPDATE outbox SET due = CURRENT_TIMESTAMP");
    }

    void await(String row) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!rows().contains(row)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("There is no '" + row + "' among " + rows());
            }
            Thread.sleep(OFTEN_MILLIS);
        }
    }
}
