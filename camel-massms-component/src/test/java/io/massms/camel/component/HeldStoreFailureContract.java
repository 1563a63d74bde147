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

import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.jdbc.UnreliableDataSource;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.listeners.SchedulerListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;

/** What becomes of held messages when their job store fails at the worst moment, whichever database it is. */
@Timeout(180)
abstract class HeldStoreFailureContract extends HeldStoreTestSupport {

    @Test
    void whatTheStoreTookForAnotherTryIsNotReportedAsNotSentThoughItsAnswerWasLost() throws Exception {
        simulator.fault(Fault.providerCode("-6").first(1));
        CamelContext application = application(true, "&scheduledRetryDelay=3000");
        // the job reads the old trigger, then it stores the new one
        onceFired(application, () -> database.loseAnswer("Worker", 2));
        hold(application, 1, Duration.ofMillis(300));

        await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 1 && !results.isEmpty());
        assertThat(results).flatExtracting(HeldStoreFailureContract::states).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void whatWaitsForAnEndpointSurvivesADatabaseThatIsAwayAsItFires() throws Exception {
        CamelContext before = application(true, "");
        hold(before, 1, Duration.ofMillis(1_500));
        before.stop();
        CamelContext after = context(true);
        CountDownLatch fired = new CountDownLatch(1);
        after.addStartupListener((context, alreadyStarted) -> onceFired(after, () -> {
            database.fail(UnreliableDataSource.Fault.UNREACHABLE);
            fired.countDown();
        }));
        after.start();
        fired.await();
        int refused = database.refused();
        await().atMost(PATIENCE).until(() -> database.refused() > refused + 2);
        database.fail(UnreliableDataSource.Fault.NONE);

        await().atMost(PATIENCE).until(() -> waitingTriggers() == 1);
        addRoute(after, "");
        await().atMost(PATIENCE).until(() -> results.size() == 1);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void whatIsSentAgainIsNotReportedAsUncertainThoughTheProcessDiedWhileItReportedTheRest() throws Exception {
        simulator.fault(Fault.providerCode("-6").recipient("573001234502").first(1));
        CountDownLatch dying = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        CamelContext first = context(false);
        addRoute(first, itcloud(), exchange -> {
            dying.countDown();
            dead.await();
        });
        first.start();
        first.createProducerTemplate()
                .requestBodyAndHeaders(
                        "direct:sms",
                        "Hola",
                        Map.of(
                                SmsConstants.TO,
                                "3001234501,3001234502",
                                SmsConstants.SCHEDULED_TIME,
                                Instant.now().plusMillis(300)));
        dying.await();
        scheduler(first).standby(); // as good as dead: it fires nothing and looks after nothing

        CamelContext next = context(false);
        addRoute(next, itcloud(), exchange -> results.add(exchange.copy()));
        next.start();
        await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 2 && !results.isEmpty());
        dead.countDown();
        assertThat(results).flatExtracting(HeldStoreFailureContract::states).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void whatWasWithdrawnHalfWayIsReportedAtItsTimeAndNotSent() throws Exception {
        CamelContext application = application(true, "");
        String clientId = hold(application, 1, Duration.ofSeconds(4)).clientId();
        scheduler(application).getListenerManager().addSchedulerListener(new SchedulerListenerSupport() {
            @Override
            public void jobAdded(JobDetail marked) {
                database.fail(UnreliableDataSource.Fault.UNREACHABLE);
            }
        });
        Exchange answer = application
                .createProducerTemplate()
                .request(
                        "direct:sms",
                        exchange -> exchange.getMessage()
                                .setHeaders(
                                        Map.of(SmsConstants.OPERATION, "cancel", SmsConstants.CLIENT_ID, clientId)));
        database.fail(UnreliableDataSource.Fault.NONE);

        assertThat(answer.getException()).isInstanceOf(SmsTemporaryException.class);
        await().atMost(PATIENCE).until(() -> !results.isEmpty());
        assertThat(results).flatExtracting(HeldStoreFailureContract::states).containsExactly(SmsState.REJECTED);
        assertThat(simulator.requestCount()).isZero();
    }

    private String itcloud() {
        return "sms:itcloud?user=ana@example.org&token=t0ken-two&requestInterval=0&scheduledRetryDelay=6000"
                + "&scheduledResultUri=direct:results&baseUrl=" + simulator.baseUrl("itcloud");
    }

    private static void onceFired(CamelContext application, Runnable then) throws Exception {
        AtomicBoolean fired = new AtomicBoolean();
        scheduler(application).getListenerManager().addTriggerListener(new TriggerListenerSupport() {
            @Override
            public String getName() {
                return "first";
            }

            @Override
            public void triggerFired(Trigger trigger, JobExecutionContext context) {
                if (!fired.getAndSet(true)) {
                    then.run();
                }
            }
        });
    }

    private static List<SmsState> states(Exchange result) {
        return result.getMessage().getBody(SmsResult.class).receipts().stream()
                .map(SmsReceipt::state)
                .toList();
    }
}
