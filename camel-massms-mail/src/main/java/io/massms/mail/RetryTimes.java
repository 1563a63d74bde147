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
import java.util.Map;
import org.apache.camel.support.LRUCacheFactory;

/**
 * When a mail that could not be sent yet may be tried again. The wait doubles with each try, from the first wait to 64 times of it. Times are
 * kept in memory, for the last 10,000 mails.
 */
final class RetryTimes {
    private static final int MAX_MAILS = 10_000;
    private static final int MAX_DOUBLINGS = 6;

    private final Clock clock;
    private final Duration first;
    private final Map<String, Instant> times = LRUCacheFactory.newLRUCache(MAX_MAILS);

    RetryTimes(Clock clock, Duration first) {
        this.clock = clock;
        this.first = first;
    }

    synchronized boolean due(String mailId) {
        Instant time = times.get(mailId);
        return time == null || !time.isAfter(clock.instant());
    }

    /** The time of the next try; null where the mail was not tried, or is forgotten. */
    synchronized Instant next(String mailId) {
        return times.get(mailId);
    }

    /**
     * Sets the time of the next try.
     *
     * @param mailId the mail
     * @param tries  how often it was tried, at least 1
     * @param named  the earliest time that the provider named; null if it named none
     */
    synchronized void later(String mailId, int tries, Instant named) {
        Instant own = clock.instant().plus(first.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS)));
        times.put(mailId, named != null && named.isAfter(own) ? named : own);
    }

    synchronized void forget(String mailId) {
        times.remove(mailId);
    }
}
