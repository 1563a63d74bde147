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
import io.massms.camel.component.report.ReportClaims.ReportClaim;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a route of {@code operation=reconcile} failed to take is emitted again, and only where nobody else emitted it. */
@Timeout(120)
class ReconcileRedeliveryTest extends SmsTestSupport {
    private static final String RECONCILE =
            "operation=reconcile&requestTimeout=200&delay=20&initialDelay=0&tracker=#tracker";
    private static final String STATUS = "operation=status&delay=20&initialDelay=0&tracker=#tracker";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.now());

    @BindToRegistry("tracker")
    private final SmsTracker tracker = WatchedTracker.of(new MemoryTracker(1_000, clock));

    private final WatchedTracker watched = WatchedTracker.behind(tracker);
    private final Queue<String> emitted = new ConcurrentLinkedQueue<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile boolean away = true;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withClock(super.createCamelContext(), clock);
    }

    @BeforeEach
    void loseTheAnswersOfTwo() {
        simulator.clock().freeze();
        loseTheAnswerToALine("1144445555", "onItsWay");
        loseTheAnswerToALine("1199900003", "refused");
        simulator.clock().advance(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(60));
    }

    @Test
    void itIsEmittedAgainWhenTheRouteStartsAgain() throws Exception {
        reconcile();
        await().until(() -> failed.size() == 2);
        context.getRouteController().stopRoute("reconcile");
        away = false;
        context.getRouteController().startRoute("reconcile");

        await().until(() -> emitted.size() == 2);
        await().until(() -> line("refused").nextCheck() == null);
        awaitPolls();
        assertThat(emitted).containsExactlyInAnyOrder("reconcile onItsWay", "reconcile refused");
    }

    @Test
    void itIsNotEmittedAgainWhereAConsumerOfReportsEmittedItMeanwhile() throws Exception {
        reconcile();
        await().until(() -> failed.size() == 2);
        context.getRouteController().suspendRoute("reconcile");
        status();
        await().until(() -> {
            letClaimsEnd();
            return emitted.contains("status refused");
        });
        await().until(() -> line("refused").nextCheck() == null);
        context.getRouteController().stopRoute("status");
        away = false;
        context.getRouteController().resumeRoute("reconcile");

        await().until(() -> emitted.contains("reconcile onItsWay"));
        awaitPolls();
        assertThat(emitted).doesNotContain("reconcile refused");
    }

    @Test
    void aReportThatComesWhileAnEarlierOneIsClaimedIsEmittedBehindIt() throws Exception {
        ReportClaims claims =
                context.getComponent("sms", SmsComponent.class).resources().reportClaims(tracker);
        ReportClaim earlier = claims.begin(line("refused"));
        away = false;
        reconcile();
        await().until(() ->
                emitted.contains("reconcile onItsWay") && line("refused").pollingFinished());
        awaitPolls();
        assertThat(emitted).doesNotContain("reconcile refused");
        claims.end(earlier, null);

        await().until(() -> emitted.contains("reconcile refused"));
        await().until(() -> line("refused").nextCheck() == null);
    }

    @Test
    void whereTheEarlierReportFailsTheOneBehindItIsEmittedOnce() throws Exception {
        ReportClaims claims =
                context.getComponent("sms", SmsComponent.class).resources().reportClaims(tracker);
        ReportClaim earlier = claims.begin(line("refused"));
        away = false;
        reconcile();
        status();
        await().until(() -> line("refused").pollingFinished());
        awaitPolls();
        claims.end(earlier, clock.instant());
        await().until(() -> {
            letClaimsEnd();
            return line("refused").nextCheck() == null;
        });
        awaitPolls();

        assertThat(emitted.stream().filter(report -> report.endsWith("refused")))
                .hasSize(1);
    }

    /** To be repeated: a poll that had begun when the route was suspended claims once more. */
    private void letClaimsEnd() {
        clock.advance(ReportClaims.CLAIM.plusSeconds(5));
    }

    private void awaitPolls() {
        int before = watched.polls.get();
        await().until(() -> watched.polls.get() >= before + 2);
    }

    private void reconcile() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", RECONCILE)).routeId("reconcile").process(exchange -> {
                    if (away) {
                        failed.add(exchange.getMessage().getHeader(SmsConstants.CLIENT_ID, String.class));
                        throw new IllegalStateException("the database is away");
                    }
                    emitted.add("reconcile " + exchange.getMessage().getHeader(SmsConstants.CLIENT_ID));
                });
            }
        });
    }

    private void status() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", STATUS))
                        .routeId("status")
                        .process(exchange ->
                                emitted.add("status " + exchange.getMessage().getHeader(SmsConstants.CLIENT_ID)));
            }
        });
    }

    private TrackedMessage line(String clientId) {
        String account =
                context.getEndpoint(sms("smsmasivos"), SmsEndpoint.class).getAccountKey();
        return tracker.findByClientId(account, clientId).get(0);
    }
}
