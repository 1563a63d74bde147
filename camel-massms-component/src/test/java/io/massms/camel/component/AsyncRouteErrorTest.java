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

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps after a send or a question run on the component's threads, and an Error there fails the exchange as everywhere. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncRouteErrorTest extends SmsTestSupport {
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Object> passed = new ConcurrentLinkedQueue<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send")
                        .to(sms("linktosms", "to=3001234567"))
                        .process(AsyncRouteErrorTest::failBad)
                        .process(AsyncRouteErrorTest.this::pass);
                from("direct:balance")
                        .to(sms("linktosms", "operation=balance"))
                        .process(AsyncRouteErrorTest::failBad)
                        .process(AsyncRouteErrorTest.this::pass);
                from("direct:cancel")
                        .to(sms("natalia", "operation=cancel"))
                        .process(AsyncRouteErrorTest::failBad)
                        .process(AsyncRouteErrorTest.this::pass);
                from("direct:handled")
                        .onException(StackOverflowError.class)
                        .handled(true)
                        .process(exchange -> passed.add("handled"))
                        .end()
                        .to("direct:send")
                        .process(exchange -> passed.add("after"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "balance", "cancel"})
    void theExchangeFailsAndIsNotContinuedLater(String route) {
        Exchange bad = ask("direct:" + route, "bad");
        for (int i = 0; i < 20; i++) {
            assertThat(ask("direct:" + route, "good").isFailed()).isFalse();
        }

        assertThat(bad.getException()).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(passed).hasSize(20).containsOnly("good");
        assertThat(context.getInflightRepository().size()).isZero();
    }

    @Test
    void aRouteCanHandleTheError() {
        Exchange bad = ask("direct:handled", "bad");

        assertThat(bad.isFailed()).isFalse();
        assertThat(passed).containsExactly("handled");
    }

    @Test
    void aMessageOfAnInboxIsEmittedAgainThoughTheErrorIsBehindASend() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=inbox", "initialDelay=0", "delay=50", "maxRedeliveries=1"))
                        .setProperty("who", bodyAs(String.class))
                        .removeHeaders("CamelSms*")
                        .setBody(constant("Gracias"))
                        .to(sms("linktosms", "to=3001234567"))
                        .process(afterAnError(calls, AsyncRouteErrorTest.this::pass));
            }
        });
        simulator.reply("smsmasivos", "1144445555", "Hola");

        await().untilAsserted(() -> assertThat(passed).containsExactly("Hola"));
        assertThat(calls).hasValue(2);
    }

    private Exchange ask(String uri, String who) {
        return template.asyncSend(uri, exchange -> {
                    exchange.setProperty("who", who);
                    exchange.getMessage().setBody("Hola");
                    exchange.getMessage().setHeader(SmsConstants.CLIENT_ID, "c-1");
                })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static void failBad(Exchange exchange) {
        if ("bad".equals(exchange.getProperty("who"))) {
            throw new StackOverflowError("deep");
        }
    }

    private void pass(Exchange exchange) {
        passed.add(exchange.getProperty("who"));
    }
}
