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

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a provider refuses the account, or is not there, nobody asks it about one message after the other. */
@Timeout(120)
class StatusProviderFailureTest extends SmsTestSupport {
    private static final String QUICK = "operation=status&initialDelay=0&statusFirstInterval=20&concurrentRequests=1"
            + "&exceptionHandler=#failures&delay=";
    private static final String ONE_POLL = QUICK + "60000";
    private static final int MESSAGES = 30;

    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @BindToRegistry("failures")
    private final ExceptionHandler handler = new ExceptionHandler() {
        @Override
        public void handleException(Throwable exception) {
            failures.add(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            failures.add(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            failures.add(exception);
        }
    };

    private final Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
    private String account;

    @BeforeEach
    void stopTheSimulatorsClock() {
        simulator.clock().freeze();
    }

    @ParameterizedTest
    @ValueSource(strings = {"107", "110"})
    void wrongCredentialsCostOneQueryAndOneExceptionPerPoll(String code) throws Exception {
        sendSome("linktosms");
        simulator.clock().advance(Duration.ofDays(1));
        simulator.fault(Fault.providerCode(code)
                .provider("linktosms")
                .operation("status")
                .always());

        consume(sms("linktosms", ONE_POLL));

        await().until(() -> !failures.isEmpty());
        assertThat(failures).singleElement().isInstanceOf(SmsRejectedException.class);
        assertThat(questions()).isEqualTo(1);
        Instant now = Instant.now();
        assertThat(nextChecks().stream().filter(due -> !due.isAfter(now)).count())
                .isGreaterThanOrEqualTo(MESSAGES - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void anUnavailableProviderIsQueriedOncePerPoll(int status) throws Exception {
        sendSome("linktosms");
        simulator.fault(Fault.httpStatus(status)
                .provider("linktosms")
                .operation("status")
                .always());

        consume(sms("linktosms", ONE_POLL));

        await().until(() -> !failures.isEmpty());
        assertThat(failures).hasSize(1);
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void allAreReportedOnceTheAccountIsServedAgain() throws Exception {
        sendSome("linktosms");
        simulator.clock().advance(Duration.ofDays(1));
        simulator.fault(Fault.providerCode("107")
                .provider("linktosms")
                .operation("status")
                .first(3));

        consume(sms("linktosms", QUICK + "20"));

        await().until(() -> reports.size() == MESSAGES);
        assertThat(reports).extracting(SmsStatus::clientId).doesNotHaveDuplicates();
        assertThat(failures).hasSize(3);
    }

    @Test
    void afterARefusalThePollsBeginWithOneQuestion() throws Exception {
        sendSome("linktosms");
        simulator.fault(Fault.providerCode("107")
                .provider("linktosms")
                .operation("status")
                .always());

        consume(sms("linktosms", QUICK.replace("concurrentRequests=1", "concurrentRequests=8") + "20"));

        await().until(() -> failures.size() >= 5);
        assertThat(questions()).isLessThanOrEqualTo(8 + failures.size());
    }

    @Test
    void whatWasAnsweredBeforeTheRefusalIsEmittedAndSoIsAFinalReportBehindIt() throws Exception {
        sendSome("linktosms");
        simulator.clock().advance(Duration.ofDays(1));
        simulator.fault(Fault.providerCode("107")
                .provider("linktosms")
                .operation("status")
                .nth(3));
        TrackedMessage youngest = message(MESSAGES - 1);
        SmsStatus arrived = youngest.status().withState(SmsState.DELIVERED);
        tracker.record(
                List.of(StatusReport.answered(youngest, arrived, Instant.now().plusMillis(1))));

        Thread.sleep(50);
        consume(sms("linktosms", ONE_POLL));

        await().until(() -> !failures.isEmpty());
        assertThat(questions()).isEqualTo(3);
        assertThat(reports).hasSize(3);
        assertThat(reports).extracting(SmsStatus::clientId).contains("row-" + (MESSAGES - 1));
    }

    @Test
    void finalReportsBehindManyOpenMessagesAreEmittedWhileTheAccountIsRefused() throws Exception {
        sendSome("linktosms");
        simulator.fault(Fault.providerCode("107")
                .provider("linktosms")
                .operation("status")
                .always());
        for (int row = MESSAGES - 5; row < MESSAGES; row++) {
            TrackedMessage message = message(row);
            tracker.record(List.of(
                    StatusReport.answered(message, message.status().withState(SmsState.DELIVERED), Instant.now())));
        }

        consume(sms("linktosms", QUICK + "200", "maxMessagesPerPoll=10"));

        await().until(() -> reports.size() == 5);
        assertThat(failures).hasSizeLessThan(8);
        assertThat(questions()).isLessThan(8);
    }

    @Test
    void oneQuestionForManyThatIsRefusedIsOneException() throws Exception {
        sendSome("smsmasivos", "channel=block");
        simulator.fault(Fault.httpStatus(401).provider("smsmasivos").always());
        long before = simulator.requestCount();

        consume(sms("smsmasivos", ONE_POLL, "statusByDateFrom=2"));

        await().until(() -> !failures.isEmpty());
        assertThat(failures).singleElement().isInstanceOf(SmsRejectedException.class);
        assertThat(simulator.requestCount() - before).isEqualTo(1);
        assertThat(nextChecks()).allSatisfy(due -> assertThat(due).isBeforeOrEqualTo(Instant.now()));
    }

    private void sendSome(String provider, String... options) throws InterruptedException {
        List<Map<String, String>> rows = IntStream.range(0, MESSAGES)
                .mapToObj(i -> Map.of(
                        "to",
                        provider.equals("smsmasivos") ? "114444" + (5_000 + i) : "300123" + (1_000 + i),
                        "text",
                        "Hola " + i,
                        "clientId",
                        "row-" + i))
                .toList();
        send(sms(provider, options) + "&statusFirstInterval=20", rows);
        account = context.getEndpoint(sms(provider), SmsEndpoint.class).getAccountKey();
        Thread.sleep(100);
    }

    private TrackedMessage message(int row) {
        return tracker.findByClientId(account, "row-" + row).get(0);
    }

    private List<Instant> nextChecks() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(row -> message(row).nextCheck())
                .toList();
    }

    private static long questions() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("query.php"))
                .count();
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> reports.add(exchange.getMessage().getBody(SmsStatus.class)));
            }
        });
    }
}
