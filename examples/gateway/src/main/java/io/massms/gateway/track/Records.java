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

import io.massms.camel.component.SmsEndpoint;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.SmsOptions;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.h2.jdbcx.JdbcConnectionPool;

/** What the gateway remembers beyond its own life: an H2 database in a file of the working directory. In a dry run nothing. */
public final class Records implements Closeable {
    /** Those who send, those who look after held messages, and the page. */
    private static final int CONNECTIONS = 20;

    private final JdbcConnectionPool connections;
    private final Tracking tracking;

    private Records(JdbcConnectionPool connections, Tracking tracking) {
        this.connections = connections;
        this.tracking = tracking;
    }

    /**
     * Opens those of a working directory, and has the component keep what it must remember there.
     *
     * @param sendHeld whether messages go that were held and whose time comes; else they wait on for a gateway that serves
     */
    public static Records open(
            CamelContext context, GatewaySettings settings, WorkingDirectory directory, boolean sendHeld)
            throws IOException {
        if (settings.dryRun()) {
            return new Records(null, null);
        }
        Path file = directory.tracker("messages");
        // the gateway closes it itself, after the last route; an intent must be on the disk before its message leaves;
        // and a thread that Camel interrupts when it stops would close the file under everybody, were it not for async
        JdbcConnectionPool connections =
                JdbcConnectionPool.create("jdbc:h2:async:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0", "", "");
        connections.setMaxConnections(CONNECTIONS);
        try {
            HeldStore.prepare(context, connections, sendHeld);
            Tracking tracking = settings.tracking()
                    ? Tracking.in(
                            connections,
                            settings.retention(),
                            SmsOptions.of(context).isIdempotent())
                    : null;
            if (tracking != null) {
                SmsOptions.of(context).setTracker(tracking.tracker());
            }
            return new Records(connections, tracking);
        } catch (SQLException e) {
            connections.dispose();
            throw new IOException("The record of messages in " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Says who sends, as soon as its account is known. */
    public void sendThrough(CamelContext context, String provider, boolean simulated) {
        if (tracking == null) {
            return;
        }
        try {
            context.addStartupListener((started, before) -> tracking.sendThrough(
                    started.getEndpoint("sms:" + provider, SmsEndpoint.class).getAccountKey(), provider, simulated));
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** What is remembered of messages; null where nothing is. */
    public Tracking tracking() {
        return tracking;
    }

    /** The database; null in a dry run. */
    public DataSource database() {
        return connections;
    }

    @Override
    public void close() {
        if (tracking != null) {
            tracking.close();
        }
        if (connections != null) {
            connections.dispose();
        }
    }
}
