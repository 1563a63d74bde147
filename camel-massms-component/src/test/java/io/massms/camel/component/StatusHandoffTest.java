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

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The final report on a message is emitted until its exchange completed, also where another route, or somebody who polls, has it then. */
@Timeout(120)
class StatusHandoffTest extends SmsTestSupport {
    private static final String QUICK = "operation=status&delay=20&initialDelay=0&statusFirstInterval=20";

    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker();

    private final Queue<SmsState> emitted = new ConcurrentLinkedQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void sendAMessageThatArrives() {
        simulator.clock().freeze();
        send(sms("linktosms", "to=3001234567&statusFirstInterval=20"), "Hola", Map.of(SmsConstants.CLIENT_ID, "mine"));
        simulator.clock().advance(Duration.ofDays(1));
    }

    @Test
    void itIsEmittedAgainWhenTheRouteBehindAQueueFails() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK)).to("seda:reports");
                from("seda:reports").process(StatusHandoffTest.this::failOnce);
            }
        });

        await().until(() -> emitted.size() == 2 && message().nextCheck() == null);
        assertThat(emitted).containsOnly(SmsState.DELIVERED);
    }

    @Test
    void itIsNeitherEmittedTwiceNorLostWhileTheRouteBehindAQueueWorks() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK)).to("seda:reports");
                from("seda:reports").process(exchange -> {
                    emitted.add(exchange.getMessage().getBody(SmsStatus.class).state());
                    goOn.await();
                });
            }
        });
        await().until(() -> emitted.size() == 1);
        await().during(Duration.ofMillis(300)).until(() -> emitted.size() == 1 && isClaimed());

        goOn.countDown();
        await().until(() -> message().nextCheck() == null);
        assertThat(emitted).hasSize(1);
    }

    @Test
    void itIsEmittedAgainWhenTheRouteFailsThatItEnriched() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in").pollEnrich(sms("linktosms", QUICK), 20_000).process(StatusHandoffTest.this::failOnce);
            }
        });
        assertThat(enrich().getException()).hasMessage("the database is away");
        assertThat(message().nextCheck()).isNotNull();

        assertThat(enrich().getException()).isNull();
        assertThat(emitted).containsExactly(SmsState.DELIVERED, SmsState.DELIVERED);
        assertThat(message().nextCheck()).isNull();
    }

    private boolean isClaimed() {
        return message().nextCheck() != null
                && message().nextCheck().isAfter(Instant.now().plusSeconds(30));
    }

    private TrackedMessage message() {
        String account =
                context.getEndpoint(sms("linktosms"), SmsEndpoint.class).getAccountKey();
        return tracker.findByClientId(account, "mine").get(0);
    }

    private Exchange enrich() {
        return template.request("direct:in", exchange -> {});
    }

    private void failOnce(Exchange exchange) {
        emitted.add(exchange.getMessage().getBody(SmsStatus.class).state());
        if (emitted.size() == 1) {
            throw new IllegalStateException("the database is away");
        }
    }
}
