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
package io.massms.camel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final AtomicInteger seconds = new AtomicInteger();
    private final Deadlines deadlines =
            new Deadlines(new DefaultThreadFactory("deadlines", true), seconds::incrementAndGet);

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void anEntryExpiresOnceAndNeverEarly() {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Probe probe = new Probe(Duration.ofMillis(i % 700));
            probes.add(probe);
            deadlines.add(probe, probe.time);
        }
        await().untilAsserted(() -> assertThat(probes).allMatch(probe -> probe.expired.get() == 1));
        assertThat(probes).allMatch(probe -> probe.waited >= probe.time.toNanos());
        assertThat(deadlines.size()).isZero();
    }

    @Test
    void aRemovedEntryDoesNotExpire() {
        Probe removed = new Probe(Duration.ofMillis(50));
        Probe kept = new Probe(Duration.ofMillis(100));
        deadlines.add(removed, removed.time);
        deadlines.add(kept, kept.time);

        assertThat(deadlines.remove(removed)).isTrue();
        assertThat(deadlines.remove(removed)).isFalse();
        await().until(() -> kept.expired.get() == 1);
        assertThat(removed.expired).hasValue(0);
    }

    @Test
    void aTimeLongerThanATurnOfTheWheelWaitsForItsTurn() {
        Probe turn = new Probe(Duration.ofMillis(5_200));
        deadlines.add(turn, turn.time);

        await().until(() -> turn.expired.get() == 1);
        assertThat(turn.waited).isGreaterThanOrEqualTo(turn.time.toNanos());
    }

    @Test
    void anEntryWakesAWheelThatRests() {
        await().until(() -> seconds.get() >= 2);
        Probe probe = new Probe(Duration.ZERO);
        deadlines.add(probe, probe.time);

        await().until(() -> probe.expired.get() == 1);
    }

    @Test
    void closingAbandonsEntriesOfBeforeAndAfter() {
        Probe early = new Probe(Duration.ofDays(1000));
        deadlines.add(early, early.time);
        deadlines.close();
        Probe late = new Probe(Duration.ofDays(1));
        deadlines.add(late, late.time);

        assertThat(early.abandoned).hasValue(1);
        assertThat(late.abandoned).hasValue(1);
    }

    @Test
    void anEntryThatThrowsHoldsUpNoOther() {
        deadlines.add(
                new Deadlines.Entry() {
                    @Override
                    void expired() {
                        throw new IllegalStateException("on purpose");
                    }

                    @Override
                    void abandoned() {}
                },
                Duration.ZERO);
        Probe probe = new Probe(Duration.ofMillis(30));
        deadlines.add(probe, probe.time);

        await().until(() -> probe.expired.get() == 1);
    }

    private static final class Probe extends Deadlines.Entry {
        private final Duration time;
        private final long started = System.nanoTime();
        private final AtomicInteger expired = new AtomicInteger();
        private final AtomicInteger abandoned = new AtomicInteger();
        private volatile long waited;

        Probe(Duration time) {
            this.time = time;
        }

        @Override
        void expired() {
            waited = System.nanoTime() - started;
            expired.incrementAndGet();
        }

        @Override
        void abandoned() {
            abandoned.incrementAndGet();
        }
    }
}
