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

import io.massms.camel.component.report.ReportClaims;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A final report that a route processed is not emitted again, however slow the poll, and whether or not the database was there at its end. */
@Timeout(120)
class FinalReportDeduplicationTest extends SmsTestSupport {
    private static final String QUICK =
            "operation=status&delay=20&initialDelay=0&statusFirstInterval=20&statusMaxInterval=20&tracker=#tracker";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.now());

    @BindToRegistry("tracker")
    private final SmsTracker tracker = WatchedTracker.of(new MemoryTracker(1_000, clock));

    private final WatchedTracker watched = WatchedTracker.behind(tracker);
    private final Queue<String> emitted = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withClock(super.createCamelContext(), clock);
    }

    @BeforeEach
    void stopTheSimulatorsClock() {
        simulator.clock().freeze();
    }

    @Test
    void whatAnotherConsumerEmittedDuringASlowPollIsNotEmittedAgainByThatPoll() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        CountDownLatch goOn = new CountDownLatch(1);
        sendThatArrives("A", "B");
        consume("slow", exchange -> {
            String id = exchange.getMessage().getHeader(SmsConstants.CLIENT_ID, String.class);
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            emitted.add(id);
            goOn.await();
        });
        await().until(() -> failures.get() == 0);
        await().until(() -> isDueAfter("A", clock.instant()) && isDueAfter("B", clock.instant()));
        clock.advance(Duration.ofHours(24));
        await().until(() -> emitted.size() == 1);
        clock.advance(ReportClaims.CLAIM.plusSeconds(5));
        consume(
                "other",
                exchange -> emitted.add(exchange.getMessage().getHeader(SmsConstants.CLIENT_ID, String.class)));
        await().until(() -> emitted.size() == 2);
        context.getRouteController().stopRoute("other");
        int before = watched.polls.get();
        goOn.countDown();

        await().until(() -> watched.polls.get() > before);
        assertThat(emitted).containsExactlyInAnyOrder("A", "B");
        assertThat(message("A").nextCheck()).isNull();
        assertThat(message("B").nextCheck()).isNull();
    }

    @Test
    void whatAPollWasTooSlowForIsEmittedByTheNextOne() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        sendThatArrives("A", "B");
        consume("slow", exchange -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            emitted.add(exchange.getMessage().getHeader(SmsConstants.CLIENT_ID, String.class));
            clock.advance(ReportClaims.CLAIM.plusSeconds(5));
        });
        await().until(() -> failures.get() == 0);
        await().until(() -> isDueAfter("A", clock.instant()) && isDueAfter("B", clock.instant()));
        clock.advance(Duration.ofHours(24));

        await().until(() -> emitted.size() == 2
                && message("A").nextCheck() == null
                && message("B").nextCheck() == null);
        assertThat(emitted).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatCompletedWhileTheDatabaseWasAwayIsNotEmittedAgain() throws Exception {
        watched.failures.set(2);
        sendThatArrives("A");
        consume("slow", exchange -> emitted.add("A"));
        await().until(() -> emitted.size() == 1 && watched.failures.get() < 2);
        clock.advance(ReportClaims.CLAIM.plusSeconds(5));

        await().until(() -> message("A").nextCheck() == null);
        assertThat(emitted).hasSize(1);
    }

    private void sendThatArrives(String... clientIds) {
        for (String clientId : clientIds) {
            send(
                    sms("linktosms", "to=3001234567&statusFirstInterval=20&tracker=#tracker"),
                    "Hola",
                    Map.of(SmsConstants.CLIENT_ID, clientId));
        }
        simulator.clock().advance(Duration.ofDays(1));
        clock.advance(Duration.ofSeconds(10));
    }

    private boolean isDueAfter(String clientId, Instant time) {
        Instant next = message(clientId).nextCheck();
        return next != null && next.isAfter(time) && next.isBefore(time.plusSeconds(1));
    }

    private TrackedMessage message(String clientId) {
        String account =
                context.getEndpoint(sms("linktosms"), SmsEndpoint.class).getAccountKey();
        return tracker.findByClientId(account, clientId).get(0);
    }

    private void consume(String routeId, Processor step) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("linktosms", QUICK, "maxMessagesPerPoll=" + (10 + routeId.length())))
                        .routeId(routeId)
                        .process(step);
            }
        });
    }
}
