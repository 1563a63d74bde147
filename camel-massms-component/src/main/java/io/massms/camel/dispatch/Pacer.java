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

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Keeps a pause between the starts of an account's requests, and a longer one when the provider asks for it. Holds no thread. */
public final class Pacer implements Turns, AutoCloseable {
    private final LongSupplier nanoTime;
    private final Timer timer;
    private final Slowdown slowdown = new Slowdown();
    private final Set<Turn> waiting = new HashSet<>();
    private long nextStart;
    private boolean started;
    private boolean closed;
    private volatile boolean paused;
    private long pausedUntil;

    /**
     * A pacer for one account.
     *
     * @param timer starts what has to wait
     */
    public Pacer(ScheduledExecutorService timer) {
        this(System::nanoTime, (action, nanos) -> timer.schedule(action, nanos, TimeUnit.NANOSECONDS));
    }

    Pacer(LongSupplier nanoTime, Timer timer) {
        this.nanoTime = nanoTime;
        this.timer = timer;
    }

    @Override
    public void await(Duration interval, Duration patience, Runnable go, Consumer<Verdict> refused) {
        if (interval.isZero() && !paused) {
            go.run();
            return;
        }
        await(new Turn(interval.toNanos(), 0, patience.toNanos(), go, refused));
    }

    @Override
    public void delay(long nanos, Duration patience, Runnable go, Consumer<Verdict> refused) {
        if (nanos == 0 && !paused) {
            go.run();
            return;
        }
        await(new Turn(0, nanos, patience.toNanos(), go, refused));
    }

    @Override
    public void heed(List<Verdict> verdicts) {
        Duration pause = slowdown.after(verdicts);
        if (pause.isZero()) {
            return;
        }
        synchronized (this) {
            long until = nanoTime.getAsLong() + pause.toNanos();
            if (!paused || until - pausedUntil > 0) {
                pausedUntil = until;
                paused = true;
            }
        }
    }

    private void await(Turn turn) {
        Verdict refusal = null;
        long delay = 0;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            long pause = paused ? pausedUntil - now : 0;
            paused = pause > 0;
            if (closed) {
                refusal = stopping();
            } else if (pause > turn.patience) {
                refusal = slowedDown(Duration.ofNanos(pause));
            } else {
                delay = reserve(turn, now, Math.max(0, pause));
            }
            if (delay > 0 && !isToCome(turn, delay)) {
                refusal = stopping();
            }
        }
        if (refusal != null) {
            turn.refused.accept(refusal);
        } else if (delay <= 0) {
            turn.go.run();
            isUnderWay(turn);
        }
    }

    /** False where the timer takes nothing any more. */
    private boolean isToCome(Turn turn, long delay) {
        try {
            turn.start = timer.schedule(() -> start(turn), delay);
        } catch (RejectedExecutionException closing) {
            return false;
        }
        waiting.add(turn);
        return true;
    }

    /** The first request of a process has connections and classes to wait for: the interval is one between requests that are under way. */
    private synchronized void isUnderWay(Turn turn) {
        long earliest = nanoTime.getAsLong() + turn.interval;
        if (turn.interval > 0 && earliest - nextStart > 0) {
            nextStart = earliest;
        }
    }

    private long reserve(Turn turn, long now, long pause) {
        long wait = Math.max(turn.delay, pause);
        if (turn.interval == 0) {
            return wait;
        }
        long start = started ? now + Math.max(wait, nextStart - now) : now + wait;
        started = true;
        nextStart = start + turn.interval;
        return start - now;
    }

    private void start(Turn turn) {
        synchronized (this) {
            if (!waiting.remove(turn)) {
                return;
            }
        }
        if (paused) {
            await(turn.withoutDelay());
        } else {
            turn.go.run();
        }
    }

    /** Refuses every action that still waits. */
    @Override
    public void close() {
        Set<Turn> turns;
        synchronized (this) {
            closed = true;
            turns = Set.copyOf(waiting);
            waiting.clear();
        }
        for (Turn turn : turns) {
            turn.start.cancel(false);
            turn.refused.accept(stopping());
        }
    }

    private static Verdict stopping() {
        return Verdict.refusedHere(SmsError.CONNECT_FAILED, "The component stopped before the request's turn came");
    }

    private static Verdict slowedDown(Duration pause) {
        return Verdict.refusedHere(
                        SmsError.RATE_LIMITED,
                        "The provider asked to slow down a moment ago, so nothing is sent to it for now")
                .withRetryAfter(pause);
    }

    /** Runs actions later. */
    @FunctionalInterface
    interface Timer {
        Future<?> schedule(Runnable action, long nanos);
    }

    private static final class Turn {
        private final long interval;
        private final long delay;
        private final long patience;
        private final Runnable go;
        private final Consumer<Verdict> refused;
        private Future<?> start;

        private Turn(long interval, long delay, long patience, Runnable go, Consumer<Verdict> refused) {
            this.interval = interval;
            this.delay = delay;
            this.patience = patience;
            this.go = go;
            this.refused = refused;
        }

        private Turn withoutDelay() {
            return new Turn(interval, 0, patience, go, refused);
        }
    }
}
