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

import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;

/** Messages keep to the sending hours. The clock stands at 21:30 of a Friday in Bogotá. */
class SendHoursTest extends SmsTestSupport {
    private static final Instant FRIDAY_NIGHT = Instant.parse("2099-11-21T02:30:00Z");
    private static final Instant SATURDAY_AT_EIGHT = Instant.parse("2099-11-21T13:00:00Z");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        SmsComponent component = new SmsComponent();
        component.setClock(Clock.fixed(FRIDAY_NIGHT, ZoneOffset.UTC));
        context.addComponent("sms", component);
        return context;
    }

    @Test
    void messagesGoOutsideTheHoursUnlessTheOptionForbidsIt() {
        Exchange exchange = send(sms("itcloud", "to=3001234567", "sendWindow=provider"), "Hola");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aMessageOutsideTheHoursIsRejectedWithTheTimeFromWhichItMayGo() {
        Exchange exchange =
                send(sms("itcloud", "to=3001234567", "sendWindow=provider", "outsideWindow=reject"), "Hola");

        SmsTemporaryException exception = exchange.getException(SmsTemporaryException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.OUTSIDE_HOURS);
        assertThat(exception.getRetryTime()).isEqualTo(SATURDAY_AT_EIGHT);
        assertThat(exception.getReceipts())
                .extracting(SmsReceipt::reason)
                .singleElement()
                .asString()
                .contains("08:00-21:00 (America/Bogota)", SATURDAY_AT_EIGHT.toString());
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aProviderThatRefusesOutsideItsHoursIsTriedAgainWhenTheyBegin() {
        simulator.fault(Fault.providerCode("-2"));
        Exchange exchange = send(sms("itcloud", "to=3001234567"), "Hola");

        SmsTemporaryException exception = exchange.getException(SmsTemporaryException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.OUTSIDE_HOURS);
        assertThat(exception.getRetryTime()).isEqualTo(SATURDAY_AT_EIGHT);
    }

    @Test
    void daysCountToo() {
        String working = "sendWindow=08:00-21:00&sendWindowDays=MON-FRI";
        Exchange exchange = send(sms("natalia", "to=3001234567", working, "outsideWindow=reject"), "Hola");

        assertThat(exchange.getException(SmsTemporaryException.class).getRetryTime())
                .isEqualTo(Instant.parse("2099-11-23T13:00:00Z"));
    }

    @Test
    void theZoneOfTheHoursCanBeAnother() {
        String inMadrid = "sendWindow=03:00-04:00&sendWindowZone=Europe/Madrid";
        Exchange exchange = send(sms("natalia", "to=3001234567", inMadrid, "outsideWindow=reject"), "Hola");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendWindowZone=Etc/GMT+3", "sendWindowZone=Etc/GMT%2B3", "zone=Etc/GMT+3"})
    void aZoneWithAPlusInItsNameIsUnderstoodHoweverItIsWritten(String zone) {
        Exchange exchange =
                send(sms("natalia", "to=3001234567", "sendWindow=23:00-23:59", zone, "outsideWindow=reject"), "Hola");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void theScheduledTimeIsWhatMustLieInTheHours() {
        String uri = sms("linktosms", "to=3001234567", "sendWindow=08:00-21:00", "outsideWindow=reject");
        Exchange within = send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, SATURDAY_AT_EIGHT.plusSeconds(60)));
        Exchange outside = send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, SATURDAY_AT_EIGHT.minusSeconds(60)));

        assertThat(receipts(within)).extracting(SmsReceipt::state).containsExactly(SmsState.SCHEDULED);
        assertThat(outside.getException(SmsTemporaryException.class).getRetryTime())
                .isEqualTo(SATURDAY_AT_EIGHT);
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::scheduledTime)
                .containsExactly(SATURDAY_AT_EIGHT.plusSeconds(60));
    }

    @Test
    void aMessageOutsideTheHoursIsHeldUntilTheyBegin() throws Exception {
        Exchange exchange = send(sms("itcloud", "to=3001234567", "sendWindow=provider", "outsideWindow=hold"), "Hola");

        assertThat(receipts(exchange)).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(SmsState.SCHEDULED);
            assertThat(receipt.messageId()).isNull();
            assertThat(receipt.clientId()).isNotBlank();
            assertThat(receipt.segments()).isEqualTo(1);
        });
        assertThat(heldUntil()).containsExactly(SATURDAY_AT_EIGHT);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aScheduledTimeOutsideTheHoursIsMovedIntoThem() throws Exception {
        String uri = sms("natalia", "to=3001234567", "sendWindow=08:00-21:00", "outsideWindow=hold");
        send(uri, "Hola", Map.of(SmsConstants.SCHEDULED_TIME, SATURDAY_AT_EIGHT.minusSeconds(3600)));

        assertThat(heldUntil()).containsExactly(SATURDAY_AT_EIGHT);
    }

    @Test
    void inADryRunNothingIsHeld() throws Exception {
        String uri = sms("itcloud", "to=3001234567", "sendWindow=provider", "outsideWindow=hold", "dryRun=true");
        Exchange exchange = send(uri, "Hola");

        assertThat(receipts(exchange)).extracting(SmsReceipt::state).containsExactly(SmsState.SKIPPED);
        assertThat(heldUntil()).isEmpty();
    }

    @Test
    void someOfABulkCanBeHeldWhileOthersGo() throws Exception {
        List<SmsMessage> bulk = List.of(
                SmsMessage.of("3001234561", "Hola"),
                SmsMessage.of("3001234562", "Hola").withScheduledTime(SATURDAY_AT_EIGHT),
                SmsMessage.of("3001234563", "Hola").withScheduledTime(SATURDAY_AT_EIGHT),
                SmsMessage.of("not a number", "Hola").withScheduledTime(SATURDAY_AT_EIGHT),
                SmsMessage.of("3001234564", "Adiós"));
        Exchange exchange = send(sms("itcloud"), bulk);

        assertThat(receipts(exchange))
                .extracting(SmsReceipt::state)
                .containsExactly(
                        SmsState.ENROUTE, SmsState.SCHEDULED, SmsState.SCHEDULED, SmsState.REJECTED, SmsState.ENROUTE);
        assertThat(heldUntil()).containsExactly(SATURDAY_AT_EIGHT);
        assertThat(simulator.acceptedCount()).isEqualTo(2);
    }

    private static List<SmsReceipt> receipts(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(SmsResult.class).receipts();
    }

    private List<Instant> heldUntil() throws Exception {
        if (context.hasComponent("quartz") == null) {
            return List.of();
        }
        Scheduler scheduler =
                context.getComponent("quartz", QuartzComponent.class).getScheduler();
        List<Instant> times = new java.util.ArrayList<>();
        for (var key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            Trigger trigger = scheduler.getTrigger(key);
            times.add(trigger.getNextFireTime().toInstant());
        }
        return times;
    }
}
