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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.hold.HeldInventory;
import io.massms.gateway.setup.SmsOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Keeps messages in the gateway's database that wait for their time, so that they outlive the process. */
public final class HeldStore {
    /** Takes what became of held messages. */
    public static final String RESULTS = "direct:held-results";

    private static final String NAME = "gateway";
    private static final String QUARTZ = "quartz";

    private HeldStore() {}

    /** Makes Quartz keep its jobs there, unless the operator configured a Quartz of his own. */
    static void prepare(CamelContext context, DataSource database, boolean send) throws SQLException {
        SmsConfiguration options = SmsOptions.of(context);
        if (options.getScheduledResultUri() == null) {
            options.setScheduledResultUri(RESULTS);
        }
        if (context.hasComponent(QUARTZ) == null) {
            createTables(database);
            DBConnectionManager.getInstance().addConnectionProvider(NAME, connections(database));
            context.addComponent(QUARTZ, component(send));
        }
    }

    /** What waits for its time; empty in a dry run, where nothing is held. */
    public static Optional<HeldInventory> inventory(CamelContext context) {
        return context.hasComponent(QUARTZ) instanceof QuartzComponent quartz
                ? Optional.of(new HeldInventory(quartz.getScheduler()))
                : Optional.empty();
    }

    private static void createTables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "QRTZ_TRIGGERS", null);
                Statement statement = connection.createStatement()) {
            if (!tables.next()) {
                statement.execute("runscript from 'classpath:org/quartz/impl/jdbcjobstore/tables_h2.sql'");
            }
        }
    }

    private static QuartzComponent component(boolean send) {
        QuartzComponent component = new QuartzComponent();
        component.setAutoStartScheduler(send);
        component.setPrefixInstanceName(false);
        component.setEnableJmx(false);
        component.setProperties(Map.of(
                "org.quartz.scheduler.instanceName",
                NAME,
                "org.quartz.scheduler.skipUpdateCheck",
                "true",
                "org.quartz.threadPool.class",
                SimpleThreadPool.class.getName(),
                "org.quartz.threadPool.threadCount",
                "10",
                "org.quartz.jobStore.class",
                JobStoreTX.class.getName(),
                "org.quartz.jobStore.driverDelegateClass",
                StdJDBCDelegate.class.getName(),
                "org.quartz.jobStore.useProperties",
                "true",
                "org.quartz.jobStore.dataSource",
                NAME));
        return component;
    }

    private static ConnectionProvider connections(DataSource database) {
        return new ConnectionProvider() {
            @Override
            public Connection getConnection() throws SQLException {
                return database.getConnection();
            }

            @Override
            public void initialize() {
                // it is open
            }

            @Override
            public void shutdown() {
                // who opened the database closes it
            }
        };
    }
}
