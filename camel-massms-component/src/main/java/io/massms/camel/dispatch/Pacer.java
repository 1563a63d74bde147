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

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps a pause between the starts of an account's requests, without holding a thread. */
public final class Pacer implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final Set<Turn> waiting = new HashSet<>();
    private long nextStart;
    private boolean started;
    private boolean closed;

    /**
     * A pacer for one account.
     *
     * @param timer starts what has to wait
     */
    public Pacer(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Runs an action as soon as its turn comes: at once, on this thread, where nothing is to be waited for.
     *
     * @param interval  how long after the start of the one before
     * @param go        run when the turn comes
     * @param cancelled run instead when this is closed first
     */
    void await(Duration interval, Runnable go, Runnable cancelled) {
        if (interval.isZero()) {
            go.run();
            return;
        }
        Turn turn = new Turn(go, cancelled);
        long delay;
        synchronized (this) {
            if (closed) {
                delay = -1;
            } else {
                delay = reserve(interval.toNanos());
                if (delay > 0) {
                    waiting.add(turn);
                    timer.schedule(() -> start(turn), delay, TimeUnit.NANOSECONDS);
                }
            }
        }
        if (delay == 0) {
            go.run();
        } else if (delay < 0) {
            cancelled.run();
        }
    }

    private long reserve(long interval) {
        long now = System.nanoTime();
        long start = started ? Math.max(now, nextStart) : now;
        started = true;
        nextStart = start + interval;
        return start - now;
    }

    private void start(Turn turn) {
        synchronized (this) {
            if (!waiting.remove(turn)) {
                return;
            }
        }
        turn.go.run();
    }

    /** Cancels every action that still waits. */
    @Override
    public void close() {
        Set<Turn> turns;
        synchronized (this) {
            closed = true;
            turns = Set.copyOf(waiting);
            waiting.clear();
        }
        turns.forEach(turn -> turn.cancelled.run());
    }

    private static final class Turn {
        private final Runnable go;
        private final Runnable cancelled;

        private Turn(Runnable go, Runnable cancelled) {
            this.go = go;
            this.cancelled = cancelled;
        }
    }
}
