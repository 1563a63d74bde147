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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long the status of a message is asked for. */
class StatusQueryAgeLimitTest extends SmsTestSupport {
    private static final String QUICK = "operation=status&delay=20&initialDelay=0&statusFirstInterval=20"
            + "&statusMaxInterval=20&statusNotFoundGrace=300";

    private final SimulatorClock trackersClock = SimulatorClock.standingAt(Instant.now());

    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker(100, trackersClock);

    private final Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void aMessageThatWasScheduledForLongIsNotExpiredWhenItGoesOut(String provider) throws Exception {
        trackersClock.advance(Duration.ofDays(-10));
        say(provider, "STATUS:4");
        sendOne(provider, Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plus(Duration.ofDays(1))));
        consume(sms(provider, QUICK));
        awaitQuestions(3);

        trackersClock.reset();
        say(provider, "STATUS:0");
        await().until(() -> !reports.isEmpty());
        awaitQuestions(3);
        say(provider, "STATUS:1");
        await().until(() -> reports.size() == 2);
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.ENROUTE, SmsState.DELIVERED);
    }

    @Test
    void aMessageThatWentOutExpiresByTheTimeOfItsLastChange() throws Exception {
        trackersClock.advance(Duration.ofDays(-10));
        say("linktosms", "STATUS:4");
        sendOne("linktosms", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plus(Duration.ofDays(1))));
        consume(sms("linktosms", QUICK));
        awaitQuestions(3);

        trackersClock.advance(Duration.ofDays(6));
        say("linktosms", "STATUS:0");
        await().until(() -> reports.size() == 2);
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.ENROUTE, SmsState.EXPIRED);
    }

    @Test
    void anUndocumentedStatusEndsTheQueriesForAnOldMessage() throws Exception {
        trackersClock.advance(Duration.ofDays(-4));
        say("linktosms", "STATUS:9");
        sendOne("linktosms", Map.of(SmsConstants.CLIENT_ID, "mine"));
        consume(sms("linktosms", QUICK));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.state()).isEqualTo(SmsState.UNKNOWN);
            assertThat(report.error()).isEqualTo(SmsError.UNEXPECTED_RESPONSE);
            assertThat(report.providerText()).isEqualTo("STATUS:9");
            assertThat(report.clientId()).isEqualTo("mine");
        });
        await().until(() -> message().nextCheck() == null);
        assertThat(message().canBeSettled()).isTrue();
    }

    @Test
    void anUndocumentedStatusDoesNotEndTheQueriesForANewMessage() throws Exception {
        say("linktosms", "STATUS:9");
        sendOne("linktosms", Map.of());
        consume(sms("linktosms", QUICK));
        awaitQuestions(5);

        say("linktosms", "STATUS:1");
        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.DELIVERED);
    }

    static Stream<Fault> failures() {
        return Stream.of(
                Fault.httpStatus(503),
                Fault.resetBeforeReading(),
                Fault.empty(),
                Fault.rateLimit(Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anUnavailableProviderDoesNotEndTheQueriesForAnOldMessage(Fault failure) throws Exception {
        trackersClock.advance(Duration.ofDays(-4));
        simulator.fault(failure.provider("linktosms").operation("status").first(5));
        simulator.fault(Fault.providerCode("STATUS:1")
                .provider("linktosms")
                .operation("status")
                .always());
        sendOne("linktosms", Map.of());
        consume(sms("linktosms", QUICK));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.DELIVERED);
    }

    private TrackedMessage message() {
        String account =
                context.getEndpoint(sms("linktosms"), SmsEndpoint.class).getAccountKey();
        return tracker.findByClientId(account, "mine").get(0);
    }

    /** What every question is answered from now on. */
    private static void say(String provider, String answer) {
        simulator.clearFaults();
        simulator.fault(Fault.providerCode(answer)
                .provider(provider)
                .operation("status")
                .always());
    }

    private static void awaitQuestions(int more) {
        long before = questions();
        await().until(() -> questions() >= before + more);
    }

    private static long questions() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("query.php"))
                .count();
    }

    private void sendOne(String provider, Map<String, Object> headers) {
        assertThat(send(sms(provider, "to=3001234567", "statusFirstInterval=20"), "Hola", headers)
                        .getException())
                .isNull();
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
