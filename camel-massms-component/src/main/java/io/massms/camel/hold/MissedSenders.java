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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** For which accounts no endpoint was there when messages were to go: each is told of once in a while, however many messages wait. */
final class MissedSenders {
    private static final long BETWEEN_TWO = TimeUnit.MINUTES.toNanos(5);

    private final LongSupplier nanoTime;
    private final Map<String, Missed> missed = new HashMap<>();

    /**
     * No endpoint is there.
     *
     * @param since  for how long it has been missed, by this process
     * @param isNews whether this is to be told now
     */
    record Miss(Duration since, boolean isNews) {}

    MissedSenders(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What is news counts as told then. */
    Miss miss(String account) {
        long now = nanoTime.getAsLong();
        Missed before = missed.get(account);
        boolean isNews = before == null || now - before.told >= BETWEEN_TWO;
        long begin = before == null ? now : before.begin;
        if (isNews) {
            missed.put(account, new Missed(begin, now));
        }
        return new Miss(Duration.ofNanos(now - begin), isNews);
    }

    /** An endpoint is there. */
    void forget(String account) {
        missed.remove(account);
    }

    private record Missed(long begin, long told) {}
}
