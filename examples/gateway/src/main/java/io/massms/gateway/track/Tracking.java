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
package io.massms.gateway.track;

import io.massms.camel.tracker.JdbcTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.SmsOptions;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.h2.jdbcx.JdbcConnectionPool;

/** What the gateway remembers of messages beyond its own life: an H2 database in a file of the working directory. */
public final class Tracking implements Closeable {
    private final JdbcConnectionPool connections;
    private final SmsTracker tracker;
    private final CampaignIndex campaigns;

    private Tracking(JdbcConnectionPool connections, Duration retention) throws SQLException {
        this.connections = connections;
        campaigns = new CampaignIndex(connections);
        campaigns.create();
        campaigns.forget(Instant.now().minus(retention));
        tracker = JdbcTracker.builder(connections)
                .createSchema(true)
                .retention(retention)
                .build();
    }

    /**
     * Opens the database, or makes it.
     *
     * @param  file      without the endings that H2 gives it
     * @param  retention after what time finished messages are forgotten
     */
    static Tracking open(Path file, Duration retention) throws IOException {
        // the gateway closes it itself, after the last route; an intent must be on the disk before its message leaves;
        // and a thread
        // that Camel interrupts when it stops would close the file under everybody, were it not for async
        JdbcConnectionPool connections =
                JdbcConnectionPool.create("jdbc:h2:async:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0", "", "");
        try {
            return new Tracking(connections, retention);
        } catch (SQLException e) {
            connections.dispose();
            throw new IOException("The record of messages in " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens that of a working directory and has the component keep it.
     *
     * @return null where nothing is to be remembered: in a dry run nothing leaves
     */
    public static Tracking open(CamelContext context, GatewaySettings settings, WorkingDirectory directory)
            throws IOException {
        if (!settings.tracking() || settings.dryRun()) {
            return null;
        }
        Tracking tracking = open(directory.tracker("messages"), settings.retention());
        SmsOptions.of(context).setTracker(tracking.tracker());
        return tracking;
    }

    /** Every message sent. */
    public SmsTracker tracker() {
        return tracker;
    }

    /** Which row of which campaign a message comes from. */
    public CampaignIndex campaigns() {
        return campaigns;
    }

    @Override
    public void close() {
        tracker.close();
        connections.dispose();
    }
}
