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
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of messages whose outcome is open is queried, settled and emitted. */
class ReconcileTest extends SmsTestSupport {
    private static final String RECONCILE = "operation=reconcile&requestTimeout=200&tracker=#tracker";
    private static final String QUICK = RECONCILE + "&delay=20&initialDelay=0";
    private static final String OPTED_OUT = "1199900003";
    private static final String TO = "1144446666";

    @BindToRegistry("tracker")
    private final MemoryTracker tracker = new MemoryTracker();

    private final Queue<SmsStatus> reports = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void stopTheSimulatorsClock() {
        simulator.clock().freeze();
    }

    @Test
    void whatTheRouteFailedToProcessIsEmittedAgain() throws Exception {
        failures.set(2);
        loseTheAnswerOf("1144445555", "A");
        loseTheAnswerOf(OPTED_OUT, "B");
        consume(sms("smsmasivos", QUICK));

        await().until(() -> reports.size() == 2);
        assertThat(reports).extracting(SmsStatus::clientId).containsExactlyInAnyOrder("A", "B");
        assertThat(failures).hasValue(0);
    }

    @Test
    void aFinalStateThatWasNotEmittedIsDueForTheStatusConsumerUntilItWas() throws Exception {
        failures.set(Integer.MAX_VALUE);
        loseTheAnswerOf(OPTED_OUT, "B");
        consume(sms("smsmasivos", QUICK));
        await().until(() -> failures.get() < Integer.MAX_VALUE);
        assertThat(line("B").state()).isEqualTo(SmsState.REJECTED);
        assertThat(line("B").nextCheck()).isNotNull();

        failures.set(0);
        await().until(() -> !reports.isEmpty());
        await().until(() -> line("B").nextCheck() == null);
        assertThat(reports).hasSize(1);
    }

    @Test
    void aMessageThatWasSettledMeanwhileIsNeitherEmittedNorDueAgain() {
        loseTheAnswerOf(OPTED_OUT, "B");
        TrackedMessage open = line("B");
        tracker.settle(open.id(), SmsState.DELIVERED, null, "the customer has it");
        tracker.schedule(line("B"), null);

        SmsEndpoint endpoint = context.getEndpoint(sms("smsmasivos", RECONCILE), SmsEndpoint.class);
        assertThat(new Reconciliation(endpoint, Clock.systemUTC()).settle(open, Duration.ofMinutes(2)))
                .isEmpty();
        assertThat(line("B").state()).isEqualTo(SmsState.DELIVERED);
        assertThat(line("B").nextCheck()).isNull();
    }

    /** The consumer of reports claims both lines at once, and asks for the second after it reported the first. */
    @Test
    void whatSomebodySettlesBeforeItsAnswerComesIsNotReportedToo() throws Exception {
        loseTheAnswerOf(OPTED_OUT, "A");
        loseTheAnswerOf(OPTED_OUT, "B");
        Instant due = Instant.now();
        tracker.schedule(line("A"), due);
        tracker.schedule(line("B"), due);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=status&concurrentRequests=1&delay=20&tracker=#tracker"))
                        .process(exchange -> tracker.settle(line("B").id(), SmsState.DELIVERED, null, "by hand"));
            }
        });

        await().until(() -> line("A").nextCheck() == null);
        await().until(() -> line("B").note().contains("REJECTED"));
        assertThat(line("B").state()).isEqualTo(SmsState.DELIVERED);
        assertThat(line("B").nextCheck()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void whatTheProviderForgotAndThenKnowsAgainIsFoundOutAndAskedForFromThenOn(String provider) {
        TrackedMessage forgotten = forgotten(provider);
        simulator.fault(
                Fault.providerCode("0").provider(provider).operation("status").first(1));

        await().until(() -> reconcileAt(provider).equals(List.of(SmsState.ENROUTE)));
        assertThat(tracker.find(forgotten.id()).orElseThrow().nextCheck()).isNotNull();
        assertThat(reconcileAt(provider)).isEmpty();
    }

    /** A later line may have its client id, and its recipient. */
    @ParameterizedTest
    @EnumSource(value = Channel.class, names = "block", mode = Mode.EXCLUDE)
    void whatDidNotGoInABlockIsNoLineOfOne(Channel channel) {
        UUID open = open("A", channel);
        send(sms("smsmasivos", "channel=block"), Map.of("to", TO, "text", "Hola", "clientId", "A"));
        simulator.clock().advance(Duration.ofMinutes(1));
        String status = sms("smsmasivos", "operation=status");
        SmsStatus line = send(status, null, Map.of(SmsConstants.CLIENT_ID, "A"))
                .getMessage()
                .getBody(SmsStatus.class);
        assertThat(line.time()).isNotNull();

        await().untilAsserted(() -> assertThat(clientIds(reconcile())).containsExactly("A"));
        assertThat(tracker.find(open).orElseThrow().state()).isEqualTo(SmsState.UNKNOWN);
    }

    @Test
    void whatTheProviderForgotAndSomebodySettlesAsOnItsWayIsAskedForAgain() throws Exception {
        TrackedMessage forgotten = forgotten("linktosms");
        send(
                sms("linktosms", "operation=settle", "tracker=#tracker"),
                "seen in the provider's log",
                Map.of(SmsConstants.CLIENT_ID, "A", SmsConstants.STATE, "ENROUTE"));
        simulator.clock().advance(Duration.ofDays(1));
        consume(sms("linktosms", "operation=status&tracker=#tracker&delay=20&initialDelay=0"));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::state).containsExactly(SmsState.DELIVERED);
        assertThat(tracker.find(forgotten.id()).orElseThrow().state()).isEqualTo(SmsState.DELIVERED);
    }

    /** A message that the provider took and then knew nothing of. */
    private TrackedMessage forgotten(String provider) {
        send(sms(provider, "to=3001234567", "tracker=#tracker"), "Hola", Map.of(SmsConstants.CLIENT_ID, "A"));
        TrackedMessage message = tracker.findByClientId(account(provider), "A").get(0);
        SmsStatus notFound = new SmsStatus(
                provider, message.providerMessageId(), null, null, SmsState.UNKNOWN, null, "NOTFOUND", null, null);
        tracker.record(List.of(StatusReport.last(message, notFound, null)));
        return message;
    }

    private List<SmsState> reconcileAt(String provider) {
        List<?> known = send(sms(provider, RECONCILE), null).getMessage().getBody(List.class);
        return known.stream().map(status -> ((SmsStatus) status).state()).toList();
    }

    @Test
    void whatIsSettledKeepsTheProvidersWords() {
        loseTheAnswerOf(OPTED_OUT, "B");
        await().until(() -> {
            reconcile();
            return line("B").state() == SmsState.REJECTED;
        });

        assertThat(line("B").status().error()).isEqualTo(SmsError.OPTED_OUT);
        assertThat(line("B").status().providerText()).containsIgnoringCase("baja");
    }

    @Test
    void whatStaysOpenDoesNotKeepNewerOnesFromBeingAskedFor() throws Exception {
        for (int i = 0; i < 3; i++) {
            open("never-reported" + i);
        }
        loseTheAnswerOf("1144445555", "A");
        consume(sms("smsmasivos", QUICK, "maxMessagesPerPoll=3"));

        await().until(() -> !reports.isEmpty());
        assertThat(reports).extracting(SmsStatus::clientId).containsExactly("A");
    }

    @Test
    void aProducerGoesOnWithTheNextAndThenBeginsAgain() {
        List.of("A", "B", "C", "D").forEach(this::open);
        await().until(() -> clientIds(reconcile()).size() == 4);

        String some = "maxMessagesPerPoll=2";
        assertThat(clientIds(reconcile(some))).containsExactly("A", "B");
        assertThat(clientIds(reconcile(some))).containsExactly("C", "D");
        assertThat(clientIds(reconcile(some))).containsExactly("A", "B");
    }

    @Test
    void questionsKeepThePaceOfTheAccount() throws Exception {
        List.of("A", "B", "C", "D", "E", "F").forEach(this::open);
        simulator.clock().run();
        consume(sms("smsmasivos", QUICK, "requestsPerSecond=20"));

        await().until(() -> simulator.requests().size() >= 6);
        List<Instant> times = simulator.requests().stream()
                .map(SimulatedRequest::time)
                .sorted()
                .toList();
        assertThat(Duration.between(times.get(0), times.get(5))).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void theProviderIsAskedOnceAMinuteUnlessSaidOtherwise() throws Exception {
        assertThat(delay(RECONCILE)).isEqualTo(60_000);
        assertThat(delay(RECONCILE + "&delay=500")).isEqualTo(500);
    }

    private long delay(String options) throws Exception {
        SmsEndpoint endpoint = context.getEndpoint(sms("smsmasivos", options), SmsEndpoint.class);
        return ((SmsReconcileConsumer) endpoint.createConsumer(exchange -> {})).getDelay();
    }

    private static List<String> clientIds(List<SmsStatus> known) {
        return known.stream().map(SmsStatus::clientId).toList();
    }

    /** Whether it left is open, and nothing is reported of it. */
    private void open(String clientId) {
        open(clientId, Channel.block);
    }

    private UUID open(String clientId, Channel channel) {
        return uncertain(tracker, new Submission(account(), "smsmasivos", TO, clientId, false, 1, 1, null, channel));
    }

    private void loseTheAnswerOf(String to, String clientId) {
        loseTheAnswerToALine(to, clientId);
        simulator.clock().advance(Duration.ofSeconds(5));
    }

    private List<SmsStatus> reconcile() {
        return reconcile("maxMessagesPerPoll=100");
    }

    private List<SmsStatus> reconcile(String option) {
        List<?> known =
                send(sms("smsmasivos", RECONCILE, option), null).getMessage().getBody(List.class);
        return known.stream().map(SmsStatus.class::cast).toList();
    }

    private TrackedMessage line(String clientId) {
        return tracker.findByClientId(account(), clientId).get(0);
    }

    private String account() {
        return account("smsmasivos");
    }

    private String account(String provider) {
        return context.getEndpoint(sms(provider, RECONCILE), SmsEndpoint.class).getAccountKey();
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> take(exchange.getMessage().getBody(SmsStatus.class)));
            }
        });
    }

    private void take(SmsStatus report) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        reports.add(report);
    }
}
