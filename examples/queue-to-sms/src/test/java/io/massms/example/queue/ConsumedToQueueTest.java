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

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import java.time.Instant;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The other way: what the component consumes, put into a queue as it is. */
class ConsumedToQueueTest {
    @Test
    void nothingOfWhatIsConsumedIsLostInAQueue() throws Exception {
        try (Broker broker = new Broker();
                DefaultCamelContext context = new DefaultCamelContext();
                ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(Broker.URL)) {
            context.addComponent("jms", JmsComponent.jmsComponentAutoAcknowledge(connections));
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            ConsumerTemplate consumer = context.createConsumerTemplate();

            producer.sendBody(
                    "jms:sms",
                    new InboundSms("linktosms", "573001234567", "890", "Sí, confirmo", "1", null, Instant.EPOCH));
            producer.sendBody(
                    "jms:sms",
                    new SmsStatus(
                            "linktosms",
                            "7",
                            null,
                            "573001234567",
                            SmsState.DELIVERED,
                            null,
                            "1",
                            null,
                            Instant.EPOCH));

            assertThat(consumer.receiveBody("jms:sms", 30_000, String.class)).isEqualTo("Sí, confirmo");
            assertThat(consumer.receiveBody("jms:sms", 30_000, String.class))
                    .contains("\"DELIVERED\"", "\"573001234567\"");
        }
    }
}
