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
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.InboundSms;
import io.massms.simulator.SimulatedReply;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that somebody polls for counts as consumed when he is through with it, not when it waits for him. */
@Timeout(120)
class InboxPollingConsumerTest extends SmsTestSupport {
    private static final int PATIENCE = 20_000;
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0";
    private static final String REMEMBERED = QUICK + "&idempotentRepository=#consumed";

    @BindToRegistry("consumed")
    private final IdempotentRepository consumed = MemoryIdempotentRepository.memoryIdempotentRepository(100_000);

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMessageIsEmittedAgainWhenTheRouteFailsThatItEnriched(boolean pooledExchanges) throws Exception {
        if (pooledExchanges) {
            context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        }
        simulator.reply("smsmasivos", "1144445555", "hola");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in")
                        .pollEnrich(sms("smsmasivos", QUICK), PATIENCE)
                        .process(InboxPollingConsumerTest.this::failOnce);
            }
        });
        assertThat(enrich().getException()).hasMessage("the database is away");
        assertThat(unread()).hasSize(1);

        assertThat(enrich().getException()).isNull();
        assertThat(received).containsExactly("hola", "hola");
        simulator.reply("smsmasivos", "1144446666", "later");
        enrich();
        await().until(() -> !isUnread("hola"));
        assertThat(received).containsExactly("hola", "hola", "later");
        assertThat(context.getInflightRepository().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {QUICK, REMEMBERED})
    void whatIsNotPolledWhenTheConsumerStopsIsEmittedAgain(String options) {
        simulator.reply("smsmasivos", "1144445555", "first");
        simulator.reply("smsmasivos", "1144446666", "second");
        consumer.start();
        assertThat(receive(options)).isEqualTo("first");
        await().during(Duration.ofMillis(200)).until(() -> isUnread("second"));
        consumer.stop();
        consumer = context.createConsumerTemplate();
        consumer.start();

        assertThat(receive(options)).isEqualTo("second");
    }

    @Test
    void aMessageThatIsStillWorkedOnIsNotGivenOutAgainAndIsMarkedOnceItIsDone() {
        simulator.reply("smsmasivos", "1144445555", "slow");
        String uri = sms("smsmasivos", REMEMBERED);
        consumer.start();
        Exchange slow = consumer.receive(uri, PATIENCE);
        assertThat(consumer.receive(uri, 300)).isNull();
        assertThat(unread()).hasSize(1);

        consumer.doneUoW(slow);
        await().until(() -> consumer.receive(uri, 50) == null && unread().isEmpty());
    }

    private String receive(String options) {
        return consumer.receiveBody(sms("smsmasivos", options), PATIENCE, String.class);
    }

    private Exchange enrich() {
        return template.request("direct:in", exchange -> {});
    }

    private void failOnce(Exchange exchange) {
        received.add(exchange.getMessage().getBody(InboundSms.class).text());
        if (received.size() == 1) {
            throw new IllegalStateException("the database is away");
        }
    }

    private static boolean isUnread(String text) {
        return unread().stream().anyMatch(reply -> reply.text().equals(text));
    }

    private static List<SimulatedReply> unread() {
        return simulator.replies().stream().filter(reply -> !reply.read()).toList();
    }
}
