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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Messages that wait for their turn until the sending hours are over. They end before the second request of each test has its turn. */
class LateTurnTest extends SmsTestSupport {
    private static final Instant FRIDAY_EVENING = Instant.parse("2099-11-21T01:59:00Z");
    private static final Instant FRIDAY_NIGHT = Instant.parse("2099-11-21T02:30:00Z");
    private static final Instant SATURDAY_AT_EIGHT = Instant.parse("2099-11-21T13:00:00Z");
    private static final String HOURS =
            "sendWindow=08:00-21:00&rateLimit=#pace&recipientsPerRequest=1&concurrentRequests=1";

    private final AtomicInteger turns = new AtomicInteger();
    private volatile Instant now = FRIDAY_EVENING;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        InstantSource source = () -> now;
        return withClock(super.createCamelContext(), source.withZone(ZoneOffset.UTC));
    }

    @BeforeEach
    void endTheHoursBeforeTheSecondTurn() {
        RateLimit pace = account -> {
            now = turns.incrementAndGet() == 2 ? FRIDAY_NIGHT : now;
            return Duration.ZERO;
        };
        context.getRegistry().bind("pace", pace);
    }

    @Test
    void theRestOfAListIsRejectedWithTheTimeFromWhichItMayGo() {
        Exchange exchange = send(sms("natalia", "to=3001234561,3001234562", HOURS, "outsideWindow=reject"), "Hola");

        SmsResult result = exchange.getMessage().getBody(SmsResult.class);
        assertThat(result.receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(result.receipts().get(1).error()).isEqualTo(SmsError.OUTSIDE_HOURS);
        assertThat(result.receipts().get(1).reason()).contains(SATURDAY_AT_EIGHT.toString());
        assertThat(result.retryable()).hasSize(1);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void theRestOfAListIsHeldUntilTheHoursBegin() throws Exception {
        Exchange exchange = send(sms("natalia", "to=3001234561,3001234562", HOURS, "outsideWindow=hold"), "Hola");

        List<SmsReceipt> receipts =
                exchange.getMessage().getBody(SmsResult.class).receipts();
        assertThat(receipts).extracting(SmsReceipt::state).containsExactly(SmsState.ENROUTE, SmsState.SCHEDULED);
        assertThat(receipts.get(1).clientId()).isNotBlank();
        assertThat(heldUntil()).isEqualTo(SATURDAY_AT_EIGHT);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void whatIsHeldIsNoRepetitionWhenItsTimeComes() {
        String uri =
                sms("natalia", HOURS, "outsideWindow=hold", "duplicateWindow=86400000", "to=3001234561,3001234562");
        send(uri, "Hola");
        now = SATURDAY_AT_EIGHT;
        Exchange morning = send(uri, "Hola");

        assertThat(morning.getMessage().getBody(SmsResult.class).receipts())
                .extracting(SmsReceipt::state)
                .containsExactly(SmsState.REJECTED, SmsState.ENROUTE);
    }

    @Test
    void aTextThatBeganToLeaveGoesToItsEnd() {
        Exchange exchange = send(
                sms("natalia", "to=3001234561", HOURS, "outsideWindow=reject", "longText=split"),
                "palabra ".repeat(40));

        assertThat(exchange.getMessage().getBody(SmsResult.class).receipts())
                .hasSizeGreaterThan(1)
                .extracting(SmsReceipt::state)
                .containsOnly(SmsState.ENROUTE);
    }

    private Instant heldUntil() throws Exception {
        Scheduler scheduler =
                context.getComponent("quartz", QuartzComponent.class).getScheduler();
        Set<TriggerKey> held = scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup());
        assertThat(held).hasSize(1);
        return scheduler.getTrigger(held.iterator().next()).getNextFireTime().toInstant();
    }
}
