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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Simulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer with {@code transacted=true} has a transaction without a route that says so. */
class LocalTransactionTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "&lazyCreateTransactionManager=false"})
    void whatFollowsASendIsRolledBackWithTheMessage(String options) throws Exception {
        try (Broker broker = new Broker()) {
            consume("transacted=true" + options, 2);

            assertThat(broker.size("sms.rejected")).isOne();
        }
    }

    @Test
    void whereThereIsNoneASendHoldsNoThread() throws Exception {
        try (Broker broker = new Broker()) {
            consume("asyncConsumer=true", 1);

            assertThat(threads).hasSize(2).doesNotHaveDuplicates();
        }
    }

    /** Until the message was delivered so often; all deliveries but the last fail behind the send. */
    private void consume(String options, int deliveries) throws Exception {
        try (Simulator provider = Simulator.start();
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory(Broker.URL)));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("jms:queue:sms?" + options)
                            .process(exchange -> threads.add(Thread.currentThread()))
                            .to("sms:linktosms?apiId=a&user=b&password=c&to=3001234567&baseUrl="
                                    + provider.baseUrl("linktosms"))
                            .process(exchange -> threads.add(Thread.currentThread()))
                            .to("jms:queue:sms.rejected")
                            .filter(exchange -> threads.size() < 2 * deliveries)
                            .throwException(new IllegalStateException("rolled back"));
                }
            });
            NotifyBuilder all = new NotifyBuilder(context).whenDone(deliveries).create();
            context.start();
            context.createProducerTemplate().sendBody("jms:queue:sms", "Hola");

            assertThat(all.matches(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
