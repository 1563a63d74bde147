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
package io.massms.camel.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.SchedulerRepository;
import org.quartz.utils.ConnectionProvider;

/** Quartz components over a database, as users configure them. */
final class JobStores {
    private static final Map<String, DataSource> DATABASES = new ConcurrentHashMap<>();

    private final String name;
    private final boolean postgres;

    private JobStores(String name, boolean postgres) {
        this.name = name;
        this.postgres = postgres;
    }

    /** Creates Quartz's tables, with the script that Quartz brings. */
    static JobStores in(DataSource database) throws Exception {
        JobStores stores;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            stores = new JobStores("store" + DATABASES.size(), postgres);
            for (String command : script(postgres ? "tables_postgres.sql" : "tables_h2.sql")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        DATABASES.put(stores.name, database);
        return stores;
    }

    private static String[] script(String file) throws IOException {
        try (InputStream script = QuartzComponent.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/" + file)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^\\s*--.*$", "")
                    .replaceAll("(?i)commit;", "")
                    .split(";");
        }
    }

    /** A scheduler of its own over this store, as a further process would have. */
    QuartzComponent component(boolean clustered) {
        SchedulerRepository.getInstance().remove(name);
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "org.quartz.scheduler.instanceName",
                name,
                "org.quartz.scheduler.idleWaitTime",
                "1000",
                "org.quartz.threadPool.class",
                "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount",
                "4",
                "org.quartz.jobStore.class",
                "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.useProperties",
                "true",
                "org.quartz.jobStore.dataSource",
                name,
                "org.quartz.dataSource." + name + ".connectionProvider.class",
                Connections.class.getName(),
                "org.quartz.dataSource." + name + ".store",
                name));
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore." + (postgres ? "PostgreSQLDelegate" : "StdJDBCDelegate"));
        if (clustered) {
            properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
            properties.setProperty("org.quartz.jobStore.isClustered", "true");
        }
        QuartzComponent component = new QuartzComponent();
        component.setPrefixInstanceName(false);
        component.setEnableJmx(false);
        component.setProperties(properties);
        return component;
    }

    /** What Quartz is told to take its connections from. */
    public static final class Connections implements ConnectionProvider {
        private String store;

        public void setStore(String store) {
            this.store = store;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return DATABASES.get(store).getConnection();
        }

        @Override
        public void shutdown() {
            // the database is the test's
        }

        @Override
        public void initialize() {
            // there already
        }
    }
}
