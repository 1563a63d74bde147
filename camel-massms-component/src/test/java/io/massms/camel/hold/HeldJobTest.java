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
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;

class HeldJobTest {
    private static final SmsMessage MESSAGE =
            SmsMessage.of("3001234567", "Hola").withClientId("invoice-1");

    private static final Outcome SENT =
            new Outcome(new SmsResult("fake", List.of(), 1, 0, 0, 0, 0, List.of()), null, null, List.of(), null);

    private final BlockingQueue<Outcome> reports = new LinkedBlockingQueue<>();
    private Scheduler scheduler;

    @BeforeEach
    void createScheduler() throws Exception {
        scheduler = Schedulers.inMemory();
    }

    @AfterEach
    void shutDown() throws Exception {
        scheduler.shutdown(true);
    }

    @Test
    void messagesWhoseSendingFailsAreReportedAsUncertain() throws Exception {
        HeldSenders.of(scheduler).add("account", "settings", new FailingSender());
        new QuartzHolder(() -> scheduler, "account", "account", "settings", Runnable::run)
                .hold(MESSAGE.clientId(), List.of(MESSAGE), Instant.now(), verdict -> {});
        scheduler.start();

        assertThat(reports.poll(60, TimeUnit.SECONDS).result().uncertainCount()).isEqualTo(1);
    }

    @Test
    void whatWaitsForItsTurnGoesThoughThatIsLaterThanTheGrace() throws Exception {
        HeldSenders.of(scheduler).add("account", "settings", new SlowSender());
        Instant due = Instant.now().plusMillis(50);
        hold("invoice-1", due);
        hold("invoice-2", due);
        scheduler.start();

        assertThat(List.of(nextReport(), nextReport())).allMatch(SENT::equals);
    }

    @Test
    void whatWasDueLongerThanTheGraceBeforeTheAccountHadASenderIsTooLate() throws Exception {
        hold("invoice-1", Instant.now().minus(SlowSender.GRACE.multipliedBy(2)));
        HeldSenders.of(scheduler).add("account", "settings", new SlowSender());
        scheduler.start();

        assertThat(nextReport().result().rejectedCount()).isEqualTo(1);
    }

    @Test
    void aSenderThatTakesOverFromAnotherOfTheAccountMissedNothing() throws Exception {
        HeldSender first = new SlowSender();
        HeldSenders.of(scheduler).add("account", "settings", first);
        Instant due = Instant.now().plusMillis(50);
        hold("invoice-1", due);
        await().until(() -> Instant.now().isAfter(due.plus(SlowSender.GRACE.multipliedBy(2))));
        HeldSenders.of(scheduler).add("account", "other settings", new SlowSender());
        HeldSenders.of(scheduler).remove("account", "settings", first);
        scheduler.start();

        assertThat(nextReport()).isEqualTo(SENT);
    }

    @Test
    void whatTheProviderPutOffGoesNoSoonerThoughItsSenderStops() throws Exception {
        Instant mayGo = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        HeldSenders.of(scheduler).add("account", "settings", new StoppingSender(mayGo));
        Instant due = Instant.now();
        hold("invoice-1", due);
        scheduler.start();

        TriggerKey key =
                HeldKeys.trigger(HeldKeys.job("account", "invoice-1", due, List.of(MESSAGE.withClientId("invoice-1"))));
        await().untilAsserted(() ->
                assertThat(scheduler.getTrigger(key).getStartTime()).isEqualTo(mayGo));
    }

    private void hold(String clientId, Instant due) {
        new QuartzHolder(() -> scheduler, "account", "account", "settings", Runnable::run)
                .hold(clientId, List.of(MESSAGE.withClientId(clientId)), due, verdict -> {});
    }

    private Outcome nextReport() throws InterruptedException {
        return reports.poll(60, TimeUnit.SECONDS);
    }

    /** Sends, and takes longer for that than messages may be late. */
    private final class SlowSender extends FailingSender {
        private static final Duration GRACE = Duration.ofMillis(100);

        @Override
        public HeldRules rules() {
            return new HeldRules(GRACE, 0, Duration.ofSeconds(1));
        }

        @Override
        public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
            Instant start = Instant.now();
            await().until(() -> Instant.now().isAfter(start.plus(GRACE.multipliedBy(2))));
            done.accept(SENT);
        }
    }

    /** Learns from the provider when messages may go again. */
    private final class StoppingSender extends FailingSender {
        private final Instant mayGo;

        private StoppingSender(Instant mayGo) {
            this.mayGo = mayGo;
        }

        @Override
        public boolean isStopping() {
            return true;
        }

        @Override
        public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
            done.accept(new Outcome(
                    new SmsResult("fake", List.of(), 0, 1, 0, 0, 0, messages),
                    new SmsTemporaryException("at night", "fake", SmsError.OUTSIDE_HOURS, null, List.of(), mayGo, null),
                    null,
                    messages,
                    mayGo));
        }
    }

    private class FailingSender implements HeldSender {
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
            return false;
        }

        @Override
        public HeldRules rules() {
            return new HeldRules(Duration.ofHours(1), 3, Duration.ofSeconds(1));
        }

        @Override
        public void send(List<SmsMessage> messages, Consumer<Outcome> done) {
            throw new NoClassDefFoundError("x");
        }

        @Override
        public Outcome unsent(List<SmsMessage> messages, Verdict verdict) {
            int uncertain = verdict.state() == SmsState.UNKNOWN ? messages.size() : 0;
            return new Outcome(
                    new SmsResult("fake", List.of(), 0, messages.size() - uncertain, uncertain, 0, 0, List.of()),
                    null,
                    null,
                    List.of(),
                    null);
        }

        @Override
        public void report(String clientId, Instant scheduledTime, Outcome outcome) {
            reports.add(outcome);
        }
    }
}
