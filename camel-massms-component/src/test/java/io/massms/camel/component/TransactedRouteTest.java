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

import io.massms.camel.error.SmsException;
import io.massms.simulator.Fault;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A transaction is bound to the thread that began it. */
class TransactedRouteTest extends SmsTestSupport {
    private final List<Thread> threads = new ArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(SmsException.class).handled(true).process(exchange -> threads.add(Thread.currentThread()));

                from("direct:transacted")
                        .process(exchange -> exchange.getExchangeExtension().setTransacted(true))
                        .to(sms("linktosms", "to=3001234567"))
                        .process(exchange -> threads.add(Thread.currentThread()));

                from("direct:copied")
                        .process(exchange -> exchange.getUnitOfWork().beginTransactedBy("key"))
                        .loadBalance()
                        .failover()
                        .to("direct:copy");
                from("direct:copy")
                        .to(sms("linktosms", "to=3001234567"))
                        .process(exchange -> threads.add(Thread.currentThread()));
            }
        };
    }

    @Test
    void whatFollowsASendGoesOnInTheThreadOfTheTransaction() {
        send("direct:transacted", "Hola");

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void whatFollowsAFailedSendGoesOnThereToo() {
        simulator.fault(Fault.providerCode("107").always());
        send("direct:transacted", "Hola");

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void soItIsWhereOnlyTheUnitOfWorkKnows() {
        send("direct:copied", "Hola");

        assertThat(threads).containsExactly(Thread.currentThread());
    }
}
