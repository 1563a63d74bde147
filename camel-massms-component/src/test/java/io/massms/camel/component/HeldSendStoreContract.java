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
import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a job store in a database promises for held messages, whichever database it is. */
@Timeout(180)
abstract class HeldSendStoreContract extends HeldStoreTestSupport {
    @Test
    void heldMessagesSurviveARestart() throws Exception {
        CamelContext before = application(true, "");
        assertThat(hold(before, 1, Duration.ofSeconds(2)).state()).isEqualTo(SmsState.SCHEDULED);
        before.stop();
        assertThat(simulator.requestCount()).isZero();

        application(true, "");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234501");
    }

    @Test
    void whatWasMissedGoesAtTheStartWithinTheGrace() throws Exception {
        CamelContext before = application(true, "");
        before.getComponent("quartz", QuartzComponent.class).getScheduler().standby();
        Instant time = Instant.now().plusMillis(100);
        hold(before, 1, Duration.ofMillis(100));
        before.stop();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(time));

        application(true, "");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void whatWasMissedBeyondTheGraceIsReportedAndNotSent() throws Exception {
        CamelContext before = application(true, "&scheduleGrace=1");
        before.getComponent("quartz", QuartzComponent.class).getScheduler().standby();
        Instant time = Instant.now().plusMillis(100);
        hold(before, 1, Duration.ofMillis(100));
        before.stop();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(time.plusMillis(10)));

        application(true, "&scheduleGrace=1");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        SmsRejectedException exception =
                results.get(0).getProperty(Exchange.EXCEPTION_CAUGHT, SmsRejectedException.class);
        assertThat(exception.getError()).isEqualTo(SmsError.TOO_LATE);
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void everyHeldMessageGoesOnceThoughTwoNodesShareTheStore() throws Exception {
        CamelContext one = application(true, "");
        CamelContext other = application(true, "");
        for (int i = 1; i <= 30; i++) {
            hold(i % 2 == 0 ? one : other, i, Duration.ofMillis(1_500));
        }

        await().atMost(PATIENCE).until(() -> results.size() == 30);
        assertThat(simulator.requestCount()).isEqualTo(30);
        assertThat(new HashSet<>(
                        simulator.messages().stream().map(SimulatedMessage::to).toList()))
                .hasSize(30);
    }

    @Test
    void aMessageHeldByOneNodeIsWithdrawnByAnother() throws Exception {
        CamelContext one = application(true, "");
        CamelContext other = application(true, "");
        String clientId = hold(one, 1, Duration.ofMinutes(10)).clientId();

        Exchange answer = other.createProducerTemplate()
                .request(
                        "direct:sms",
                        exchange -> exchange.getMessage()
                                .setHeaders(
                                        Map.of(SmsConstants.OPERATION, "cancel", SmsConstants.CLIENT_ID, clientId)));
        assertThat(answer.getMessage().getBody()).isEqualTo(1);
    }

    @Test
    void whatAProcessWasSendingWhenItDiedIsReportedAsUncertainAndNotSentAgain() throws Exception {
        simulator.fault(Fault.acceptThenTimeout().always());
        CamelContext dying = application(false, "&requestTimeout=3000&scheduledRetries=0");
        hold(dying, 1, Duration.ofMillis(50));
        await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 1);

        application(false, "");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        assertThat(results.get(0).getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(SmsUncertainException.class);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void whatAnUnreachableStoreCannotHoldMaySurelyGoAnotherWay() throws Exception {
        CamelContext application = application(true, "");
        database.fail(UnreliableDataSource.Fault.UNREACHABLE);

        SmsTemporaryException refusal = holdOne(application).getException(SmsTemporaryException.class);
        database.fail(UnreliableDataSource.Fault.NONE);
        assertThat(refusal.getReceipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.clientId())
                        .as("what is not held has no reference")
                        .isNull());
    }

    private static Exchange holdOne(CamelContext application) {
        return application.createProducerTemplate().request("direct:sms", exchange -> {
            exchange.getMessage().setBody("Hola");
            exchange.getMessage().setHeader(SmsConstants.TO, "3001234567");
            exchange.getMessage()
                    .setHeader(SmsConstants.SCHEDULED_TIME, Instant.now().plusMillis(500));
        });
    }

    @Test
    void aMessageWaitsForTheEndpointOfItsAccount() throws Exception {
        CamelContext before = application(true, "");
        hold(before, 1, Duration.ofMillis(1_500));
        before.stop();

        CamelContext after = context(true);
        after.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(putOffTriggers(after)).isEqualTo(1));
        assertThat(simulator.requestCount()).isZero();
        addRoute(after, "");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    /** How many triggers were put off because no endpoint was there. */
    private static long putOffTriggers(CamelContext context) throws Exception {
        var scheduler = context.getComponent("quartz", QuartzComponent.class).getScheduler();
        long count = 0;
        for (var key : scheduler.getTriggerKeys(org.quartz.impl.matchers.GroupMatcher.anyTriggerGroup())) {
            var trigger = scheduler.getTrigger(key);
            Instant due = Instant.parse(trigger.getJobDataMap().getString("due"));
            if (trigger.getNextFireTime() != null
                    && trigger.getNextFireTime().toInstant().isAfter(due.plusSeconds(3))) {
                count++;
            }
        }
        return count;
    }
}
