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
package io.massms.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.support.LRUCacheFactory;

/** Limits the replies to each address per hour. Counts are kept in memory, for the last 10,000 addresses. */
final class ReplyLimit {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAX_ADDRESSES = 10_000;

    private final int mostAnHour;
    private final Clock clock;
    private final Map<String, Deque<Instant>> sent = LRUCacheFactory.newLRUCache(MAX_ADDRESSES);

    ReplyLimit(int mostAnHour, Clock clock) {
        this.mostAnHour = mostAnHour;
        this.clock = clock;
    }

    /** Whether this address may get one more reply now; counts it if so. */
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        String key = address.toLowerCase(Locale.ROOT);
        Deque<Instant> times = sent.getOrDefault(key, new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(HOUR))) {
            times.removeFirst();
        }
        if (times.size() >= mostAnHour) {
            return false;
        }
        times.addLast(now);
        sent.put(key, times); // the cache forgets what was put longest ago, not what was read
        return true;
    }
}
