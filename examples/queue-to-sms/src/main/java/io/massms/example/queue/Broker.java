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

import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

/** A broker in this process, with its queues in memory. */
final class Broker implements AutoCloseable {
    static final String URL = "vm://0";

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    Broker() throws Exception {
        server.setConfiguration(configuration());
        server.start();
    }

    /** What a broker.xml says elsewhere. */
    private static Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", URL)
                .addAddressSetting(
                        "sms",
                        new AddressSettings()
                                .setRedeliveryDelay(200)
                                .setMaxDeliveryAttempts(3)
                                .setDeadLetterAddress(SimpleString.of("sms.unsent")));
        Stream.of("sms", "sms.unsent", "sms.rejected", "sms.uncertain")
                .map(name -> QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST))
                .forEach(configuration::addQueueConfiguration);
        return configuration;
    }

    /** How many messages have left a queue for good, the transaction committed. */
    long done(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessagesAcknowledged();
    }

    /** How many messages a queue has. */
    long size(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    /** Whether a queue has a message with this correlation id. */
    boolean holds(String queue, String correlationId) {
        try (LinkedListIterator<MessageReference> messages =
                server.getActiveMQServer().locateQueue(queue).browserIterator()) {
            while (messages.hasNext()) {
                if (correlationId.equals(
                        String.valueOf(messages.next().getMessage().getCorrelationID()))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Cuts the connections of those who consume a queue. */
    void cutConnections(String queue) throws Exception {
        server.getActiveMQServer().getActiveMQServerControl().closeConsumerConnectionsForAddress(queue);
    }

    @Override
    public void close() throws Exception {
        server.stop();
        ActiveMQClient.clearThreadPools();
        InVMConnector.resetThreadPool();
    }
}
