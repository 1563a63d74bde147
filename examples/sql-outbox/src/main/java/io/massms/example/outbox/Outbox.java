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

import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** The application: the routes, and the tracker that remembers in the same database what was sent. */
final class Outbox implements AutoCloseable {
    private final SmsTracker tracker;
    private final Main main = new Main();

    /**
     * An application that does not run yet.
     *
     * @param database holds the outbox; whoever opened it closes it
     */
    Outbox(DataSource database) {
        tracker = JdbcTracker.builder(database).createSchema(true).build();
        main.bind("database", database);
        main.bind("tracker", tracker);
        main.configure().addRoutesBuilder(new OutboxRoutes());
    }

    Main main() {
        return main;
    }

    @Override
    public void close() {
        main.stop();
        tracker.close();
    }
}
