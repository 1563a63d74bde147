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
package io.massms.benchmarks.tracker;

import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.Submission;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the tracker in memory keeps of a message that is on its way. */
public final class TrackerMemory {
    private static final int MESSAGES = 200_000;
    private static final Instant NEXT_CHECK = Instant.EPOCH;

    private TrackerMemory() {}

    /** Prints it. */
    public static void print() {
        long before = used();
        MemoryTracker tracker = new MemoryTracker(MESSAGES, Clock.systemUTC());
        for (int i = 0; i < MESSAGES; i++) {
            Submission submission = new Submission(
                    "linktosms-0123456789abcdef",
                    "linktosms",
                    Long.toString(573_000_000_000L + i),
                    null,
                    false,
                    1,
                    1,
                    null);
            Verdict verdict = Verdict.taken(SmsState.ENROUTE, String.format("%032x", i));
            tracker.complete(List.of(new Settlement(
                    tracker.begin(List.of(submission))
                            .toCompletableFuture()
                            .join()
                            .get(0)
                            .id(),
                    verdict,
                    NEXT_CHECK)));
        }
        long after = used();
        tracker.close(); // not before: it must be there to be counted
        System.out.printf(
                Locale.ROOT,
                "an outstanding message takes %d bytes in the memory tracker%n",
                (after - before) / MESSAGES);
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
