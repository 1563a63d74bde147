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
package io.massms.camel.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.dispatch.Outcome;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.listeners.JobListenerSupport;

/** Messages that fire again while the job that gave them back still reports the outcome of others: its end removes their trigger. */
@Timeout(120)
class OverlappingJobsTest {
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("invoice-1");

    private static final Instant DUE = Instant.now();

    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch firedAgain = new CountDownLatch(1);
    private Scheduler scheduler;

    @BeforeEach
    void createScheduler() throws Exception {
        scheduler = Schedulers.inMemory(2);
        scheduler.getListenerManager().addJobListener(new EndsTheFirstBeforeTheSecond());
    }

    @AfterEach
    void shutDown() throws Exception {
        scheduler.shutdown(true);
    }

    @Test
    void whatFindsNoSenderMeanwhileIsKept() throws Exception {
        HeldSenders senders = HeldSenders.of(scheduler);
        senders.add("account", "settings", new StoppingSender());
        new QuartzHolder(() -> scheduler, "account", "account", "settings", Runnable::run)
                .hold(MESSAGE.clientId(), List.of(MESSAGE), DUE, verdict -> {});
        scheduler.start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ended).hasValueGreaterThan(2));
    }

    private static TriggerKey trigger() {
        return HeldKeys.trigger(HeldKeys.job("account", MESSAGE.clientId(), DUE, List.of(MESSAGE)));
    }

    /** Whatever of both jobs happens first, this is the order that counts. */
    private final class EndsTheFirstBeforeTheSecond extends JobListenerSupport {
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public String getName() {
            return "order";
        }

        @Override
        public void jobToBeExecuted(JobExecutionContext context) {
            if (begun.incrementAndGet() == 2) {
                firedAgain.countDown();
                await().until(() -> !context.getScheduler().checkExists(trigger()));
            }
        }

        @Override
        public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
            ended.incrementAndGet();
        }
    }

    /** Has sent one of two, and gives the other back as it stops. */
    private final class StoppingSender implements HeldSender {
        @Override
        public void begin() {
            // nothing to keep for it
        }

        @Override
        public void end() {
            // nothing was kept for it
        }

        @Override
        public int guards() {
            return 0;
        }

        @Override
        public boolean isStopping() {
            return true;
        }

        @Override
        public HeldRules rules() {
            return new HeldRules(Duration.ofHours(1), 0, Duration.ofSeconds(1));
        }

        @Override
        public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
            SmsResult result = new SmsResult("fake", List.of(), 1, 0, 0, 0, 0, List.of(MESSAGE));
            done.accept(new Outcome(result, null, null, List.of(), null));
        }

        @Override
        public Outcome unsent(List<SmsMessage> messages, Verdict verdict) {
            throw new AssertionError(verdict);
        }

        @Override
        public void report(String clientId, Instant scheduledTime, Outcome outcome) {
            try {
                HeldSenders.of(scheduler).remove("account", "settings", this);
                firedAgain.await();
            } catch (SchedulerException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
