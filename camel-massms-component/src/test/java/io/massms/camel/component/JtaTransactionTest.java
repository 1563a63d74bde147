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

import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.jta.JtaTransactionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without Spring the thread has a transaction of which only its manager knows. */
class JtaTransactionTest extends SmsTestSupport {
    private final TransactionManager manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
    private final List<Integer> states = new ArrayList<>();

    /** Camel leaves it to each platform to write one. */
    private final class Required extends JtaTransactionPolicy {
        @Override
        public void run(Runnable work) throws Throwable {
            manager.begin();
            try {
                work.run();
            } finally {
                manager.rollback();
            }
        }
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        context.getRegistry().bind("manager", manager);
        context.getRegistry().bind("required", new Required());
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:transacted").transacted("required").toD("direct:${header.step}");

                from("direct:sent")
                        .to(sms("linktosms", "to=3001234567"))
                        .process(exchange -> states.add(manager.getStatus()));

                from("direct:toD").toD("direct:sent");
                from("direct:split").split(body()).to("direct:sent");
                from("direct:failover").loadBalance().failover().to("direct:sent");
                from("direct:enrich").enrich("direct:sent");
                from("direct:circuitBreaker").circuitBreaker().to("direct:sent");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"toD", "split", "failover", "enrich", "circuitBreaker"})
    void whatFollowsASendIsPartOfTheTransaction(String step) {
        send("direct:transacted", "Hola", java.util.Map.of("step", step));

        assertThat(states).containsExactly(Status.STATUS_ACTIVE);
    }

    @Test
    void soItIsWhereTheCallerBeganTheTransaction() throws Exception {
        manager.begin();
        try {
            send("direct:sent", "Hola");
        } finally {
            manager.rollback();
        }
        assertThat(states).containsExactly(Status.STATUS_ACTIVE);
    }
}
