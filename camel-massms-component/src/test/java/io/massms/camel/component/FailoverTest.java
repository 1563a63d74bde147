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
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another provider takes over, and nobody gets a message twice. */
class FailoverTest extends SmsTestSupport {
    private static final String FIRST = "itcloud";
    private static final String SECOND = "linktosms";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        String itcloud = sms(FIRST, "requestTimeout=700", "rateLimitWait=0");
        String linktosms = sms(SECOND, "requestTimeout=700", "rateLimitWait=0");
        return new RouteBuilder() {
            @Override
            public void configure() {
                // tag::failover[]
                from("direct:failover")
                        .loadBalance()
                        .failover(SmsNotSentException.class)
                        .to(itcloud, linktosms);
                // end::failover[]

                // tag::onException[]
                from("direct:onException")
                        .onException(SmsNotSentException.class)
                        .handled(true)
                        .to(linktosms)
                        .end()
                        .to(itcloud);
                // end::onException[]

                // tag::causes[]
                from("direct:causes")
                        .doTry()
                        .to(itcloud)
                        .doCatch(SmsNotSentException.class)
                        .setProperty("first", exchangeProperty(Exchange.EXCEPTION_CAUGHT))
                        .doTry()
                        .to(linktosms)
                        .doCatch(SmsException.class)
                        .process(exchange -> {
                            Exception last = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
                            last.addSuppressed(exchange.getProperty("first", Exception.class));
                            throw last;
                        })
                        .end()
                        .end();
                // end::causes[]

                // tag::partial[]
                from("direct:partial")
                        .to(itcloud)
                        .setProperty("first", body())
                        .filter(simple("${body.retryable.size} > 0"))
                        .setBody(simple("${body.retryable}"))
                        .to(linktosms)
                        .end();
                // end::partial[]

                // tag::circuitBreaker[]
                from("direct:circuitBreaker")
                        .circuitBreaker()
                        .resilience4jConfiguration()
                        .minimumNumberOfCalls(2)
                        .slidingWindowSize(2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(60)
                        .end()
                        .to(itcloud)
                        .onFallback()
                        .process(FailoverTest::rethrowWhatMayHaveLeft)
                        .to(linktosms)
                        .end();
                // end::circuitBreaker[]

                from("direct:circuitBreakerWithTimeout")
                        .circuitBreaker()
                        .resilience4jConfiguration()
                        .timeoutEnabled(true)
                        .timeoutDuration(1_000)
                        .end()
                        .to(sms(FIRST, "requestTimeout=20000"))
                        .onFallback()
                        .setBody(exchangeProperty(Exchange.EXCEPTION_CAUGHT))
                        .end();
            }
        };
    }

    // tag::uncertain[]
    private static void rethrowWhatMayHaveLeft(Exchange exchange) throws Exception {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (cause instanceof SmsUncertainException) {
            throw cause;
        }
    }
    // end::uncertain[]

    static Stream<Arguments> faults() {
        return FaultCatalogue.faults()
                .flatMap(fault -> Stream.of("failover", "onException", "circuitBreaker", "causes")
                        .map(route -> Arguments.of(route, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void noFaultOfTheFirstProviderMakesAMessageArriveTwice(String route, FaultCatalogue.Named named) {
        simulator.fault(named.fault().provider(FIRST).always());
        Exchange exchange = template.request("direct:" + route, this::fill);

        boolean tookOver = simulator.acceptedCount(SECOND) == 1;
        assertThat(simulator.acceptedCount(FIRST) + simulator.acceptedCount(SECOND))
                .as("arrived")
                .isLessThanOrEqualTo(1);
        assertThat(tookOver)
                .as("the second provider takes over when nothing left, and only then")
                .isEqualTo(exchange.getException() == null);
        if (!tookOver) {
            assertThat(exchange.getException()).isInstanceOf(SmsUncertainException.class);
        }
    }

    @Test
    void onlyThePartOfABulkThatDidNotLeaveGoesToTheSecondProvider() {
        simulator.fault(Fault.providerCode("-6")
                .provider(FIRST)
                .recipient("573001234562")
                .always());
        List<SmsMessage> bulk = List.of(
                SmsMessage.of("3001234561", "Hola"),
                SmsMessage.of("3001234562", "Hola"),
                SmsMessage.of("3001234563", "Hola"));
        Exchange exchange =
                template.request("direct:partial", e -> e.getMessage().setBody(bulk));

        assertThat(exchange.getMessage().getBody(SmsResult.class).acceptedCount())
                .isEqualTo(1);
        assertThat(exchange.getProperty("first", SmsResult.class).acceptedCount())
                .isEqualTo(2);
        assertThat(simulator.messages(SECOND)).extracting(SimulatedMessage::to).containsExactly("573001234562");
        assertThat(simulator.messages(FIRST))
                .extracting(SimulatedMessage::to)
                .containsExactlyInAnyOrder("573001234561", "573001234563");
    }

    @Test
    void whatIsWorthSendingAgainGoesWithTheOptionsOfTheProviderThatTakesOver() {
        simulator.fault(Fault.providerCode("-6").provider(FIRST).nth(2));
        String first = sms(FIRST, "messageType=TWO_WAY", "from=Una Marca Larga", "concurrentRequests=1");
        List<SmsMessage> messages = List.of(
                SmsMessage.of("3001234561", "uno"),
                SmsMessage.of("3001234562", "dos").withFrom("Ana"));

        SmsResult part = send(first, messages).getMessage().getBody(SmsResult.class);
        send(sms(SECOND, "from=ACME"), part.retryable());

        assertThat(part.retryable()).extracting(SmsMessage::from).containsExactly("Ana");
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::provider, SimulatedMessage::from)
                .containsExactly(tuple(FIRST, null), tuple(SECOND, "Ana"));
    }

    @Test
    void theLastExceptionKeepsWhatTheProvidersBeforeSaid() {
        simulator.fault(Fault.providerCode("-3").provider(FIRST).always());
        simulator.fault(Fault.providerCode("107").provider(SECOND).always());
        Exchange exchange = template.request("direct:causes", this::fill);

        SmsRejectedException last = (SmsRejectedException) exchange.getException();
        assertThat(last.getProvider()).isEqualTo(SECOND);
        assertThat(last.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        SmsRejectedException.class,
                        first -> assertThat(first.getProvider()).isEqualTo(FIRST));
    }

    @Test
    void anOpenCircuitLeavesTheFirstProviderAlone() {
        simulator.fault(Fault.rateLimit(Duration.ofMillis(1)).provider(FIRST).always());
        for (int i = 0; i < 5; i++) {
            assertThat(template.request("direct:circuitBreaker", this::fill).getException())
                    .isNull();
        }

        assertThat(simulator.acceptedCount(SECOND)).isEqualTo(5);
        assertThat(simulator.requests().stream()
                        .filter(request -> request.provider().equals(FIRST)))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** As the manual says. */
    @Test
    void theFallbackIsNotToldOfACallThatATimeoutOfTheCircuitBreakerCutShort() {
        simulator.fault(Fault.delay(Duration.ofSeconds(2)).provider(FIRST).always());
        Exchange exchange = template.request("direct:circuitBreakerWithTimeout", this::fill);

        assertThat(exchange.getProperty(ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_FROM_FALLBACK))
                .isEqualTo(true);
        assertThat(exchange.getMessage().getBody()).isNull();
        await().untilAsserted(() -> assertThat(simulator.acceptedCount(FIRST)).isEqualTo(1));
    }

    private void fill(Exchange exchange) {
        exchange.getMessage().setBody("Hola");
        exchange.getMessage().setHeader(SmsConstants.TO, "3001234567");
    }
}
