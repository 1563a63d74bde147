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

import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.simulator.Simulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quartz.Scheduler;

/** Applications that hold messages in a job store in a database, which can be made to fail. */
abstract class HeldStoreTestSupport {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final List<Exchange> results = new CopyOnWriteArrayList<>();
    private final List<CamelContext> contexts = new ArrayList<>();
    Simulator simulator;
    UnreliableDataSource database;
    private DataSource reliable;
    private JobStores store;

    abstract DataSource emptyDatabase();

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start();
        reliable = emptyDatabase();
        database = new UnreliableDataSource(reliable);
        store = JobStores.in(database);
    }

    @AfterEach
    void stop() {
        database.fail(UnreliableDataSource.Fault.NONE);
        contexts.forEach(CamelContext::stop);
        simulator.close();
    }

    final CamelContext application(boolean clustered, String options) throws Exception {
        CamelContext context = context(clustered);
        addRoute(context, options);
        context.start();
        return context;
    }

    final CamelContext context(boolean clustered) {
        CamelContext context = new DefaultCamelContext();
        SmsComponent sms = new SmsComponent();
        sms.setClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        context.addComponent("sms", sms);
        context.addComponent("quartz", store.component(clustered));
        contexts.add(context);
        return context;
    }

    final void addRoute(CamelContext context, String options) throws Exception {
        addRoute(context, natalia() + options, exchange -> results.add(exchange.copy()));
    }

    static void addRoute(CamelContext context, String uri, Processor results) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sms").routeId("sending").to(uri);
                from("direct:results").process(results);
            }
        });
    }

    private String natalia() {
        return "sms:natalia?user=ana@example.org&password=s3cret-one&scheduledResultUri=direct:results&baseUrl="
                + simulator.baseUrl("natalia");
    }

    static SmsReceipt hold(CamelContext context, int number, Duration wait) {
        Map<String, Object> headers = Map.of(
                SmsConstants.TO,
                String.format("30012345%02d", number),
                SmsConstants.SCHEDULED_TIME,
                Instant.now().plus(wait));
        return context.createProducerTemplate()
                .requestBodyAndHeaders("direct:sms", "Hola", headers, SmsResult.class)
                .receipts()
                .get(0);
    }

    /** How many triggers wait to fire: asked of the database itself, also while it fails for others. */
    final int waitingTriggers() throws SQLException {
        try (Connection connection = reliable.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from QRTZ_TRIGGERS where TRIGGER_STATE = 'WAITING'")) {
            count.next();
            return count.getInt(1);
        }
    }

    static Scheduler scheduler(CamelContext context) {
        return context.getComponent("quartz", QuartzComponent.class).getScheduler();
    }
}
