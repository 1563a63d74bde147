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

import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.Fault;
import io.massms.simulator.MessageState;
import io.massms.simulator.SimulatedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of what became of messages, as they change. */
class StatusConsumerTest extends SmsTestSupport {
    private static final String QUICK = "operation=status&delay=20&initialDelay=0&statusFirstInterval=20";

    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker();

    private final Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void stopTheSimulatorsClock() {
        simulator.clock().freeze();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void aMessageIsReportedOnceWhenItArrives(String provider) throws Exception {
        consume(sms(provider, QUICK));
        String id = sendOne(provider);
        await().until(() -> simulator.requestCount() > 3);
        assertThat(reports).isEmpty();

        simulator.clock().advance(Duration.ofDays(1));
        await().until(() -> !reports.isEmpty());
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.messageId()).isEqualTo(id);
            assertThat(report.state()).isEqualTo(SmsState.DELIVERED);
            assertThat(report.clientId()).isEqualTo("mine");
            assertThat(report.to()).isEqualTo("573001234567");
        });
        assertNoMoreQueries(provider);
    }

    @Test
    void theFirstStatusQueryComesWithinSeconds() {
        send(sms("linktosms", "to=3001234567"), "Hola", Map.of(SmsConstants.CLIENT_ID, "mine"));
        String account =
                context.getEndpoint(sms("linktosms"), SmsEndpoint.class).getAccountKey();

        assertThat(tracker.findByClientId(account, "mine").get(0).nextCheck())
                .isBeforeOrEqualTo(Instant.now().plusSeconds(5));
    }

    @Test
    void aMessageThatIsNotDeliveredSaysWhy() throws Exception {
        consume(sms("linktosms", QUICK));
        sendOne("linktosms");
        simulator.deliver(simulator.messages().get(0).id(), DeliveryOutcome.of(MessageState.UNREACHABLE));
        simulator.clock().advance(Duration.ofDays(1));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.UNDELIVERABLE);
    }

    @Test
    void aReportWhoseExchangeFailsIsEmittedAgain() throws Exception {
        failures.set(2);
        consume(sms("linktosms", QUICK));
        sendOne("linktosms");
        simulator.clock().advance(Duration.ofDays(1));

        await().until(() -> !reports.isEmpty());
        assertThat(failures).hasValue(0);
        assertNoMoreQueries("linktosms");
    }

    @Test
    void aReportWhoseExchangeEndsInAnErrorIsEmittedAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK))
                        .process(afterAnError(
                                failures,
                                exchange -> reports.add(exchange.getMessage().getBody(SmsStatus.class))));
            }
        });
        sendOne("linktosms");
        simulator.clock().advance(Duration.ofDays(1));

        await().until(() -> !reports.isEmpty());
        assertThat(failures).hasValue(2);
        assertNoMoreQueries("linktosms");
    }

    @Test
    void aReportWhoseRouteRollsBackIsEmittedAgain() throws Exception {
        failures.set(2);
        consumeRollingBack(sms("linktosms", QUICK));
        sendOne("linktosms");
        simulator.clock().advance(Duration.ofDays(1));

        await().until(() -> !reports.isEmpty());
        assertThat(failures).hasValue(0);
    }

    @Test
    void anUnknownMessageIsReportedAgainWhenTheRouteFailed() throws Exception {
        failures.set(2);
        consume(sms("linktosms", QUICK, "statusNotFoundGrace=200"));
        sendOne("linktosms");
        simulator.fault(Fault.providerCode("NOTFOUND")
                .provider("linktosms")
                .operation("status")
                .always());

        await().until(() -> !reports.isEmpty());
        assertThat(failures).hasValue(0);
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.UNKNOWN);
        assertNoMoreQueries("linktosms");
    }

    @Test
    void anUncertainLineThatIsFoundIsReportedAgainWhenTheRouteFailed() throws Exception {
        failures.set(2);
        simulator.fault(
                Fault.acceptThenDrop().provider("smsmasivos").operation("block").first(1));
        String block = sms("smsmasivos", "channel=block&statusFirstInterval=20");
        assertThat(send(block, Map.of("to", "1144445555", "text", "Hola", "clientId", "mine"))
                        .getException())
                .isInstanceOf(SmsUncertainException.class);
        simulator.clock().advance(Duration.ofMinutes(1));
        consume(sms("smsmasivos", QUICK));

        await().until(() -> !reports.isEmpty());
        assertThat(failures).hasValue(0);
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.ENROUTE);
        assertNoMoreQueries("smsmasivos");
    }

    @Test
    void notFoundSoonAfterSendingMeansNotYetAndLaterUnknown() throws Exception {
        consume(sms("linktosms", QUICK, "statusNotFoundGrace=300"));
        sendOne("linktosms");
        simulator.fault(Fault.providerCode("NOTFOUND")
                .provider("linktosms")
                .operation("status")
                .always());

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.UNKNOWN);
        assertNoMoreQueries("linktosms");
    }

    @Test
    void aMessageThatNeverArrivesExpires() throws Exception {
        consume(sms("linktosms", QUICK, "statusMaxAge=300"));
        sendOne("linktosms");

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.EXPIRED);
    }

    @Test
    void aProviderThatIsDownIsAskedAgain() throws Exception {
        consume(sms("linktosms", QUICK));
        sendOne("linktosms");
        simulator.clock().advance(Duration.ofDays(1));
        simulator.fault(
                Fault.httpStatus(503).provider("linktosms").operation("status").first(3));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.DELIVERED);
    }

    @Test
    void questionsKeepThePaceOfTheAccount() throws Exception {
        for (int i = 0; i < 5; i++) {
            sendOne("linktosms");
        }
        simulator.clock().run();
        consume(sms("linktosms", QUICK, "requestsPerSecond=20"));

        await().until(() -> questions().size() >= 5);
        List<Instant> times = questions().stream().map(SimulatedRequest::time).toList();
        assertThat(Duration.between(times.get(0), times.get(4))).isGreaterThan(Duration.ofMillis(150));
    }

    private List<SimulatedRequest> questions() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("query.php"))
                .toList();
    }

    @Test
    void aThousandMessagesAreReportedOnceEach() throws Exception {
        consume(sms("markettext", QUICK, "greedy=true"));
        List<Map<String, String>> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> Map.of("to", "300123" + (1_000 + i), "text", "Hola", "clientId", "row-" + i))
                .toList();
        assertThat(send(sms("markettext", "statusFirstInterval=20"), rows)
                        .getMessage()
                        .getBody(SmsResult.class)
                        .acceptedCount())
                .isEqualTo(1_000);
        simulator.clock().advance(Duration.ofDays(1));

        await().atMost(Duration.ofSeconds(60)).until(() -> reports.size() >= 1_000);
        assertThat(reports).extracting(SmsStatus::clientId).hasSize(1_000).doesNotHaveDuplicates();
    }

    private void assertNoMoreQueries(String provider) {
        await().until(() ->
                tracker
                        .findByClientId(
                                context.getEndpoint(sms(provider), SmsEndpoint.class)
                                        .access()
                                        .account()
                                        .key(),
                                "mine")
                        .stream()
                        .allMatch(message -> message.nextCheck() == null));
        assertThat(reports).hasSize(1);
    }

    private String sendOne(String provider) {
        return (String) send(
                        sms(provider, "to=3001234567", "statusFirstInterval=20"),
                        "Hola",
                        Map.of(SmsConstants.CLIENT_ID, "mine"))
                .getMessage()
                .getHeader(SmsConstants.MESSAGE_ID);
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> take(exchange));
            }
        });
    }

    private void consumeRollingBack(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).markRollbackOnly();
                from(uri).process(exchange -> take(exchange));
            }
        });
    }

    private void take(Exchange exchange) {
        if (failures.get() > 0) {
            failures.decrementAndGet();
            throw new IllegalStateException("not yet");
        }
        assertThat(exchange.getMessage().getHeader(SmsConstants.STATE))
                .isEqualTo(exchange.getMessage().getBody(SmsStatus.class).state());
        reports.add(exchange.getMessage().getBody(SmsStatus.class));
    }
}
