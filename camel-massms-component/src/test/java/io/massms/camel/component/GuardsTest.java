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
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.optout.OptOut;
import io.massms.camel.optout.OptOutReason;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.optout.StopWords;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards against costs and against messages that nobody wants; the simulator counts what went. */
class GuardsTest extends SmsTestSupport {
    @BindToRegistry("optOuts")
    private final OptOutRepository optOuts = new MemoryOptOutRepository();

    @Test
    void aTextOfMorePartsThanAllowedIsRejectedUnsent() {
        Exchange longest = send(sms("linktosms", "to=3001234567"), "a".repeat(1_530));
        Exchange longer = send(sms("linktosms", "to=3001234567"), "a".repeat(1_531));
        Exchange unlimited = send(sms("linktosms", "to=3001234567", "maxPartsPerMessage=0"), "a".repeat(1_531));

        assertThat(longest.getException()).isNull();
        assertThat(longer.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.TEXT_TOO_LONG);
        assertThat(unlimited.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    @Test
    void messagesBeyondThePartsOfAnExchangeAreRejectedUnsent() {
        Exchange exchange = send(
                sms("itcloud", "maxPartsPerExchange=3"),
                List.of(
                        SmsMessage.of("3001234561", "Hola"),
                        SmsMessage.of("3001234562", "a".repeat(161)),
                        SmsMessage.of("3001234563", "Hola"),
                        SmsMessage.of("no number", "Hola")));

        assertThat(receipts(exchange))
                .extracting(SmsReceipt::error)
                .containsExactly(null, null, SmsError.SPENDING_LIMIT, SmsError.INVALID_NUMBER);
        assertThat(exchange.getMessage().getBody(SmsResult.class).retryable()).isEmpty();
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    @Test
    void theSameTextToTheSameNumberIsRejectedWithinTheWindowThroughAnyEndpoint() {
        send(sms("natalia", "to=3001234567", "duplicateWindow=60000"), "Hola");
        Exchange again = send(sms("natalia", "to=+57 300 123 4567", "duplicateWindow=60000"), "Hola");
        Exchange other = send(sms("natalia", "to=3001234567", "duplicateWindow=60000"), "Adiós");

        assertThat(again.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.DUPLICATE);
        assertThat(other.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    @Test
    void howANumberIsWrittenMakesItNoOtherRecipient() {
        String uri = sms("natalia", "numberPolicy=asIs", "duplicateWindow=60000");
        send(uri, SmsMessage.of("573001234567", "Hola"));
        Exchange again = send(uri, SmsMessage.of("3001234567", "Hola"));

        assertThat(again.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void afterTheWindowTheSameMayGoAgain() {
        send(sms("natalia", "to=3001234567", "duplicateWindow=1"), "Hola");
        Instant sent = Instant.now();
        await().until(() -> Instant.now().isAfter(sent.plusMillis(5)));
        Exchange again = send(sms("natalia", "to=3001234567", "duplicateWindow=1"), "Hola");

        assertThat(again.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    @Test
    void theSameTextAtTimesFurtherApartThanTheWindowIsNoRepetition() {
        String uri = sms("linktosms", "to=3001234567", "duplicateWindow=60000");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Exchange now = send(uri, "Hola");
        Exchange first = send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, tomorrow));
        Exchange second = send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, tomorrow.plusSeconds(120)));
        Exchange again = send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, tomorrow.minusSeconds(30)));

        assertThat(List.of(now, first, second))
                .extracting(Exchange::getException)
                .containsOnlyNulls();
        assertThat(again.getException(SmsRejectedException.class).getError()).isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.acceptedCount()).isEqualTo(3);
    }

    @Test
    void whatWasNotScheduledAfterAllMayBeScheduledAgainBesideAnother() {
        String uri = sms("linktosms", "to=3001234567", "duplicateWindow=60000");
        Map<String, Object> tomorrow =
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plus(Duration.ofDays(1)));
        send(uri, "Hola");
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).first(1));
        assertThat(send(uri, "Hola", tomorrow).getException()).isInstanceOf(SmsTemporaryException.class);

        assertThat(send(uri, "Hola", tomorrow).getException()).isNull();
        assertThat(send(uri, "Hola").getException(SmsRejectedException.class).getError())
                .isEqualTo(SmsError.DUPLICATE);
    }

    @Test
    void whatSurelyDidNotLeaveMayGoAgainAtOnce() {
        String uri = sms("itcloud", "to=3001234567,3001234568", "duplicateWindow=60000");
        simulator.fault(Fault.providerCode("-6").recipient("573001234568").first(1));
        Exchange first = send(uri, "Hola");
        Exchange rest = send(uri, first.getMessage().getBody(SmsResult.class).retryable());

        assertThat(rest.getException()).isNull();
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .containsExactlyInAnyOrder("573001234567", "573001234568");
    }

    @Test
    void aDryRunIsNotTakenForASend() {
        String uri = sms("natalia", "to=3001234567", "duplicateWindow=60000");
        send(uri, "Hola", Map.of(SmsConstants.DRY_RUN, true));

        assertThat(send(uri, "Hola").getException()).isNull();
    }

    @Test
    void whatMayHaveLeftIsNotSentAgainByMistake() {
        String uri = sms("natalia", "to=3001234567", "duplicateWindow=60000");
        simulator.fault(Fault.acceptThenDrop().first(1));
        send(uri, "Hola");

        assertThat(send(uri, "Hola").getException(SmsRejectedException.class).getError())
                .isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aHeldMessageIsNoDuplicateOfItself() {
        String uri = sms("natalia", "to=3001234567", "duplicateWindow=3600000", "scheduledResultUri=seda:results");
        Exchange held = send(
                uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(3)));

        assertThat(receipts(held)).extracting(SmsReceipt::state).containsExactly(SmsState.SCHEDULED);
        assertThat(receipts(consumer.receive("seda:results", 60_000)))
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void ofTheSameTextHeldTwiceForTheSameNumberOneGoes() {
        String uri = sms("natalia", "to=3001234567", "duplicateWindow=3600000", "scheduledResultUri=seda:results");
        Map<String, Object> later =
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(3));
        assertThat(receipts(send(uri, "Hola", later))).hasSize(1);
        assertThat(receipts(send(uri, "Hola", later))).hasSize(1);

        List<Exchange> results =
                List.of(consumer.receive("seda:results", 60_000), consumer.receive("seda:results", 60_000));
        assertThat(results)
                .filteredOn(result -> result.getProperty(Exchange.EXCEPTION_CAUGHT) != null)
                .singleElement()
                .extracting(result -> result.getProperty(Exchange.EXCEPTION_CAUGHT, SmsRejectedException.class)
                        .getError())
                .isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aHeldMessageGoesUnderTheGuardsOfTheEndpointThatTookIt() {
        String guarded = sms("natalia", "to=3001234567", "duplicateWindow=3600000", "scheduledResultUri=seda:results");
        String other = sms("natalia", "to=3001234567", "scheduledResultUri=seda:results");
        assertThat(send(guarded, "Hola").getException()).isNull();
        send(guarded, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(3)));
        send(other, "Adiós", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(600)));

        assertTheHeldOneIsADuplicate();
    }

    @Test
    void aHeldMessageThatGoesWithinTheWindowOfASendIsADuplicate() {
        String uri = sms("natalia", "to=3001234567", "duplicateWindow=3600000", "scheduledResultUri=seda:results");
        assertThat(send(uri, "Hola").getException()).isNull();
        send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(3)));

        assertTheHeldOneIsADuplicate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"numberPolicy=normalize", "numberPolicy=asIs", "dryRun=true"})
    void aNumberThatOptedOutIsNotWrittenTo(String option) {
        optOuts.add(new OptOut("+573001234567", OptOutReason.MANUAL, Instant.now()));
        Exchange exchange = send(sms("itcloud", "to=573001234567,573001234568", option), "Hola");

        assertThat(receipts(exchange))
                .filteredOn(SmsReceipt::rejected)
                .singleElement()
                .extracting(SmsReceipt::error)
                .isEqualTo(SmsError.OPTED_OUT);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).doesNotContain("573001234567");
    }

    @Test
    void whoOptsOutWhileAMessageIsHeldDoesNotGetIt() {
        String uri = sms("natalia", "to=3001234567", "scheduledResultUri=seda:results");
        send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plusSeconds(3)));
        optOuts.add(new OptOut("+573001234567", OptOutReason.REPLY, Instant.now()));

        Exchange result = consumer.receive("seda:results", 60_000);
        assertThat(result.getProperty(Exchange.EXCEPTION_CAUGHT, SmsRejectedException.class)
                        .getError())
                .isEqualTo(SmsError.OPTED_OUT);
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "-14"})
    void whoOptedOutAtTheProviderIsRememberedWhereTheOptionSaysSo(String code) {
        simulator.fault(Fault.providerCode(code).always());
        send(sms("smsmasivos", "to=1144445555"), "Hola");
        assertThat(optOuts.contains("+5491144445555")).isFalse();
        send(sms("smsmasivos", "to=1144445555", "optOut=true"), "Hola");

        assertThat(optOuts.contains("+5491144445555")).isTrue();
    }

    @Test
    void nothingIsSentWhenTheOptOutRepositoryFails() {
        OptOutRepository broken = (OptOutRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OptOutRepository.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("among")) {
                        throw new IllegalStateException("no database");
                    }
                    return method.getName().equals("hashCode") ? 1 : null;
                });
        context.getRegistry().bind("broken", broken);
        Exchange exchange = send(sms("natalia", "to=3001234567", "optOutRepository=#broken"), "Hola");

        assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void whoAnswersWithAStopWordIsRemembered() {
        OptOutReplies replies = new OptOutReplies(optOuts, StopWords.parse(StopWords.DEFAULT), "AR", Clock.systemUTC());

        assertThat(replies.accept(reply("1144445555", "Baja!"))).isTrue();
        assertThat(replies.accept(reply("1144445555", "BAJA"))).isFalse();
        assertThat(replies.accept(reply("1144446666", "Gracias"))).isFalse();
        assertThat(replies.accept(reply("", "BAJA"))).isFalse();
        assertThat(optOuts.contains("+5491144445555")).isTrue();
    }

    @Test
    void theInboxRemembersWhoAnswersWithAStopWord() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Baja.");
        simulator.reply("smsmasivos", "1144446666", "Gracias");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", "operation=inbox", "optOut=true", "delay=50"))
                        .to("seda:inbox");
            }
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> optOuts.contains("+5491144445555"));
        assertThat(consumer.receive("seda:inbox", 60_000)).isNotNull();
        assertThat(consumer.receive("seda:inbox", 60_000)).isNotNull();
        assertThat(optOuts.contains("+5491144446666")).isFalse();
    }

    private static InboundSms reply(String from, String text) {
        return new InboundSms("smsmasivos", from, null, text, null, null, Instant.now());
    }

    private void assertTheHeldOneIsADuplicate() {
        Exchange result = consumer.receive("seda:results", 60_000);
        assertThat(result.getProperty(Exchange.EXCEPTION_CAUGHT, SmsRejectedException.class)
                        .getError())
                .isEqualTo(SmsError.DUPLICATE);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    private static List<SmsReceipt> receipts(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        List<SmsReceipt> receipts =
                exchange.getMessage().getBody(SmsResult.class).receipts();
        assertThat(receipts).extracting(SmsReceipt::state).doesNotContain(SmsState.UNKNOWN);
        return receipts;
    }
}
