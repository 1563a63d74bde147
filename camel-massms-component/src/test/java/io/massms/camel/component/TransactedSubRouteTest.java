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

import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Camel gives some steps a copy of the exchange, which says nothing of the transaction that the steps are part of. */
class TransactedSubRouteTest extends SmsTestSupport {
    private final JdbcConnectionPool database = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DEFAULT_LOCK_TIMEOUT=500", "", "");
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @AfterEach
    void closeDatabase() {
        database.dispose();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        sql.execute("create table outbox (id int primary key, state varchar)");
        sql.execute("insert into outbox values (1, 'new')");
        context.getRegistry().bind("database", database);
        context.getRegistry().bind("required", new SpringTransactionPolicy(new DataSourceTransactionManager(database)));
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:transacted")
                        .transacted("required")
                        .to("sql:update outbox set state = 'sending'?dataSource=#database")
                        .setBody(constant("Hola"))
                        .toD("direct:${header.step}")
                        .filter(header("fails"))
                        .throwException(new IllegalStateException("rolled back"));

                from("direct:sent")
                        .to(sms("linktosms", "to=3001234567"))
                        .to("sql:update outbox set state = 'sent'?dataSource=#database");

                from("direct:toD").toD("direct:sent");
                from("direct:split").split(body()).to("direct:sent");
                from("direct:multicast").multicast().to("direct:sent");
                from("direct:recipientList").recipientList(constant("direct:sent"));
                from("direct:loop").loop(1).copy().to("direct:sent");
                from("direct:failover").loadBalance().failover().to("direct:sent");
                from("direct:splitFailover").split(body()).to("direct:failover");
                from("direct:enrich").enrich("direct:sent");
                from("direct:circuitBreaker").circuitBreaker().to("direct:sent");
            }
        };
    }

    private Exchange sendBy(String step, boolean fails) {
        return template.request("direct:transacted", exchange -> {
            exchange.getMessage().setHeader("step", step);
            exchange.getMessage().setHeader("fails", fails);
        });
    }

    private String state() {
        return sql.queryForObject("select state from outbox", String.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toD",
                "split",
                "multicast",
                "recipientList",
                "loop",
                "failover",
                "splitFailover",
                "enrich",
                "circuitBreaker"
            })
    void whatFollowsASendIsPartOfTheTransaction(String step) {
        assertThat(sendBy(step, false).getException()).isNull();
        assertThat(state()).isEqualTo("sent");
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failover", "enrich", "circuitBreaker"})
    void whatFollowsASendIsRolledBackWithIt(String step) {
        assertThat(sendBy(step, true).getException()).hasRootCauseMessage("rolled back");
        assertThat(state()).isEqualTo("new");
    }
}
