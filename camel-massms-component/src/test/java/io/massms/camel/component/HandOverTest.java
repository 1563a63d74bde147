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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final Queue<Runnable> started = new ArrayDeque<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    @Test
    void oneThreadDoesWhatIsAddedInQuickSuccession() {
        HandOver handOver = new HandOver(started::add, looks::add, nanoTime::get);
        List<Integer> done = new ArrayList<>();

        handOver.execute(() -> done.add(1));
        handOver.execute(() -> done.add(2));
        assertThat(started).hasSize(1);
        started.remove().run();

        assertThat(done).containsExactly(1, 2);
        handOver.execute(() -> done.add(3));
        assertThat(started).as("started again after a rest").hasSize(1);
    }

    @Test
    void anotherThreadIsStartedAtOnceWhereTheLastPieceWasTakenAWhileAgo() {
        HandOver handOver = new HandOver(started::add, looks::add, nanoTime::get);

        handOver.execute(() -> {});
        nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        handOver.execute(() -> {});

        assertThat(started).hasSize(2);
    }

    @Test
    void theThreadsDoubleWhileWorkWaits() {
        HandOver handOver = new HandOver(started::add, looks::add, nanoTime::get);
        for (int i = 0; i < 5; i++) {
            handOver.execute(() -> {});
        }

        looks.remove().run();
        assertThat(started).as("nothing waits since an earlier look").hasSize(1);
        looks.remove().run();
        assertThat(started).hasSize(2);
        looks.remove().run();
        assertThat(started).hasSize(4);
        looks.remove().run();
        looks.remove().run();
        assertThat(started).as("no more at a time than work waits").hasSize(8 + 5);
    }

    @Test
    void nobodyLooksWhereNothingWaits() {
        HandOver handOver = new HandOver(started::add, looks::add, nanoTime::get);

        handOver.execute(() -> {});
        assertThat(looks).isEmpty();
        handOver.execute(() -> {});
        started.remove().run();
        looks.remove().run();
        looks.remove().run();

        assertThat(looks).isEmpty();
    }

    @Test
    void workThatWaitsForWorkBehindItIsNotStuck() {
        HandOver handOver = new HandOver(threads, this::inAMillisecond, nanoTime::get);
        CountDownLatch behind = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        handOver.execute(() -> {
            awaitUninterrupted(behind);
            done.countDown();
        });
        handOver.execute(behind::countDown);

        await().until(() -> done.getCount() == 0);
    }

    @Test
    void anyAmountOfWorkMayWaitForOneAnother() {
        HandOver handOver = new HandOver(threads, this::inAMillisecond, nanoTime::get);
        CountDownLatch together = new CountDownLatch(200);
        AtomicInteger done = new AtomicInteger();

        for (int i = 0; i < 200; i++) {
            handOver.execute(() -> {
                together.countDown();
                awaitUninterrupted(together);
                done.incrementAndGet();
            });
        }

        await().untilAsserted(() -> assertThat(done).hasValue(200));
    }

    @Test
    void everythingIsDoneOnceHoweverManyAddIt() throws InterruptedException {
        HandOver handOver = new HandOver(threads, this::inAMillisecond, System::nanoTime);
        AtomicInteger done = new AtomicInteger();
        List<Thread> adding = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 25_000; n++) {
                    handOver.execute(done::incrementAndGet);
                }
            });
            adding.add(thread);
            thread.start();
        }
        for (Thread thread : adding) {
            thread.join();
        }

        await().untilAsserted(() -> assertThat(done).hasValue(100_000));
    }

    @Test
    void aFailureKeepsNothingElseFromBeingDone() {
        HandOver handOver = new HandOver(started::add, looks::add, nanoTime::get);
        List<Integer> done = new ArrayList<>();

        handOver.execute(() -> {
            throw new AssertionError("a step's");
        });
        handOver.execute(() -> done.add(2));
        started.remove().run();

        assertThat(done).containsExactly(2);
    }

    @Test
    void workIsDoneThoughNoTaskCouldBeScheduledForIt() {
        HandOver handOver = new HandOver(
                started::add,
                look -> {
                    throw new RejectedExecutionException("the timer is closed");
                },
                nanoTime::get);
        List<Integer> done = new ArrayList<>();

        handOver.execute(() -> done.add(1));
        handOver.execute(() -> done.add(2));
        handOver.execute(() -> done.add(3));
        assertThat(started).as("one for each that nobody looks for").hasSize(3);
        started.forEach(Runnable::run);

        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void aTimerThatRefusedOnceIsAskedAgain() {
        AtomicBoolean refuses = new AtomicBoolean(true);
        HandOver handOver = new HandOver(
                started::add,
                look -> {
                    if (refuses.getAndSet(false)) {
                        throw new RejectedExecutionException("the timer is full");
                    }
                    looks.add(look);
                },
                nanoTime::get);

        handOver.execute(() -> {});
        handOver.execute(() -> {});
        handOver.execute(() -> {});

        assertThat(looks).hasSize(1);
    }

    private void inAMillisecond(Runnable work) {
        timer.schedule(work, 1, TimeUnit.MILLISECONDS);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
