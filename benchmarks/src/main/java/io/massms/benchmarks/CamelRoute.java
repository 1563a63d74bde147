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
package io.massms.benchmarks;

import io.massms.benchmarks.tracker.PostgresDatabase;
import io.massms.camel.component.SmsConstants;
import io.massms.camel.model.SmsResult;
import io.vertx.ext.web.client.WebClientOptions;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;

/** A route that sends. */
final class CamelRoute implements Sender {
    private static final int CONNECTIONS = 1_000;
    private static final String DONE = "done";

    private final CamelContext context = new DefaultCamelContext();
    private final AsyncProducer start;
    private final boolean blocking;
    private final PostgresDatabase database;

    private CamelRoute(String from, boolean blocking, PostgresDatabase database, Consumer<RouteDefinition> steps)
            throws Exception {
        this.blocking = blocking;
        this.database = database;
        if (database != null) {
            context.getRegistry().bind("tracker", database.tracker());
        }
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setMaxTotalConnections(CONNECTIONS);
        http.setConnectionsPerRoute(CONNECTIONS);
        context.getRegistry().bind("tuned", new WebClientOptions().setMaxPoolSize(CONNECTIONS));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                steps.accept(from(from));
            }
        });
        context.start();
        start = context.getEndpoint(from).createAsyncProducer();
        start.start();
    }

    /**
     * Ours.
     *
     * @param from     a {@code seda} or {@code direct} endpoint
     * @param to       the {@code sms} endpoint
     * @param blocking whether the calling thread waits for the answer
     */
    static CamelRoute sms(String from, String to, boolean blocking) throws Exception {
        return sms(from, to, blocking, null);
    }

    /** Ours, with a record of messages in PostgreSQL. */
    static CamelRoute tracked(String from, String to) throws Exception {
        return sms(from, to + "&tracker=#tracker", false, new PostgresDatabase());
    }

    private static CamelRoute sms(String from, String to, boolean blocking, PostgresDatabase database)
            throws Exception {
        return new CamelRoute(
                from,
                blocking,
                database,
                route -> route.to(to)
                        .process(exchange -> finish(
                                exchange,
                                exchange.getMessage().getBody(SmsResult.class).acceptedCount())));
    }

    /**
     * What a Camel user writes instead: a form body and one of Camel's HTTP components.
     *
     * @param from         a {@code seda} or {@code direct} endpoint
     * @param to           an HTTP endpoint
     * @param methodHeader whether the method is named in a header, as examples show it
     * @param blocking     whether the calling thread waits for the answer
     */
    static CamelRoute http(String from, String to, boolean methodHeader, boolean blocking) throws Exception {
        return new CamelRoute(from, blocking, null, route -> {
            route.setBody(exchange -> Wire.body(exchange.getMessage().getHeader(SmsConstants.TO, String.class)))
                    .setHeader(Exchange.CONTENT_TYPE)
                    .constant(Wire.FORM);
            if (methodHeader) {
                route.setHeader(Exchange.HTTP_METHOD).constant("POST");
            }
            route.to(to)
                    .convertBodyTo(String.class)
                    .process(exchange ->
                            finish(exchange, Wire.accepted(exchange.getMessage().getBody(String.class))));
        });
    }

    private static void finish(Exchange exchange, int accepted) {
        exchange.getProperty(DONE, IntConsumer.class).accept(accepted);
    }

    @Override
    public void send(String to, IntConsumer done) throws Exception {
        Exchange exchange = start.getEndpoint().createExchange();
        exchange.getMessage().setBody(Wire.TEXT);
        exchange.getMessage().setHeader(SmsConstants.TO, to);
        exchange.setProperty(DONE, done);
        if (blocking) {
            start.process(exchange);
            failed(exchange, done);
        } else {
            start.process(exchange, (AsyncCallback) sync -> failed(exchange, done));
        }
    }

    private static void failed(Exchange exchange, IntConsumer done) {
        if (exchange.getException() != null) {
            done.accept(0);
        }
    }

    @Override
    public boolean blocking() {
        return blocking;
    }

    @Override
    public void close() throws SQLException {
        context.stop();
        if (database != null) {
            database.close();
        }
    }
}
