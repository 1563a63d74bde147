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

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A provider whose push was rolled back must not be told that it was taken. */
class TransactedPushTest extends CamelTestSupport {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";

    private final VertxPlatformHttpServer server = WebhookTest.anyPort();
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addService(server);
        context.getRegistry().bind("database", database);
        context.getRegistry().bind("required", new SpringTransactionPolicy(new DataSourceTransactionManager(database)));
        return context;
    }

    @AfterEach
    void closeDatabase() {
        database.dispose();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        sql.execute("create table inbox (text varchar)");
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).markRollbackOnly();
                onException(ArithmeticException.class).markRollbackOnlyLast();

                from(webhook("taken")).transacted("required").to(insert());
                from(webhook("fails"))
                        .transacted("required")
                        .to(insert())
                        .throwException(new IllegalArgumentException("no"));
                from(webhook("marked")).transacted("required").to(insert()).markRollbackOnly();
                from(webhook("handled"))
                        .transacted("required")
                        .to(insert())
                        .throwException(new IllegalStateException("no"));
                from(webhook("markedLast")).transacted("required").to(insert()).markRollbackOnlyLast();
                from(webhook("failsLast"))
                        .transacted("required")
                        .to(insert())
                        .throwException(new ArithmeticException("no"));
            }
        };
    }

    /** The webhooks of one endpoint would be one. */
    private static String webhook(String path) {
        return "webhook:sms:itcloud?operation=inbox&user=" + path + "&webhookSecret=" + SECRET
                + "&webhookComponentName=platform-http&webhookPath=/" + path;
    }

    private static String insert() {
        return "sql:insert into inbox values ('taken')?dataSource=#database";
    }

    @Test
    void theProviderIsToldWhatBecameOfTheTransaction() throws Exception {
        for (String rolledBack : new String[] {"fails", "marked", "handled"}) {
            assertThat(push(rolledBack)).as(rolledBack).isEqualTo(503);
        }
        assertThat(stored()).isZero();
        assertThat(push("taken")).isEqualTo(200);
        assertThat(stored()).isOne();
    }

    /** The manual warns of it: Camel says nothing of such a rollback, nor of its exception, to what is outside of the transaction. */
    @Test
    void aRollbackOfTheLastTransactionOnlyIsHiddenByCamel() throws Exception {
        for (String hidden : new String[] {"markedLast", "failsLast"}) {
            assertThat(push(hidden)).as(hidden).isEqualTo(200);
        }
        assertThat(stored()).isZero();
    }

    private int stored() {
        return sql.queryForObject("select count(*) from inbox", Integer.class);
    }

    private int push(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getPort() + "/" + path + "/" + SECRET
                + "?mensaje=Hola&celular=573001234567");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
