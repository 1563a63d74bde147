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
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Stage;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.camel.tracker.TrackerException;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same client id to the same recipient goes once. */
class IdempotencyTest extends SmsTestSupport {
    @BindToRegistry("tracker")
    private final SmsTracker tracker = new MemoryTracker();

    @Test
    void aRepeatedKeyGetsTheStoredReceiptAndSendsNothing() {
        SmsReceipt first = receipt(sendKeyed("linktosms", "order-1"));
        SmsReceipt again = receipt(sendKeyed("linktosms", "order-1"));

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.state()).isEqualTo(SmsState.ENROUTE);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aRepeatedKeyIsNoDuplicateThoughTheSameTextUnderAnotherIs() {
        SmsReceipt first = receipt(sendKeyed("linktosms", "order-1", "duplicateWindow=60000"));
        SmsReceipt again = receipt(sendKeyed("linktosms", "order-1", "duplicateWindow=60000"));
        Exchange other = sendKeyed("linktosms", "order-2", "duplicateWindow=60000");

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(other.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aKeyWhoseOutcomeIsOpenIsNeverCalledADuplicateThatWasNotSent() {
        simulator.fault(Fault.acceptThenDrop().provider("linktosms").first(1));
        sendKeyed("linktosms", "order-1", "duplicateWindow=60000");

        assertThat(sendKeyed("linktosms", "order-1", "duplicateWindow=60000").getException())
                .isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void whatWentIsRememberedThoughItsRedeliveryFindsTheTrackerAway() {
        trackerAway();
        String window = "duplicateWindow=60000";
        sendKeyed("linktosms", "order-1", window);
        Exchange again = sendKeyed("linktosms", "order-1", window, "tracker=#away");
        assertThat(again.getException(SmsTemporaryException.class).getError()).isEqualTo(SmsError.CONNECT_FAILED);

        Exchange other = sendKeyed("linktosms", "order-2", window);
        assertThat(other.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void anotherRecipientUnderTheSameKeyIsAnotherMessage() {
        String uri = sms("linktosms", "idempotent=true");
        send(uri, "Hola", Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.TO, "3001234567"));
        send(uri, "Hola", Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.TO, "3001234568"));

        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void whatSurelyDidNotLeaveMayGoAgainUnderTheSameKey() {
        simulator.fault(
                Fault.rateLimit(Duration.ofSeconds(1)).provider("linktosms").first(1));
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(sendKeyed("linktosms", "order-1").getException()).isNull();

        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aKeyWhoseOutcomeIsOpenIsRefusedUntilSomebodySettlesIt() {
        simulator.fault(Fault.acceptThenDrop().provider("linktosms").first(1));
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.messages()).hasSize(1);

        TrackedMessage open = tracker.uncertain(
                        account("linktosms"), Instant.now().plusSeconds(1), 10)
                .get(0);
        tracker.settle(open.id(), SmsState.DELIVERED, null, "asked by phone");
        assertThat(receipt(sendKeyed("linktosms", "order-1")).state()).isEqualTo(SmsState.DELIVERED);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void anOpenOutcomeIsSettledByHandThroughARoute() {
        simulator.fault(Fault.acceptThenDrop().provider("linktosms").first(1));
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsUncertainException.class);
        Exchange settled = send(
                sms("linktosms", "operation=settle"),
                "the customer has it",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, SmsState.DELIVERED));

        assertThat(settled.getMessage().getBody(List.class)).hasSize(1);
        assertThat(receipt(sendKeyed("linktosms", "order-1")).state()).isEqualTo(SmsState.DELIVERED);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void whatDidNotLeaveAfterAllMayGoOnceItIsSettled() {
        simulator.fault(Fault.resetBeforeReading().provider("linktosms").first(1));
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsUncertainException.class);
        send(
                sms("linktosms", "operation=settle"),
                "asked the provider",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "REJECTED"));

        assertThat(sendKeyed("linktosms", "order-1").getException()).isNull();
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void whatTheProviderTookAndForgotIsOpenUntilItIsSettled() {
        sendKeyed("linktosms", "order-1");
        TrackedMessage message =
                tracker.findByClientId(account("linktosms"), "order-1").get(0);
        SmsStatus notFound = new SmsStatus(
                "linktosms", message.providerMessageId(), null, null, SmsState.UNKNOWN, null, "NOTFOUND", null, null);
        tracker.record(List.of(StatusReport.last(message, notFound, null)));
        assertThat(sendKeyed("linktosms", "order-1").getException()).isInstanceOf(SmsUncertainException.class);
        send(
                sms("linktosms", "operation=settle"),
                "the customer has it",
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, SmsState.DELIVERED));

        assertThat(receipt(sendKeyed("linktosms", "order-1")).state()).isEqualTo(SmsState.DELIVERED);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void settlingNeedsAClientIdAndAState() {
        Exchange exchange = send(sms("linktosms", "operation=settle"), null, Map.of(SmsConstants.CLIENT_ID, "order-1"));

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("CamelSmsState");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CamelSmsState | FOO     | CamelSmsState is not known; right is one of SCHEDULED, ENROUTE, DELIVERED
        CamelSmsState | UNKNOWN | CamelSmsState is not known; right is one of SCHEDULED, ENROUTE, DELIVERED
        CamelSmsState | SKIPPED | CamelSmsState is not known; right is one of SCHEDULED, ENROUTE, DELIVERED
        CamelSmsError | FOO     | CamelSmsError is not known; right is one of AUTHENTICATION
        """)
    void settlingNamesTheValuesItAccepts(String header, String word, String expected) {
        Map<String, Object> headers =
                new HashMap<>(Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "REJECTED"));
        headers.put(header, word);
        Exchange exchange = send(sms("linktosms", "operation=settle"), null, headers);

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-balance", "NO_BALANCE", "noBalance"})
    void settlingReadsItsValuesWithoutRegardToCase(String error) {
        open("order-1", null);
        Exchange exchange = send(
                sms("linktosms", "operation=settle"),
                null,
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "rejected", SmsConstants.ERROR, error));

        SmsStatus settled =
                (SmsStatus) exchange.getMessage().getBody(List.class).get(0);
        assertThat(settled.state()).isEqualTo(SmsState.REJECTED);
        assertThat(settled.error()).isEqualTo(SmsError.NO_BALANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settle", "reconcile"})
    void aTrackerThatIsAwayIsWorthAnotherTry(String operation) {
        trackerAway();
        Exchange exchange = send(
                sms("linktosms", "operation=" + operation, "tracker=#away"),
                null,
                Map.of(SmsConstants.CLIENT_ID, "order-1", SmsConstants.STATE, "REJECTED"));

        assertThat(exchange.getException(SmsTemporaryException.class))
                .hasMessageContaining("The database is away")
                .satisfies(failure -> assertThat(failure.getError()).isEqualTo(SmsError.CONNECT_FAILED));
    }

    private void trackerAway() {
        InvocationHandler away = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(tracker, arguments);
            }
            throw new TrackerException("The database is away", null);
        };
        context.getRegistry()
                .bind(
                        "away",
                        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SmsTracker.class}, away));
    }

    @Test
    void reconcilingAsksForWhatHasAnIdAndLeavesTheRestOpen() {
        String id = (String)
                send(sms("linktosms", "to=3001234567"), "Hola").getMessage().getHeader(SmsConstants.MESSAGE_ID);
        open("with-id", id);
        open("without-id", null);
        await().until(() -> reconcile().get("with-id") != null);

        assertThat(tracker.findByClientId(account("linktosms"), "with-id")
                        .get(0)
                        .stage())
                .isNotEqualTo(Stage.UNCERTAIN);
        assertThat(reconcile()).containsOnlyKeys("without-id").containsValue(SmsState.UNKNOWN);
    }

    private Map<String, SmsState> reconcile() {
        List<?> known = send(sms("linktosms", "operation=reconcile", "requestTimeout=50"), null)
                .getMessage()
                .getBody(List.class);
        return known.stream()
                .map(SmsStatus.class::cast)
                .collect(Collectors.toMap(SmsStatus::clientId, SmsStatus::state));
    }

    private void open(String clientId, String messageId) {
        Submission submission =
                new Submission(account("linktosms"), "linktosms", "573001234567", clientId, false, 1, 1, null);
        UUID id = tracker.begin(List.of(submission))
                .toCompletableFuture()
                .join()
                .get(0)
                .id();
        Verdict open = new Verdict(
                SmsState.UNKNOWN, messageId, SmsError.UNEXPECTED_RESPONSE, null, null, "The answer broke off", null);
        tracker.complete(List.of(new Settlement(id, open, null)))
                .toCompletableFuture()
                .join();
    }

    @Test
    void aSecondSendWaitsForTheOutcomeOfOneUnderWay() {
        simulator.fault(
                Fault.delay(Duration.ofMillis(300)).provider("linktosms").first(1));
        List<CompletableFuture<SmsReceipt>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> receipt(sendKeyed("linktosms", "order-1"))))
                .toList();

        assertThat(both.get(0).join().messageId()).isEqualTo(both.get(1).join().messageId());
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void aThousandKeysSentTwiceAtOnceArriveOnce() {
        List<SmsMessage> messages = IntStream.range(0, 1_000)
                .mapToObj(
                        i -> SmsMessage.of("300123" + (1_000 + i), "Hola " + i).withClientId("row-" + i))
                .toList();
        String uri = sms("linktosms", "idempotent=true", "concurrentRequests=32");
        List<CompletableFuture<Exchange>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(uri, messages)))
                .toList();

        assertThat(both)
                .allSatisfy(one -> assertThat(
                                one.join().getMessage().getBody(SmsResult.class).acceptedCount())
                        .isEqualTo(1_000));
        assertThat(simulator.acceptedCount("linktosms")).isEqualTo(1_000);
    }

    @Test
    void aSplitMessageThatBrokeOffGoesOnWhereItStopped() {
        simulator.fault(Fault.providerCode("-6").provider("natalia").nth(2));
        SmsMessage message =
                SmsMessage.of("3001234567", "palabra ".repeat(50).strip()).withClientId("order-1");
        String uri = sms("natalia", "idempotent=true", "longText=split");
        SmsResult broken = send(uri, message).getMessage().getBody(SmsResult.class);
        assertThat(simulator.messages()).hasSize(1);
        Exchange rest = send(uri, broken.retryable());

        assertThat(rest.getException()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::text)
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMessageWithoutAKeyIsRefused() {
        Exchange exchange = send(sms("linktosms", "idempotent=true", "to=3001234567"), "Hola");

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("client id");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void whatIsSentIsTracked() {
        SmsReceipt receipt = receipt(sendKeyed("linktosms", "order-1"));
        TrackedMessage tracked =
                tracker.findByClientId(account("linktosms"), "order-1").get(0);

        assertThat(tracked.stage()).isEqualTo(Stage.TAKEN);
        assertThat(tracked.providerMessageId()).isEqualTo(receipt.messageId());
        assertThat(tracked.nextCheck()).isNotNull();
    }

    private Exchange sendKeyed(String provider, String key, String... options) {
        return send(
                sms(provider, "idempotent=true", "to=" + aNumber(provider))
                        + Stream.of(options).map(option -> "&" + option).collect(Collectors.joining()),
                "Hola",
                Map.of(SmsConstants.CLIENT_ID, key));
    }

    private String account(String provider) {
        SmsEndpoint endpoint = context.getEndpoint(sms(provider, "idempotent=true"), SmsEndpoint.class);
        return endpoint.access().account().key();
    }

    private static SmsReceipt receipt(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(SmsResult.class).receipts().get(0);
    }
}
