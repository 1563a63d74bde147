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
package io.massms.camel.tracker;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for outcomes that other processes store, for as long as somebody waits: often at first, then ever more seldom. */
final class AwaitPoller {
    private static final long FIRST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 2_000;

    private final Waiters waiters;
    private final ScheduledExecutorService timer;
    private long interval;
    private boolean scheduled;

    AwaitPoller(Waiters waiters, ScheduledExecutorService timer) {
        this.waiters = waiters;
        this.timer = timer;
    }

    /** Somebody new waits. */
    synchronized void start() {
        interval = FIRST_MILLIS;
        schedule();
    }

    private synchronized void schedule() {
        if (!scheduled && !waiters.isEmpty()) {
            scheduled = true;
            timer.schedule(this::poll, interval, TimeUnit.MILLISECONDS);
            interval = Math.min(LONGEST_MILLIS, interval * 3 / 2);
        }
    }

    private void poll() {
        synchronized (this) {
            scheduled = false;
        }
        try {
            waiters.look(waiters.ids());
        } finally {
            schedule();
        }
    }
}
