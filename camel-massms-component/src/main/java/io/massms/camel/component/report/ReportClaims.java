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
package io.massms.camel.component.report;

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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claims on final reports that were emitted and whose exchanges have not completed. Nobody emits such a report a second time
 * meanwhile: no consumer of this process, because the claims are known here, and no other process, because they are renewed. When this
 * process dies the claims end, and the reports are emitted again.
 */
public final class ReportClaims {
    private static final Logger LOG = LoggerFactory.getLogger(ReportClaims.class);

    /** How long nobody else emits a claimed report. */
    public static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration RENEWAL = CLAIM.dividedBy(2);

    /** An exchange that takes longer was dropped, as a full queue may do: then its report is emitted again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SmsTracker tracker;
    private final Clock clock;
    private final Map<UUID, ReportClaim> claims = new ConcurrentHashMap<>();
    private final Map<String, Queue<PendingReport>> pending = new ConcurrentHashMap<>();
    private final Map<String, UnconfirmedReports> unconfirmed = new ConcurrentHashMap<>();

    /**
     * No claims yet.
     *
     * @param tracker stores them
     * @param clock   tells when they end
     */
    public ReportClaims(SmsTracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    /**
     * Renews claims also between polls that are far apart, until the timer ends.
     *
     * @param  timer   tells when
     * @param  workers renew them, which may block
     * @return         these
     */
    public ReportClaims renewed(ScheduledExecutorService timer, Supplier<Executor> workers) {
        long pause = CLAIM.dividedBy(4).toMillis();
        timer.scheduleWithFixedDelay(() -> renewLater(workers), pause, pause, TimeUnit.MILLISECONDS);
        return this;
    }

    private void renewLater(Supplier<Executor> workers) {
        if (claims.isEmpty()) {
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

    /** The reports on an account's messages that routes of {@code operation=reconcile} failed to process, whichever consumer emitted them. */
    public Queue<PendingReport> pending(String account) {
        return pending.computeIfAbsent(account, key -> new ConcurrentLinkedQueue<>());
    }

    /** What {@code operation=reconcile} found out about an account's messages and may have been stored. */
    public UnconfirmedReports unconfirmed(String account) {
        return unconfirmed.computeIfAbsent(account, key -> new UnconfirmedReports(tracker));
    }

    /**
     * Claims a final report before it is emitted. The claim ends at the message's next check. It is renewed at once if half of it is over,
     * or if the message has the time at which it was due instead, as those do that a poll claimed some time ago.
     *
     * @param  message with a final report
     * @return         null if the report is claimed already: then it must not be emitted
     */
    public ReportClaim begin(TrackedMessage message) {
        Instant now = clock.instant();
        Instant claimedUntil = message.nextCheck() == null ? now : message.nextCheck();
        ReportClaim claim = new ReportClaim(message, now.plus(LONGEST), claimedUntil.minus(RENEWAL));
        return claims.computeIfAbsent(message.id(), id -> renewed(claim, now)) == claim ? claim : null;
    }

    /**
     * Ends a claim as its exchange ended.
     *
     * @param  claim  from {@link #begin}
     * @param  failed called once if the exchange fails: when to emit the report again
     * @return        to be told whether the exchange completed
     */
    public Consumer<Boolean> ending(ReportClaim claim, Supplier<Instant> failed) {
        return completed -> end(claim, completed ? null : failed.get());
    }

    /**
     * Ends a claim when its exchange has ended. Atomic, so that a renewal cannot bring back a report that was processed. A completed
     * exchange has processed its report, however late. No claim but this one ends: what was learnt of the message meanwhile has a claim,
     * and a time, of its own.
     *
     * @param claim     from {@link #begin}
     * @param nextCheck when to emit the report again; null for never
     */
    public void end(ReportClaim claim, Instant nextCheck) {
        UUID id = claim.message.id();
        if (nextCheck == null) {
            claims.compute(id, (key, current) -> completed(claim, current));
            return;
        }
        try {
            claims.computeIfPresent(id, (key, current) -> {
                if (current == claim) {
                    tracker.schedule(claim.message, nextCheck);
                    return null;
                }
                return current;
            });
        } finally {
            claims.remove(id, claim);
        }
    }

    /**
     * The claim that stays: that on another report stays, and one on the same report, however often it is being emitted, stays until the
     * tracker has stored that it was processed.
     */
    private ReportClaim completed(ReportClaim claim, ReportClaim current) {
        claim.completed = true;
        boolean stored = isStored(claim);
        if (current != null && !current.isOnSameReport(claim)) {
            return current;
        }
        return stored ? null : claim;
    }

    private boolean isStored(ReportClaim claim) {
        try {
            tracker.schedule(claim.message, null);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The tracker could not store that a report was processed; this is tried again later", e);
            return false;
        }
    }

    /** Renews the claims that are half over, drops those that were renewed for too long, and stores what could not be stored before. */
    public void renew() {
        Instant now = clock.instant();
        claims.keySet().forEach(id -> claims.computeIfPresent(id, (key, claim) -> renewed(claim, now)));
    }

    private ReportClaim renewed(ReportClaim claim, Instant now) {
        if (claim.completed) {
            tracker.schedule(claim.message, null);
            return null;
        }
        if (now.isAfter(claim.end)) {
            return null;
        }
        if (!now.isBefore(claim.renewal)) {
            tracker.schedule(claim.message, now.plus(CLAIM));
            claim.renewal = now.plus(RENEWAL);
        }
        return claim;
    }

    /** One emission of one report: a second emission of the same report has another claim. */
    public static final class ReportClaim {
        private final TrackedMessage message;
        private final Instant end;
        private Instant renewal;
        private boolean completed;

        private ReportClaim(TrackedMessage message, Instant end, Instant renewal) {
            this.message = message;
            this.end = end;
            this.renewal = renewal;
        }

        /** Databases keep no nanoseconds, and some round the rest. */
        private boolean isOnSameReport(ReportClaim other) {
            Duration between = Duration.between(message.updated(), other.message.updated());
            return message.state() == other.message.state() && between.abs().compareTo(Duration.ofMillis(1)) < 0;
        }
    }
}
