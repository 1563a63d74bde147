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
package io.massms.example.queue;

import io.massms.camel.tracker.JdbcTracker;
import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;

/** Puts orders into a queue and tells what became of their messages; with a broker and a provider in this process. */
public final class QueueToSms {
    private static final String PROVIDER = "natalia";
    private static final String ANA = "573001234567";
    private static final String NO_MOBILE = "573009990011";
    private static final String SENT = "";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrintStream out;
    private final Broker broker;
    private final Simulator provider;
    private final CachingConnectionFactory connections;
    private final Main main = new Main();

    private QueueToSms(PrintStream out, Broker broker, Simulator provider, JdbcTracker tracker) {
        this.out = out;
        this.broker = broker;
        this.provider = provider;
        connections = new CachingConnectionFactory(new ActiveMQConnectionFactory(Broker.URL));
        connections.setCacheConsumers(false);
        JmsTransactionManager transactions = new JmsTransactionManager(connections);
        main.bind("connections", connections);
        main.bind("transactions", transactions);
        main.bind("required", new SpringTransactionPolicy(transactions));
        main.bind("tracker", tracker);
        main.configure().addRoutesBuilder(new QueueToSmsRoute());
        main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl(PROVIDER));
    }

    /**
     * Prints what happens.
     *
     * @param  arguments none
     * @throws Exception where something did not work
     */
    public static void main(String[] arguments) throws Exception {
        run(System.out);
    }

    static void run(PrintStream out) throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:queue-to-sms;DB_CLOSE_DELAY=-1", "", "");
        try (Broker broker = new Broker();
                Simulator provider = Simulator.start();
                JdbcTracker tracker =
                        JdbcTracker.builder(database).createSchema(true).build()) {
            new QueueToSms(out, broker, provider, tracker).run();
        } finally {
            database.dispose();
        }
    }

    private void run() throws Exception {
        main.start();
        try {
            order("The provider works", "order-1", ANA, SENT);
            order("The same order comes once more", "order-1", ANA, SENT);

            provider.fault(Fault.providerCode("-6").provider(PROVIDER).first(2));
            order("The provider is under maintenance for two tries", "order-2", ANA, SENT);

            order("The provider refuses the number", "order-3", NO_MOBILE, "sms.rejected");

            provider.fault(Fault.acceptThenDrop().provider(PROVIDER).first(1));
            order(
                    "The provider takes it, and the connection breaks before it says so",
                    "order-4",
                    ANA,
                    "sms.uncertain");

            orderUnacknowledged("It is sent, and the broker loses its connection before it hears so", "order-5");

            provider.maintenance(PROVIDER, true);
            order("The provider stays under maintenance", "order-6", ANA, "sms.unsent");
        } finally {
            main.stop();
            connections.destroy();
        }
    }

    private void order(String what, String order, String to, String queue) throws Exception {
        long asked = provider.requestCount();
        long done = broker.done(QueueToSmsRoute.QUEUE);
        put(order, to);
        await(() -> queue.equals(SENT) ? broker.done(QueueToSmsRoute.QUEUE) > done : broker.holds(queue, order));
        print(what, order, queue, provider.requestCount() - asked);
    }

    private void orderUnacknowledged(String what, String order) throws Exception {
        long asked = provider.requestCount();
        long done = broker.done(QueueToSmsRoute.QUEUE);
        NotifyBuilder twice = new NotifyBuilder(main.getCamelContext())
                .fromRoute(QueueToSmsRoute.ID)
                .whenDone(2)
                .create();
        provider.fault(Fault.delay(Duration.ofSeconds(2)).provider(PROVIDER).first(1));
        put(order, ANA);
        provider.awaitMessage(message -> message.text().equals(text(order)), PATIENCE);
        broker.cutConnections(QueueToSmsRoute.QUEUE);
        await(() -> twice.matches() && broker.done(QueueToSmsRoute.QUEUE) > done);
        print(what, order, SENT, provider.requestCount() - asked);
    }

    private void put(String order, String to) throws Exception {
        main.getCamelTemplate()
                .sendBodyAndHeaders(
                        "jms:queue:" + QueueToSmsRoute.QUEUE, text(order), Map.of("to", to, "JMSCorrelationID", order));
    }

    private static String text(String order) {
        return "Su pedido " + order + " sale hoy";
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("What was to happen has not happened in " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void print(String what, String order, String queue, long asked) {
        long got = provider.messages().stream()
                .filter(message -> message.text().equals(text(order)))
                .count();
        out.println(what + ":");
        out.println("   " + order + " is " + (queue.equals(SENT) ? "done" : "in " + queue) + "; the provider was asked "
                + times(asked) + ", the handset has it " + times(got));
    }

    private static String times(long count) {
        return count + (count == 1 ? " time" : " times");
    }
}
