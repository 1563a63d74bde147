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

import io.massms.camel.component.LogLines;
import io.massms.camel.model.SmsMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Messages of an account of which no endpoint runs, perhaps none ever will. */
class WaitForSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
    void howLongTheMessagesAreLateDoesNotMakeThemWaitLonger() throws Exception {
        Instant begun = Instant.now();
        hold(1, begun.minus(Duration.ofHours(8)));
        scheduler.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(starts())
                        .allMatch(start -> start.isAfter(begun)
                                && start.isBefore(Instant.now().plusSeconds(30))));
    }

    @Test
    void theWaitIsNeitherTooShortNorTooLong() {
        assertThat(WaitForSender.pause(Duration.ofSeconds(-1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(WaitForSender.pause(Duration.ofSeconds(100))).isEqualTo(Duration.ofSeconds(10));
        assertThat(WaitForSender.pause(Duration.ofDays(30))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void manyThatWaitAreOneWarning() throws Exception {
        Instant due = Instant.now().minusSeconds(1);
        for (int i = 0; i < 200; i++) {
            hold(i, due);
        }
        try (LogLines lines = LogLines.of("io.massms.camel.hold")) {
            scheduler.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(starts()).hasSize(200).allMatch(start -> start.isAfter(due.plusSeconds(3))));

            assertThat(lines.all()).singleElement().asString().startsWith("WARN No running endpoint sends");
        }
    }

    @Test
    void anAccountIsToldOfAgainAfterAWhileAndAtOnceWhereItHadAnEndpointMeanwhile() {
        AtomicLong now = new AtomicLong();
        MissedSenders missed = new MissedSenders(now::get);

        assertThat(missed.miss("one").isNews()).isTrue();
        assertThat(missed.miss("one").isNews()).isFalse();
        assertThat(missed.miss("other").isNews()).isTrue();
        now.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(missed.miss("one").isNews()).isTrue();
        missed.forget("one");
        assertThat(missed.miss("one").isNews()).isTrue();
    }

    @Test
    void howLongAnAccountHasBeenMissedCountsFromTheFirstTime() {
        AtomicLong now = new AtomicLong();
        MissedSenders missed = new MissedSenders(now::get);

        assertThat(missed.miss("one").since()).isZero();
        now.addAndGet(Duration.ofMinutes(20).toNanos());
        assertThat(missed.miss("one").since()).isEqualTo(Duration.ofMinutes(20));
        missed.forget("one");
        assertThat(missed.miss("one").since()).isZero();
    }

    private void hold(int number, Instant due) {
        SmsMessage message = SmsMessage.of("3001234567", "Hola").withClientId("invoice-" + number);
        new QuartzHolder(() -> scheduler, "account", "account", "settings", Runnable::run)
                .hold(message.clientId(), List.of(message), due, verdict -> {});
    }

    private List<Instant> starts() throws Exception {
        List<Instant> starts = new ArrayList<>();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            starts.add(scheduler.getTrigger(key).getStartTime().toInstant());
        }
        return starts;
    }
}
