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
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.simulator.Fault;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A context stops while messages are under way: each exchange ends once, soon, and says what is true. */
@Timeout(60)
class ContextStopTest extends SmsTestSupport {
    private static final Duration SOON = Duration.ofSeconds(6);

    private final AtomicInteger ends = new AtomicInteger();

    @BeforeEach
    void letRoutesEndForASecond() {
        context.getShutdownStrategy().setTimeout(1);
    }

    @Test
    void anInputThatIsReadLateIsReadNoFurther() throws Exception {
        simulator.fault(Fault.delay(Duration.ofMillis(20)).always());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bulk").to(sms("natalia", "to=3001234567", "receipts=failed"));
            }
        });
        AtomicInteger read = new AtomicInteger();
        Iterator<String> endless = IntStream.iterate(1, i -> i + 1)
                .peek(read::set)
                .mapToObj(i -> "Hola " + i)
                .iterator();
        CompletableFuture<Exchange> bulk = start("direct:bulk", endless);
        await().until(() -> simulator.acceptedCount() > 10);

        assertThat(stop()).isLessThan(SOON);
        SmsResult result = end(bulk).getMessage().getBody(SmsResult.class);
        assertThat(result.acceptedCount()).isEqualTo(simulator.acceptedCount());
        assertThat(result.receipts())
                .last()
                .extracting(SmsReceipt::reason)
                .asString()
                .isEqualTo("The component stopped at message " + (result.count()) + "; what follows was not read");
        assertThat(read.get()).isLessThanOrEqualTo(result.count());
        assertThat(simulator.requestCount()).isLessThan(result.count());
    }

    @Test
    void whatWaitsForItsTurnIsNotSent() throws Exception {
        CompletableFuture<Exchange> bulk =
                start(sms("natalia", "to=3001234567", "requestInterval=60000"), List.of("a", "b", "c"));
        await().until(() -> simulator.acceptedCount() == 1);

        assertThat(stop()).isLessThan(SOON);
        SmsResult result = end(bulk).getMessage().getBody(SmsResult.class);
        assertThat(result.acceptedCount()).isEqualTo(1);
        assertThat(result.retryable()).hasSize(2);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void linesOfABlockThatWereNotReportedAreUncertain() throws Exception {
        simulator.fault(
                Fault.httpStatus(500).provider("smsmasivos").operation("status").always());
        CompletableFuture<Exchange> block =
                start(sms("smsmasivos", "to=1144445555", "channel=block", "awaitBlock=120000"), "Hola");
        await().until(() -> simulator.acceptedCount() == 1);

        assertThat(stop()).isLessThan(SOON);
        assertThat(end(block).getException())
                .isInstanceOf(SmsUncertainException.class)
                .hasMessageContaining("The component stopped");
    }

    @Test
    void aMailThatIsUnderWayIsUncertain() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(".", ScriptedMailServer.SILENCE)) {
            CompletableFuture<Exchange> mail = start(mailUri(server), "Hola");
            await().until(() -> server.mails().size() == 1);

            assertThat(stop()).isLessThan(SOON);
            assertThat(end(mail).getException())
                    .isInstanceOf(SmsUncertainException.class)
                    .hasMessageContaining("The component stopped");
        }
    }

    @Test
    void whatWasSentIsReportedThoughTheTrackerStoresItLater() throws Exception {
        SmsTracker tracker = new MemoryTracker();
        CompletableFuture<Void> later = new CompletableFuture<>();
        context.getRegistry()
                .bind(
                        "slow",
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SmsTracker.class},
                                (proxy, method, arguments) -> {
                                    Object answer = method.invoke(tracker, arguments);
                                    return method.getName().equals("complete")
                                            ? later.thenCompose(nothing -> (CompletionStage<?>) answer)
                                            : answer;
                                }));
        CompletableFuture<Exchange> single = start(sms("natalia", "to=3001234567", "tracker=#slow"), "Hola");
        await().until(() -> simulator.acceptedCount() == 1);

        assertThat(stop()).isLessThan(SOON);
        assertThat(single).isNotDone();
        later.complete(null);
        assertThat(end(single).getMessage().getBody(SmsResult.class).acceptedCount())
                .isEqualTo(1);
    }

    private static String mailUri(ScriptedMailServer server) {
        return "sms:smsmasivos?channel=smtp&user=USU500&password=CLAVE500&to=1144445555&requestTimeout=40000"
                + "&mailEndpoint=RAW(smtp://127.0.0.1:" + server.port()
                + "?username=sms&password=mail&from=office@example.org)";
    }

    /** Waits for nothing. */
    private CompletableFuture<Exchange> start(String uri, Object body) throws Exception {
        Endpoint endpoint = context.getEndpoint(uri);
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        producer.process(exchange, doneSync -> {
            ends.incrementAndGet();
            ended.complete(exchange);
        });
        return ended;
    }

    /** How long it took. */
    private Duration stop() {
        long before = System.nanoTime();
        context.stop();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private Exchange end(CompletableFuture<Exchange> started) throws Exception {
        Exchange ended = started.get(10, TimeUnit.SECONDS);
        assertThat(ends).as("ends").hasValue(1);
        return ended;
    }
}
