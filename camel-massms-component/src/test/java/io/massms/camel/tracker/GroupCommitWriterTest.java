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
package io.massms.camel.tracker;

import static io.massms.camel.tracker.Samples.get;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitWriterTest {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Memory store = new Memory();
    private final GroupCommitWriter writer =
            new GroupCommitWriter(1, store, Runnable::run, timer, Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        store.mayFollow.countDown();
        writer.close();
        timer.shutdownNow();
    }

    @Test
    void anIntentDoesNotWaitForWhatStoredOutcomesNeedBesides() {
        CompletableFuture<Void> outcome = writer.complete(List.of(settlement()));
        await().until(() -> store.follows.get() == 1);
        assertThat(get(writer.begin(List.of(Intent.of(UUID.randomUUID(), plain("1"))))))
                .hasSize(1);
        assertThat(outcome).isNotDone();
        store.mayFollow.countDown();
        get(outcome);
    }

    @Test
    void anOutcomeIsTriedAgainWhenWhatItNeedsBesidesFails() {
        store.failures.set(2);
        store.mayFollow.countDown();
        get(writer.complete(List.of(settlement())));
        assertThat(store.stores).hasValue(3);
        assertThat(store.follows).hasValue(3);
    }

    @Test
    void whatOutcomesNeedBesidesIsDoneBeforeItIsClosed() {
        CompletableFuture<Void> first = writer.complete(List.of(settlement()));
        await().until(() -> store.follows.get() == 1);
        CompletableFuture<Void> second = writer.complete(List.of(settlement()));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(writer::close);
        await().until(() -> store.stores.get() == 2);
        assertThat(closing).isNotDone();
        store.mayFollow.countDown();
        get(closing);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    private static Settlement settlement() {
        return new Settlement(UUID.randomUUID(), taken("m1"), null);
    }

    /** Admits and stores everything; what follows waits until it may. */
    private static final class Memory implements GroupCommitWriter.GroupStore {
        private final CountDownLatch mayFollow = new CountDownLatch(1);
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger stores = new AtomicInteger();
        private final AtomicInteger follows = new AtomicInteger();

        @Override
        public Runnable store(List<Write> group) {
            stores.incrementAndGet();
            return () -> {
                for (Write write : group) {
                    if (write instanceof Write.Begin begin) {
                        begin.done()
                                .complete(begin.intents().stream()
                                        .map(intent -> Admission.admitted(intent.id()))
                                        .toList());
                    }
                }
            };
        }

        @Override
        public Runnable follow(List<Write.Complete> outcomes) throws SQLException {
            follows.incrementAndGet();
            try {
                mayFollow.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failures.getAndDecrement() > 0) {
                throw new SQLException("The database is away", "08006");
            }
            return () -> outcomes.forEach(each -> each.done().complete(null));
        }
    }
}
