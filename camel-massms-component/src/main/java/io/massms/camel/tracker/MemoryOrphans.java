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

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps reports in memory whose message is not known yet, the oldest in front: a limited number, and each for a limited time. */
final class MemoryOrphans {
    private final int capacity;
    private final Clock clock;
    private final Map<Key, Orphan> orphans = new LinkedHashMap<>();

    MemoryOrphans(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Keeps a report, unless one that says more is kept already. */
    void keep(StatusReport report) {
        StatusReport kept = take(report.account(), report.status().messageId());
        StatusReport further = kept == null ? report : Orphans.further(kept, report);
        orphans.put(new Key(report.account(), report.status().messageId()), new Orphan(further, clock.instant()));
        if (orphans.size() > capacity) {
            orphans.remove(orphans.keySet().iterator().next());
        }
    }

    /** The report on a message, which is kept no longer; null where there is none. */
    StatusReport take(String account, String messageId) {
        if (orphans.isEmpty() || messageId == null) {
            return null;
        }
        forgetOld();
        Orphan taken = orphans.remove(new Key(account, messageId));
        return taken == null ? null : taken.report();
    }

    /** A provider may use an id again: an old report could be about an earlier message. */
    private void forgetOld() {
        Instant oldest = clock.instant().minus(Orphans.AGE);
        Iterator<Orphan> eldest = orphans.values().iterator();
        while (eldest.hasNext() && eldest.next().received().isBefore(oldest)) {
            eldest.remove();
        }
    }

    private record Key(String account, String messageId) {}

    private record Orphan(StatusReport report, Instant received) {}
}
