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

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has work done on the threads of a pool without waking one for each piece. A runner does one piece after the other while there are
 * any. No piece depends on the end of another: further runners are started by who adds work, when it is a while since the last piece was
 * taken, and by a look every millisecond, when a piece has waited since the look before.
 */
final class HandOver implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    /** Many times what a route needs for a step that waits for nothing. */
    private static final long LONG_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Executor threads;
    private final Executor later;
    private final LongSupplier nanoTime;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger runners = new AtomicInteger();
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean watched = new AtomicBoolean();
    private volatile long lastTaken;
    private long addedBeforeLook;

    /**
     * A hand-over without runners yet.
     *
     * @param threads  without an upper bound
     * @param later    does what it is given in about a millisecond
     * @param nanoTime as {@link System#nanoTime()}
     */
    HandOver(Executor threads, Executor later, LongSupplier nanoTime) {
        this.threads = threads;
        this.later = later;
        this.nanoTime = nanoTime;
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        added.incrementAndGet();
        if (runners.get() == 0 || nanoTime.getAsLong() - lastTaken > LONG_NANOS) {
            startRunner();
        } else {
            watch();
        }
    }

    /** Where no thread can be had the runner is this one: what was added is done in any case. */
    private void startRunner() {
        lastTaken = nanoTime.getAsLong();
        runners.incrementAndGet();
        try {
            threads.execute(this::run);
        } catch (RuntimeException | Error e) {
            run();
        }
    }

    private void run() {
        for (Runnable work = take(); work != null; work = take()) {
            try {
                work.run();
            } catch (Throwable e) { // an Error, too, must not end the runner, and with it what waits
                LOG.error("A route failed to go on", e);
            }
        }
    }

    /** Null where the runner is not needed any more; what was added until then has a runner, or is watched. */
    private Runnable take() {
        Runnable work = waiting.poll();
        while (work == null) {
            runners.decrementAndGet();
            if (waiting.isEmpty() || !runners.compareAndSet(0, 1)) {
                return null;
            }
            work = waiting.poll();
        }
        taken.incrementAndGet();
        lastTaken = nanoTime.getAsLong();
        return work;
    }

    private void watch() {
        if (!watched.get() && watched.compareAndSet(false, true)) {
            try {
                later.execute(this::look);
            } catch (RuntimeException | Error e) { // nobody will look, so what was added needs a runner of its own
                watched.set(false);
                startRunner();
            }
        }
    }

    private void look() {
        watched.set(false);
        long before = addedBeforeLook;
        addedBeforeLook = added.get();
        try {
            startMoreRunners(before - taken.get());
        } finally {
            if (addedBeforeLook != before || !waiting.isEmpty()) {
                watch();
            }
        }
    }

    /** Doubles the runners where they do not keep up. */
    private void startMoreRunners(long late) {
        long more = Math.min(Math.max(1, runners.get()), late);
        for (long i = 0; i < more; i++) {
            startRunner();
        }
    }
}
