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

import io.massms.camel.tracker.SmsTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last words on messages that routes were told and are not through with. Nobody tells them a second time meanwhile: no consumer of
 * this process, as they are known here, and no other process, as their claims are renewed. When this process dies the claims end, and
 * they are told again.
 */
final class ReportsUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsUnderWay.class);

    /** How long nobody else tells them. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration RENEWAL = CLAIM.dividedBy(2);

    /** An exchange that takes longer was dropped, as a full queue may do: then its word is told again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SmsTracker tracker;
    private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

    ReportsUnderWay(SmsTracker tracker) {
        this.tracker = tracker;
    }

    /** Sees to it that claims are renewed also where polls are far apart, until the timer ends. */
    ReportsUnderWay renewed(ScheduledExecutorService timer, Supplier<Executor> workers, Clock clock) {
        long pause = CLAIM.dividedBy(4).toMillis();
        timer.scheduleWithFixedDelay(() -> renewLater(workers, clock), pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    private void renewLater(Supplier<Executor> workers, Clock clock) {
        if (turns.isEmpty()) {
            return;
        }
        workers.get().execute(() -> {
            try {
                renew(clock.instant());
            } catch (RuntimeException e) {
                LOG.debug("Claims on reports under way could not be renewed; they are next time", e);
            }
        });
    }

    /**
     * Before a last word is told that is claimed from now on.
     *
     * @return false where it is under way already: then it must not be told
     */
    boolean begin(UUID id, Instant now) {
        return turns.putIfAbsent(id, new Turn(now.plus(LONGEST), now.plus(RENEWAL))) == null;
    }

    /**
     * When its exchange ended. In one piece, lest a renewal brings back what was told.
     *
     * @param nextCheck when to tell it again; null for never
     */
    void end(UUID id, Instant nextCheck) {
        try {
            turns.computeIfPresent(id, (key, turn) -> {
                tracker.schedule(id, nextCheck);
                return null;
            });
        } finally {
            turns.remove(id);
        }
    }

    /** Renews the claims that are half over, and forgets those that were renewed for too long. */
    void renew(Instant now) {
        turns.keySet().forEach(id -> turns.computeIfPresent(id, (key, turn) -> renewed(id, turn, now)));
    }

    private Turn renewed(UUID id, Turn turn, Instant now) {
        if (now.isAfter(turn.end)) {
            return null;
        }
        if (now.isBefore(turn.renewal)) {
            return turn;
        }
        tracker.schedule(id, now.plus(CLAIM));
        return new Turn(turn.end, now.plus(RENEWAL));
    }

    private record Turn(Instant end, Instant renewal) {}
}
