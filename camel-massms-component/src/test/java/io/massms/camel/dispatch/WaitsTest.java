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
package io.massms.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final long LONG = TimeUnit.HOURS.toNanos(1);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Waits waits = new Waits(() -> timer);
    private final List<String> notified = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void whatIsDueIsDoneOnceAndNotStoppedAnyMore() {
        Waits.Wait wait = start("a", 1);
        await().until(() -> notified.contains("a due"));
        waits.close(Duration.ZERO);

        assertThat(wait.cancel()).isFalse();
        assertThat(notified).containsExactly("a due");
    }

    @Test
    void aCancelledWaitIsNotNotified() {
        assertThat(start("a", LONG).cancel()).isTrue();
        waits.close(Duration.ZERO);

        assertThat(notified).isEmpty();
    }

    @Test
    void aWaitThatIsPendingAtTheEndIsStoppedOnceAndLeavesTheTimerEmpty() {
        timer.setRemoveOnCancelPolicy(true);
        start("a", LONG);
        start("b", LONG);
        waits.close(Duration.ZERO);
        waits.close(Duration.ZERO);

        assertThat(notified).containsExactlyInAnyOrder("a stopped", "b stopped");
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void aWaitStartedAfterTheEndIsStoppedAtOnce() {
        waits.close(Duration.ZERO);
        start("late", 1);

        assertThat(notified).containsExactly("late stopped");
    }

    @Test
    void whoEndsInTimeIsNotStopped() {
        Waits.Wait first = start("first", LONG);
        timer.schedule(first::cancel, 50, TimeUnit.MILLISECONDS);
        waits.close(Duration.ofMinutes(1));

        assertThat(notified).isEmpty();
    }

    private Waits.Wait start(String name, long nanos) {
        return waits.start(nanos, () -> notified.add(name + " due"), () -> notified.add(name + " stopped"));
    }
}
