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
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.MemoryTracker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider still reports an earlier line while the present one, which has the same client id, waits to be processed. */
class BlockClientIdReuseTest extends SmsTestSupport {
    private static final String BLOCK = "channel=block";
    private static final String AWAITED = "awaitBlock=20000";
    private static final String TRACKED = "statusFirstInterval=20&tracker=#tracker";
    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final BigDecimal PLENTY = BigDecimal.valueOf(1_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void anEarlierRefusalIsNotTheStatusOfALineThatIsSentAgain(int lines) {
        sendYesterday(BigDecimal.ZERO, lines);
        CompletableFuture<Exchange> again = sendAgain(PLENTY, lines);

        Exchange exchange = again.join();
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).acceptedCount())
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void anEarlierSuccessIsNotTheStatusOfALineThatIsRefusedNow(int lines) {
        sendYesterday(PLENTY, lines);
        CompletableFuture<Exchange> again = sendAgain(BigDecimal.ZERO, lines);

        assertThat(again.join().getException()).isInstanceOf(SmsRejectedException.class);
    }

    /** Clocks may be further apart than the two tries. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void aRefusalOfAMomentAgoIsNotTheStatusOfALineThatIsSentAgain(int lines) {
        sendBefore(A_MOMENT, BigDecimal.ZERO, lines);
        CompletableFuture<Exchange> again = sendAgain(PLENTY, lines);

        Exchange exchange = again.join();
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).acceptedCount())
                .isEqualTo(lines);
    }

    @Test
    void theStatusConsumerDoesNotReportARefusalOfAMomentAgo() throws Exception {
        MemoryTracker tracker = track();
        sendBefore(A_MOMENT, BigDecimal.ZERO, 1);
        simulator.balance("smsmasivos", PLENTY);
        send(sms("smsmasivos", BLOCK, TRACKED), rows(1));
        Queue<SmsStatus> reports = consume();
        awaitQuestions();
        simulator.clock().advance(Duration.ofMinutes(1));

        String account = context.getEndpoint(sms("smsmasivos", BLOCK, TRACKED), SmsEndpoint.class)
                .getAccountKey();
        await().until(() -> tracker.findByClientId(account, "line0").get(0).nextCheck() == null);
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void theStatusConsumerWaitsForTheLineOfTheMessageThatItAsksFor() throws Exception {
        track();
        sendYesterday(PLENTY, 1);
        simulator.balance("smsmasivos", BigDecimal.ZERO);
        send(sms("smsmasivos", BLOCK, TRACKED), rows(1));
        Queue<SmsStatus> reports = consume();
        awaitQuestions();
        simulator.clock().advance(Duration.ofMinutes(1));

        await().until(() -> !reports.isEmpty());
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.error()).isEqualTo(SmsError.NO_BALANCE));
    }

    @Test
    void reconcilingDoesNotTakeAnEarlierLineForTheAnswer() {
        track();
        sendYesterday(PLENTY, 1);
        assertThat(send(sms("smsmasivos", BLOCK, TRACKED, "awaitBlock=100"), rows(1))
                        .getException())
                .isInstanceOf(SmsUncertainException.class);
        String reconcile = sms("smsmasivos", "operation=reconcile", "requestTimeout=500", TRACKED);

        await().untilAsserted(() -> assertThat(reconciled(reconcile)).containsExactly(SmsState.UNKNOWN));
    }

    private List<SmsState> reconciled(String uri) {
        List<?> open = send(uri, null).getMessage().getBody(List.class);
        return open.stream().map(SmsStatus.class::cast).map(SmsStatus::state).toList();
    }

    private MemoryTracker track() {
        MemoryTracker tracker = new MemoryTracker();
        context.getRegistry().bind("tracker", tracker);
        return tracker;
    }

    /** What the status consumer emits from now on. */
    private Queue<SmsStatus> consume() throws Exception {
        Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=status", "delay=20", "initialDelay=0", TRACKED))
                        .process(exchange -> reports.add(exchange.getMessage().getBody(SmsStatus.class)));
            }
        });
        return reports;
    }

    private void sendYesterday(BigDecimal balance, int lines) {
        sendBefore(Duration.ofDays(1), balance, lines);
    }

    private void sendBefore(Duration ago, BigDecimal balance, int lines) {
        simulator.clock().freeze(Instant.now().minus(ago));
        simulator.balance("smsmasivos", balance);
        send(sms("smsmasivos", BLOCK), rows(lines));
        simulator.clock().freeze(Instant.now());
    }

    /** These lines are processed once the earlier ones were reported. */
    private CompletableFuture<Exchange> sendAgain(BigDecimal balance, int lines) {
        simulator.balance("smsmasivos", balance);
        CompletableFuture<Exchange> again = CompletableFuture.supplyAsync(
                () -> send(sms("smsmasivos", BLOCK, AWAITED, "statusByDateFrom=10"), rows(lines)));
        awaitQuestions();
        simulator.clock().advance(Duration.ofMinutes(1));
        return again;
    }

    private static void awaitQuestions() {
        await().until(() -> simulator.requests().stream()
                        .filter(request -> request.path().contains("obtener_respuestaapi_bloque"))
                        .count()
                >= 2);
    }

    private static List<Map<String, String>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("to", "114444" + (1_000 + i), "text", "Hola " + i, "clientId", "line" + i))
                .toList();
    }
}
