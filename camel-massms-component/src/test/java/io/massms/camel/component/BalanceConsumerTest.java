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

import io.massms.simulator.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The balance, as it changes. */
class BalanceConsumerTest extends SmsTestSupport {
    private static final String QUICK = "operation=balance&delay=10&initialDelay=0";

    private final Queue<String> emitted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
        registry.setCamelContext(context);
        registry.register(registry.resolveById("consumers"));
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext", "itcloud", "natalia", "smsmasivos"})
    void theBalanceIsEmittedAtFirstAndWhenItChanged(String provider) throws Exception {
        setBalance(provider, 100);
        consume(sms(provider, QUICK));
        awaitEmitted("100");
        awaitPolls(2);
        setBalance(provider, 99);

        awaitEmitted("100", "99");
    }

    @Test
    void aLowBalanceIsReportedOnceAndAgainAfterItRecovered() throws Exception {
        setBalance("itcloud", 60);
        consume(sms("itcloud", QUICK, "threshold=50"));
        awaitEmitted("60");
        setBalance("itcloud", 50);
        awaitEmitted("60", "50");
        setBalance("itcloud", 49);
        awaitEmitted("60", "50", "49 low");
        setBalance("itcloud", 40);
        awaitEmitted("60", "50", "49 low", "40");
        setBalance("itcloud", 70);
        awaitEmitted("60", "50", "49 low", "40", "70");
        setBalance("itcloud", 10);
        awaitEmitted("60", "50", "49 low", "40", "70", "10 low");
    }

    @Test
    void aBalanceThatIsLowAtFirstIsReportedAsLow() throws Exception {
        setBalance("natalia", 5);
        consume(sms("natalia", QUICK, "threshold=50.5"));

        awaitEmitted("5 low");
    }

    @Test
    void whatAFailedExchangeSaidIsSaidAgain() throws Exception {
        failures.set(2);
        setBalance("linktosms", 5);
        consume(sms("linktosms", QUICK, "threshold=50"));

        awaitEmitted("5 low");
        assertThat(failures).hasValue(0);
    }

    @Test
    void aChangeIsEmittedAlsoWhereTheExchangeBeforeNeverEnded() {
        setBalance("linktosms", 100);
        try (ConsumerTemplate polling = context.createConsumerTemplate()) {
            assertThat(polling.receive(sms("linktosms", QUICK), 10_000)).isNotNull();
            setBalance("linktosms", 90);

            assertThat(polling.receive(sms("linktosms", QUICK), 10_000)).isNotNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatFailedBehindAQueueIsSaidAgain() throws Exception {
        failures.set(2);
        setBalance("linktosms", 5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK, "threshold=50")).to("seda:balance");
                from("seda:balance").process(BalanceConsumerTest.this::take);
            }
        });

        awaitEmitted("5 low");
        assertThat(failures).hasValue(0);
    }

    @Test
    void anErrorInAStepDoesNotEndTheConsumer() throws Exception {
        setBalance("linktosms", 5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK))
                        .process(afterAnError(
                                failures,
                                exchange -> emitted.add(exchange.getMessage().getBody(String.class))));
            }
        });

        awaitEmitted("5");
        assertThat(failures).hasValue(2);
    }

    @Test
    void aFailedPollGoesToTheRoutesErrorHandlerWhereItIsBridged() throws Exception {
        simulator.fault(
                Fault.httpStatus(503).provider("linktosms").operation("balance").always());
        MockEndpoint errors = getMockEndpoint("mock:errors");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:errors");
                from(sms("linktosms", QUICK, "bridgeErrorHandler=true")).to("mock:balance");
            }
        });
        errors.expectedMinimumMessageCount(2);
        errors.assertIsSatisfied();
        assertThat(getMockEndpoint("mock:balance").getExchanges()).isEmpty();
    }

    @Test
    void theConsumersHealthShowsWhetherItsPollsSucceed() throws Exception {
        setBalance("linktosms", 5);
        consume(sms("linktosms", QUICK));
        await().until(() -> state() == HealthCheck.State.UP);

        simulator.fault(
                Fault.httpStatus(503).provider("linktosms").operation("balance").always());
        await().until(() -> state() == HealthCheck.State.DOWN);

        simulator.clearFaults();
        await().until(() -> state() == HealthCheck.State.UP);
    }

    @Test
    void quartzCanSayWhenToAsk() throws Exception {
        setBalance("natalia", 7);
        consume(sms("natalia", "operation=balance", "scheduler=quartz", "scheduler.cron=0/1+*+*+*+*+?"));

        awaitEmitted("7");
        awaitPolls(1);
    }

    private static void setBalance(String provider, int amount) {
        simulator.balance(provider, new BigDecimal(amount));
    }

    private void awaitEmitted(String... expected) {
        await().until(() -> emitted.size() >= expected.length);
        awaitPolls(2);
        assertThat(emitted).containsExactly(expected);
    }

    private static void awaitPolls(int count) {
        long before = simulator.requestCount();
        await().until(() -> simulator.requestCount() >= before + count);
    }

    private HealthCheck.State state() {
        List<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:balance"))
                .toList();
        return results.isEmpty() ? null : results.get(0).getState();
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("balance").process(BalanceConsumerTest.this::take);
            }
        });
    }

    private void take(Exchange exchange) {
        if (failures.get() > 0) {
            failures.decrementAndGet();
            throw new IllegalStateException("not yet");
        }
        BigDecimal balance = exchange.getMessage().getBody(BigDecimal.class);
        boolean low = exchange.getMessage().getHeader(SmsConstants.BALANCE_LOW, Boolean.class);
        assertThat(exchange.getMessage().getHeader(SmsConstants.PROVIDER)).isNotNull();
        emitted.add(balance.stripTrailingZeros().toPlainString() + (low ? " low" : ""));
    }
}
