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
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.support.DefaultConsumer;
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
    private final Clock clock;
    private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();
    private final Map<String, Queue<UntoldReport>> untold = new ConcurrentHashMap<>();
    private final Map<String, UnconfirmedReports> unconfirmed = new ConcurrentHashMap<>();

    ReportsUnderWay(SmsTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    /** Sees to it that claims are renewed also where polls are far apart, until the timer ends. */
    ReportsUnderWay renewed(ScheduledExecutorService timer, Supplier<Executor> workers) {
        long pause = CLAIM.dividedBy(4).toMillis();
        timer.scheduleWithFixedDelay(() -> renewLater(workers), pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    private void renewLater(Supplier<Executor> workers) {
        if (turns.isEmpty()) {
            return;
        }
        workers.get().execute(() -> {
            try {
                renew();
            } catch (RuntimeException e) {
                LOG.debug("Claims on reports under way could not be renewed; they are next time", e);
            }
        });
    }

    /** What routes of {@code operation=reconcile} failed to take of an account's messages, whichever consumer told it. */
    Queue<UntoldReport> untold(String account) {
        return untold.computeIfAbsent(account, key -> new ConcurrentLinkedQueue<>());
    }

    /** What {@code operation=reconcile} found out of an account's messages, and was perhaps stored. */
    UnconfirmedReports unconfirmed(String account) {
        return unconfirmed.computeIfAbsent(account, key -> new UnconfirmedReports(tracker));
    }

    /**
     * Before a last word is told. Its claim ends at the message's next check, and is renewed at once where it is half over, or where the
     * message says when it was due instead, as those do that a poll claimed some time ago.
     *
     * @return null where it is under way already: then it must not be told
     */
    Turn begin(TrackedMessage message) {
        Instant now = clock.instant();
        Instant claimedUntil = message.nextCheck() == null ? now : message.nextCheck();
        Turn turn = new Turn(message, now.plus(LONGEST), claimedUntil.minus(RENEWAL));
        return turns.computeIfAbsent(message.id(), id -> renewed(turn, now)) == turn ? turn : null;
    }

    /**
     * Tells a last word that has begun.
     *
     * @param  consumer whose route is told
     * @param  turn     as it began
     * @param  failed   asked once where the exchange fails: when to tell it again
     * @return          false where the route failed
     */
    boolean tell(DefaultConsumer consumer, Turn turn, Supplier<Instant> failed) {
        return Reports.tell(consumer, turn.message, completed -> end(turn, completed ? null : failed.get()));
    }

    /**
     * When its exchange ended. In one piece, lest a renewal brings back what was told. What completed was told, however late. It ends no
     * word but its own: what was learnt of the message meanwhile has a turn, and a time, of its own.
     *
     * @param turn      as it began
     * @param nextCheck when to tell it again; null for never
     */
    void end(Turn turn, Instant nextCheck) {
        UUID id = turn.message.id();
        if (nextCheck == null) {
            turns.compute(id, (key, current) -> completed(turn, current));
            return;
        }
        try {
            turns.computeIfPresent(id, (key, current) -> {
                if (current == turn) {
                    tracker.schedule(turn.message, nextCheck);
                    return null;
                }
                return current;
            });
        } finally {
            turns.remove(id, turn);
        }
    }

    /** What stays under way: another word does, and its own, however often it is being told, until the tracker could be told. */
    private Turn completed(Turn turn, Turn current) {
        turn.completed = true;
        boolean stored = isStored(turn);
        if (current != null && !current.isOfSameWord(turn)) {
            return current;
        }
        return stored ? null : turn;
    }

    private boolean isStored(Turn turn) {
        try {
            tracker.schedule(turn.message, null);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The tracker could not be told that a report was processed; it is told later", e);
            return false;
        }
    }

    /** Renews the claims that are half over, forgets those that were renewed for too long, and stores what could not be stored before. */
    void renew() {
        Instant now = clock.instant();
        turns.keySet().forEach(id -> turns.computeIfPresent(id, (key, turn) -> renewed(turn, now)));
    }

    private Turn renewed(Turn turn, Instant now) {
        if (turn.completed) {
            tracker.schedule(turn.message, null);
            return null;
        }
        if (now.isAfter(turn.end)) {
            return null;
        }
        if (!now.isBefore(turn.renewal)) {
            tracker.schedule(turn.message, now.plus(CLAIM));
            turn.renewal = now.plus(RENEWAL);
        }
        return turn;
    }

    /** One telling of one word: a second one of the same word is another turn. */
    static final class Turn {
        private final TrackedMessage message;
        private final Instant end;
        private Instant renewal;
        private boolean completed;

        private Turn(TrackedMessage message, Instant end, Instant renewal) {
            this.message = message;
            this.end = end;
            this.renewal = renewal;
        }

        /** Databases keep no nanoseconds, and some round the rest. */
        private boolean isOfSameWord(Turn other) {
            Duration between = Duration.between(message.updated(), other.message.updated());
            return message.state() == other.message.state() && between.abs().compareTo(Duration.ofMillis(1)) < 0;
        }
    }
}
