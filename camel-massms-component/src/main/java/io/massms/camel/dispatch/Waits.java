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
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Has things done after a while, and knows who waits: whoever does when the component stops is told so then, instead of never. */
public final class Waits {
    private final Supplier<ScheduledExecutorService> timer;
    private final Set<Wait> open = new HashSet<>();
    private boolean closed;

    /**
     * No waits yet.
     *
     * @param timer starts what is due; asked for when first needed
     */
    public Waits(Supplier<ScheduledExecutorService> timer) {
        this.timer = timer;
    }

    /**
     * Waits.
     *
     * @param  nanos   how long
     * @param  due     run then; must not block
     * @param  stopped run instead where this is closed before
     * @return         ends the wait: neither is run any more
     */
    public Wait start(long nanos, Runnable due, Runnable stopped) {
        Wait wait = new Wait(due, stopped);
        if (!add(wait, nanos)) {
            stopped.run();
        }
        return wait;
    }

    private synchronized boolean add(Wait wait, long nanos) {
        if (!closed) {
            wait.end = timer.get().schedule(wait::fallDue, nanos, TimeUnit.NANOSECONDS);
            open.add(wait);
        }
        return !closed;
    }

    private synchronized boolean remove(Wait wait) {
        return open.remove(wait);
    }

    /**
     * Starts no more waits. Those that are under way have a while to be ended; then they are told that this stops.
     *
     * @param grace how long
     */
    public void close(Duration grace) {
        synchronized (this) {
            closed = true;
        }
        long until = System.nanoTime() + grace.toNanos();
        while (!open().isEmpty() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
        }
        open().forEach(Wait::stop);
    }

    private synchronized List<Wait> open() {
        return List.copyOf(open);
    }

    /** One that waits. */
    public final class Wait {
        private final Runnable due;
        private final Runnable stopped;
        private Future<?> end;

        private Wait(Runnable due, Runnable stopped) {
            this.due = due;
            this.stopped = stopped;
        }

        /** Waits no more; false where there is nothing to wait for any more. */
        public boolean cancel() {
            boolean waited = remove(this);
            if (waited) {
                end.cancel(false);
            }
            return waited;
        }

        private void stop() {
            if (cancel()) {
                stopped.run();
            }
        }

        private void fallDue() {
            if (remove(this)) {
                due.run();
            }
        }
    }
}
