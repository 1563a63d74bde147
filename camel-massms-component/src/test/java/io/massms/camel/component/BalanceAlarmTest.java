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

import java.math.BigDecimal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A low balance is reported once, also where a queue stands between the consumer and the route that takes it. */
@Timeout(120)
class BalanceAlarmTest extends SmsTestSupport {
    private final Queue<String> emitted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void itIsEmittedOnceWhileItsExchangeWaits() throws Exception {
        setBalance(40);
        consume("seda:balance", exchange -> {
            goOn.await();
            take(exchange);
        });
        await().until(() -> queued.get() == 1);
        setBalance(39);
        await().until(() -> queued.get() == 2);
        setBalance(38);
        await().until(() -> queued.get() == 3);
        goOn.countDown();

        awaitEmitted("40 low", "39", "38");
    }

    @Test
    void anOlderExchangeThatEndsLateChangesNothing() throws Exception {
        setBalance(60);
        consume("seda:balance?concurrentConsumers=2", exchange -> {
            if (exchange.getMessage().getBody(BigDecimal.class).intValue() == 60) {
                goOn.await();
            }
            take(exchange);
        });
        await().until(() -> queued.get() == 1);
        setBalance(40);
        await().until(() -> emitted.size() == 1);
        goOn.countDown();

        awaitEmitted("40 low", "60");
    }

    @Test
    void itIsEmittedAgainWhereItsExchangeFailedBehindANewerOne() throws Exception {
        setBalance(40);
        consume("seda:balance?concurrentConsumers=2", exchange -> {
            if (exchange.getMessage().getBody(BigDecimal.class).intValue() == 40) {
                goOn.await();
                throw new IllegalStateException("not yet");
            }
            take(exchange);
        });
        await().until(() -> queued.get() == 1);
        setBalance(39);
        await().until(() -> emitted.size() == 1);
        goOn.countDown();

        awaitEmitted("39", "39 low");
    }

    private void awaitEmitted(String... expected) {
        await().until(() -> emitted.size() >= expected.length);
        long before = simulator.requestCount();
        await().until(() -> simulator.requestCount() >= before + 3);
        assertThat(emitted).containsExactly(expected);
    }

    private void consume(String queue, Processor step) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("itcloud", "operation=balance&delay=10&initialDelay=0&threshold=50"))
                        .to(queue)
                        .process(exchange -> queued.incrementAndGet());
                from(queue).process(step);
            }
        });
    }

    private static void setBalance(int amount) {
        simulator.balance("itcloud", new BigDecimal(amount));
    }

    private void take(Exchange exchange) {
        boolean low = exchange.getMessage().getHeader(SmsConstants.BALANCE_LOW, Boolean.class);
        emitted.add(exchange.getMessage().getBody(BigDecimal.class).intValue() + (low ? " low" : ""));
    }
}
