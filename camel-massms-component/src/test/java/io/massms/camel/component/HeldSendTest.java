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

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;

/** Messages for later, at providers that send at once only. */
@Timeout(120)
class HeldSendTest extends SmsTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUICK = "scheduledRetryDelay=20";
    private static final String RESULTS = "scheduledResultUri=direct:results";
    private final List<Exchange> results = new CopyOnWriteArrayList<>();

    /** An hour behind, so that a slow machine does not take a time in the next moment for one that has passed. */
    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        SmsComponent component = new SmsComponent();
        component.setClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        context.addComponent("sms", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:results").process(exchange -> results.add(exchange.copy()));
            }
        };
    }

    @BeforeEach
    void forgetResults() {
        results.clear();
    }

    @Test
    void aMessageForLaterGoesAtItsTime() {
        Instant time = Instant.now().plusMillis(300);
        Exchange exchange = later(sms("natalia", "to=300 123 4567", RESULTS), "Hola", time);

        assertThat(exchange.getMessage().getHeader(SmsConstants.ACCEPTED_COUNT)).isEqualTo(1);
        SmsReceipt receipt = receipt(exchange);
        assertThat(receipt.state()).isEqualTo(SmsState.SCHEDULED);
        assertThat(receipt.messageId()).isNull();
        Exchange result = awaitResult();
        assertThat(Instant.now()).isAfterOrEqualTo(time);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
        assertThat(result.getMessage().getHeader(SmsConstants.CLIENT_ID)).isEqualTo(receipt.clientId());
        assertThat(result.getMessage().getHeader(SmsConstants.SCHEDULED_TIME, Instant.class))
                .isCloseTo(time, within(1));
        assertThat(receipt(result).state()).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void whatTheCallerSaidOfAMessageIsKeptWhileItIsHeld() {
        SmsMessage message = new SmsMessage(
                "3001234567",
                "¿Mañana?",
                null,
                "ref-7",
                io.massms.camel.model.MessageType.FLASH,
                Instant.now().plusMillis(200),
                null);
        send(sms("itcloud", RESULTS), message);
        awaitResult();

        assertThat(simulator.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).isEqualTo("¿Mañana?");
            assertThat(sent.type()).isEqualTo("flash");
        });
        assertThat(receipt(results.get(0)).clientId()).isEqualTo("ref-7");
    }

    @Test
    void messagesThatShareARequestAreHeldAndSentTogether() {
        Instant time = Instant.now().plusMillis(400);
        List<SmsMessage> bulk = IntStream.range(0, 50)
                .mapToObj(i -> SmsMessage.of("30012345" + (10 + i), "Hola").withScheduledTime(time))
                .toList();
        send(sms("itcloud", RESULTS), bulk);

        assertThat(body(awaitResult()).acceptedCount()).isEqualTo(50);
        assertThat(simulator.acceptedCount()).isEqualTo(50);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void heldLinesOfABlockGetClientIdsOfTheirOwnSoThatTheirAnswersCanBeToldApart() {
        simulator.fault(Fault.rateLimit(Duration.ZERO)
                .provider("smsmasivos")
                .operation("block")
                .first(1));
        Exchange exchange = later(
                sms("smsmasivos", "channel=block", "awaitBlock=30000", "to=1144445555,1199900003", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(200));
        String reference = body(exchange).receipts().get(0).clientId();
        assertThat(body(exchange).receipts()).extracting(SmsReceipt::clientId).containsOnly(reference);

        Exchange result = awaitResult();
        assertThat(result.getMessage().getHeader(SmsConstants.CLIENT_ID)).isEqualTo(reference);
        assertThat(body(result).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(body(result).receipts())
                .extracting(SmsReceipt::clientId)
                .doesNotHaveDuplicates()
                .doesNotContain(reference);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("1144445555");
    }

    @Test
    void heldLinesOfABlockKeepTheClientIdThatTheCallerGave() {
        send(
                sms("smsmasivos", "channel=block", "to=1144445555", RESULTS),
                "Hola",
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusMillis(200), SmsConstants.CLIENT_ID, "mine"));
        awaitResult();

        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("mine");
    }

    @Test
    void aHeldMessageIsWithdrawnByItsClientId() throws Exception {
        String uri = sms("natalia", "to=3001234567,3001234568");
        Exchange held = later(uri, "Hola", Instant.now().plusSeconds(600));
        String clientId = receipt(held).clientId();

        assertThat(cancel(uri, clientId)).isEqualTo(1);
        assertThat(cancel(uri, clientId)).isZero();
        assertThat(cancel(uri, body(held).receipts().get(1).clientId())).isEqualTo(1);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void aHeldMessageIsWithdrawnByTheNumberThatASpreadsheetGaveIt() {
        String uri = sms("natalia", "to=3001234567");
        Map<String, Object> headers =
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(600), SmsConstants.CLIENT_ID, 7.0);
        send(uri, "Hola", headers);

        Exchange cancelled = send(uri, null, Map.of(SmsConstants.OPERATION, "cancel", SmsConstants.CLIENT_ID, 7.0));

        assertThat(cancelled.getMessage().getBody()).isEqualTo(1);
    }

    @Test
    void allMessagesOfAClientIdAreWithdrawnTogetherAndOthersStay() throws Exception {
        String uri = sms("natalia", "to=3001234567,3001234568");
        Instant time = Instant.now().plusSeconds(600);
        send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, time, SmsConstants.CLIENT_ID, "campaign 7"));
        send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, time, SmsConstants.CLIENT_ID, "campaign 8"));

        assertThat(cancel(uri, "campaign 7")).isEqualTo(2);
        assertThat(jobs()).hasSize(2);
        assertThat(cancel(uri, "campaign 8")).isEqualTo(2);
    }

    @Test
    void whatIsBeingSentCannotBeWithdrawn() {
        simulator.fault(Fault.delay(Duration.ofMillis(600)).always());
        String uri = sms("natalia", "to=3001234567", RESULTS);
        String clientId =
                receipt(later(uri, "Hola", Instant.now().plusMillis(50))).clientId();
        await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 1);

        assertThat(cancel(uri, clientId)).isZero();
        assertThat(body(awaitResult()).acceptedCount()).isEqualTo(1);
    }

    @Test
    void theSameMessageUnderTheSameClientIdIsHeldOnce() {
        String uri = sms("natalia", "to=3001234567", RESULTS);
        Map<String, Object> headers =
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusMillis(500), SmsConstants.CLIENT_ID, "invoice-1");
        send(uri, "Hola", headers);
        send(uri, "Hola", headers);
        send(uri, "Adiós", headers);

        await().atMost(PATIENCE).until(() -> results.size() == 2);
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactlyInAnyOrder("Hola", "Adiós");
    }

    @Test
    void theSameMessageAtAnotherTimeIsAnotherMessage() throws Exception {
        String uri = sms("natalia", "to=3001234567");
        Instant first = Instant.now().plusSeconds(600);
        for (int hour = 0; hour < 3; hour++) {
            Map<String, Object> headers =
                    Map.of(SmsConstants.SCHEDULED_TIME, first.plusSeconds(3600 * hour), SmsConstants.CLIENT_ID, "a-17");
            send(uri, "Recuerde", headers);
            send(uri, "Recuerde", headers);
        }

        assertThat(jobs()).hasSize(3);
        assertThat(cancel(uri, "a-17")).isEqualTo(3);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void whatSurelyDidNotLeaveIsTriedAgainUntilItGoes() {
        simulator.fault(Fault.providerCode("-6").first(2));
        later(
                sms("natalia", "to=3001234567", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(50));

        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
        assertThat(results).hasSize(1);
    }

    @Test
    void aHeldMessageGoesThoughAnotherEndpointOfItsAccountStops() {
        String other = sms("natalia", "to=3001234568", RESULTS);
        later(sms("natalia", "to=3001234567", RESULTS), "Hola", Instant.now().plusSeconds(2));
        later(other, "Hola", Instant.now().plusSeconds(600));
        context.getEndpoint(other).stop();

        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @Test
    void aHeldMessageGoesThoughARouteOfItsAccountIsRemoved() throws Exception {
        String one = sms("natalia", "to=3001234567", RESULTS);
        String other = sms("natalia", "to=3001234568", RESULTS);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").to(one);
                from("direct:other").routeId("other").to(other);
            }
        });
        later("direct:one", "Hola", Instant.now().plusSeconds(2));
        later("direct:other", "Hola", Instant.now().plusSeconds(600));
        context.getRouteController().stopRoute("other");
        context.removeRoute("other");

        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @Test
    void anEndpointThatOnlyChecksMessagesDoesNotSendWhatAnotherOfItsAccountHolds() {
        String real = sms("natalia", "to=3001234567", RESULTS);
        String check = sms("natalia", "to=3001234567", "dryRun=true", RESULTS);
        Instant time = Instant.now().plusSeconds(1);
        later(real, "Hola", time);
        context.getEndpoint(check);
        context.getEndpoint(real).stop();

        await().atMost(PATIENCE).until(() -> simulator.requestCount() > 0 || isPutOff(time));
        assertThat(simulator.requestCount()).isZero();
        context.getEndpoint(real).start();
        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void anEndpointThatOnlyChecksMessagesSendsWhatItHoldsBecauseTheMessageSaysSo() {
        send(
                sms("natalia", "to=3001234567", "dryRun=true", RESULTS),
                "Hola",
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusMillis(200), SmsConstants.DRY_RUN, false));

        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void anEndpointThatOnlyChecksMessagesWithdrawsWhatAnotherOfItsAccountHolds() throws Exception {
        Exchange held =
                later(sms("natalia", "to=3001234567"), "Hola", Instant.now().plusSeconds(600));
        String check = sms("natalia", "to=3001234567", "dryRun=true");

        assertThat(cancel(check, receipt(held).clientId())).isEqualTo(1);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void onlyThePartThatDidNotLeaveIsTriedAgain() {
        simulator.fault(Fault.providerCode("-6").recipient("573001234568").first(1));
        later(
                sms("itcloud", "to=3001234567,3001234568", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(50));

        await().atMost(PATIENCE).until(() -> results.size() == 2);
        assertThat(results)
                .extracting(result ->
                        body(result).receipts().stream().map(SmsReceipt::to).toList())
                .containsExactlyInAnyOrder(List.of("573001234567"), List.of("573001234568"));
        assertThat(results)
                .allSatisfy(result -> assertThat(body(result).retryable()).isEmpty());
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .containsExactlyInAnyOrder("573001234567", "573001234568");
    }

    @Test
    void whatIsRefusedForGoodIsReportedThoughNothingWasTakenAndAnotherIsTriedAgain() {
        simulator.recipient("573001234567", RecipientTrait.OPTED_OUT);
        simulator.fault(Fault.providerCode("-6").recipient("573001234568").first(1));
        later(
                sms("itcloud", "to=3001234567,3001234568", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(50));

        await().atMost(PATIENCE).until(() -> results.size() == 2);
        assertThat(results)
                .extracting(
                        result -> receipt(result).to(),
                        result -> receipt(result).state())
                .containsExactlyInAnyOrder(
                        tuple("573001234567", SmsState.REJECTED), tuple("573001234568", SmsState.ENROUTE));
        assertThat(results)
                .filteredOn(result -> body(result).rejectedCount() == 1)
                .singleElement()
                .satisfies(result -> assertThat(result.getProperty(Exchange.EXCEPTION_CAUGHT))
                        .isInstanceOf(SmsRejectedException.class));
    }

    @Test
    void afterAllTriesTheFailureIsReported() {
        simulator.fault(Fault.providerCode("-6").always());
        String uri = sms("natalia", "to=3001234567", QUICK, "scheduledRetries=2", RESULTS);
        later(uri, "Hola", Instant.now().plusMillis(50));

        Exchange result = awaitResult();
        assertThat(result.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(SmsTemporaryException.class);
        assertThat(receipt(result).error()).isEqualTo(SmsError.MAINTENANCE);
        assertThat(simulator.requestCount()).isEqualTo(3);
        assertThat(simulator.acceptedCount()).isZero();
    }

    @Test
    void whatIsLeftOfASplitTextGoesNoSoonerThanTheProviderAllows() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofHours(3)).nth(2));
        later(
                sms("natalia", "to=3001234567", "longText=split", QUICK, "scheduledRetries=1", RESULTS),
                "Estimado cliente, su pedido ya esta listo. ".repeat(6),
                Instant.now().plusMillis(50));

        assertThat(body(awaitResult()).acceptedCount()).isEqualTo(1);
        await().untilAsserted(() -> {
            assertThat(jobs()).hasSize(1);
            assertThat(scheduler().getTriggersOfJob(jobs().get(0)))
                    .singleElement()
                    .satisfies(trigger -> assertThat(trigger.getStartTime().toInstant())
                            .isAfter(Instant.now().plus(Duration.ofHours(1))));
        });
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void whatOnlyWaitsAsTheProviderAskedForFewerRequestsIsNoTry() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(3)).first(1));
        send(sms("natalia", "to=3001234568"), "Hola");
        later(
                sms("natalia", "to=3001234567", "rateLimitWait=0", "scheduledRetries=0", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(50));

        assertThat(receipt(awaitResult()).state()).isEqualTo(SmsState.ENROUTE);
        assertThat(results).hasSize(1);
    }

    @Test
    void whatMayHaveLeftIsNotTriedAgain() {
        simulator.fault(Fault.acceptThenDrop().always());
        later(
                sms("natalia", "to=3001234567", QUICK, RESULTS),
                "Hola",
                Instant.now().plusMillis(50));

        assertThat(awaitResult().getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void heldMessagesThatWaitForTheirTurnAreNotTooLate() {
        String uri = sms("natalia", "to=3001234567", "requestInterval=200", "scheduleGrace=100", RESULTS);
        Instant time = Instant.now().plusSeconds(3);
        for (int i = 0; i < 15; i++) {
            later(uri, "Hola " + i, time);
        }

        await().atMost(PATIENCE).until(() -> results.size() == 15);
        assertThat(results).extracting(result -> receipt(result).state()).containsOnly(SmsState.ENROUTE);
        assertThat(simulator.acceptedCount()).isEqualTo(15);
    }

    @Test
    void aTimeThatHasPassedMeansNow() {
        Exchange exchange =
                later(sms("natalia", "to=3001234567"), "Hola", Instant.now().minusSeconds(7_200));

        assertThat(receipt(exchange).state()).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void theJobStoreHoldsNoCredentialAndNothingButText() throws Exception {
        later(sms("natalia", "to=3001234567"), "Hola", Instant.now().plusSeconds(600));

        List<Trigger> triggers = new ArrayList<>();
        for (JobKey job : jobs()) {
            triggers.addAll(scheduler().getTriggersOfJob(job));
        }
        assertThat(triggers).isNotEmpty().allSatisfy(trigger -> {
            Map<String, Object> data = new HashMap<>(trigger.getJobDataMap().getWrappedMap());
            assertThat(data.values()).allSatisfy(value -> assertThat(value).isInstanceOf(String.class));
            assertThat(data.toString() + trigger.getKey())
                    .contains("3001234567")
                    .doesNotContain("s3cret-one", "ana@example.org", "t0ken-two", "k3y-three");
        });
    }

    private Exchange later(String uri, Object body, Instant time) {
        return send(uri, body, Map.of(SmsConstants.SCHEDULED_TIME, time));
    }

    private int cancel(String uri, String clientId) {
        Exchange exchange = send(uri, null, Map.of(SmsConstants.OPERATION, "cancel", SmsConstants.CLIENT_ID, clientId));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Integer.class);
    }

    private Exchange awaitResult() {
        await().atMost(PATIENCE).until(() -> !results.isEmpty());
        return results.get(0);
    }

    private static SmsResult body(Exchange exchange) {
        return exchange.getMessage().getBody(SmsResult.class);
    }

    private static SmsReceipt receipt(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return body(exchange).receipts().get(0);
    }

    private static org.assertj.core.data.TemporalUnitOffset within(long millis) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(millis, java.time.temporal.ChronoUnit.MILLIS);
    }

    private boolean isPutOff(Instant time) throws Exception {
        for (JobKey job : jobs()) {
            if (scheduler().getTriggersOfJob(job).stream()
                    .anyMatch(trigger -> trigger.getStartTime().toInstant().isAfter(time.plusSeconds(1)))) {
                return true;
            }
        }
        return false;
    }

    private Scheduler scheduler() {
        return context.getComponent("quartz", QuartzComponent.class).getScheduler();
    }

    private List<JobKey> jobs() throws Exception {
        return List.copyOf(scheduler().getJobKeys(GroupMatcher.anyJobGroup()));
    }
}
