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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes that could not be stored for so long that their callers were answered. They are tried on, ever more seldom, for as long as the
 * process lives: until they are stored their messages count as under way. Each goes alone, so that one that can never be stored holds up no
 * other.
 */
final class LateOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(LateOutcomes.class);
    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final long CLOSING_PAUSE_MILLIS = 250;

    private final Deque<Write.Complete> kept = new ArrayDeque<>();
    private final Object turn = new Object();
    private final Predicate<Write.Complete> store;
    private final int mostRows;
    private int rows;
    private int pause = 1;
    private int seconds;
    private boolean closed;

    /** Tries with {@code store}, which returns whether it could. */
    LateOutcomes(ScheduledExecutorService timer, Predicate<Write.Complete> store) {
        this(MOST_ROWS, store);
        timer.scheduleWithFixedDelay(this::everySecond, 1, 1, TimeUnit.SECONDS);
    }

    LateOutcomes(int mostRows, Predicate<Write.Complete> store) {
        this.mostRows = mostRows;
        this.store = store;
    }

    /** Takes outcomes over, as long as there is room. */
    void keep(Write.Complete outcomes, Throwable cause) {
        synchronized (this) {
            if (!closed && rows + outcomes.rows() <= mostRows) {
                kept.add(outcomes);
                rows += outcomes.rows();
                LOG.warn(
                        "The outcome of {} messages could not be stored yet. It is tried on while this process lives; until it is stored they"
                                + " count as under way",
                        outcomes.rows(),
                        cause);
                return;
            }
        }
        LOG.warn(
                "The outcome of {} messages could not be stored, and is dropped. They count as under way until this process ends, and are"
                        + " uncertain from then on",
                outcomes.rows(),
                cause);
    }

    private void everySecond() {
        synchronized (this) {
            if (closed || kept.isEmpty() || ++seconds < pause) {
                return;
            }
            seconds = 0;
        }
        boolean some = storeSome();
        synchronized (this) {
            pause = some ? 1 : Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
        }
    }

    /** Stores one behind the other up to the first that fails, which goes to the end. Tells whether any could be stored. */
    boolean storeSome() {
        synchronized (turn) {
            boolean some = false;
            for (Write.Complete next = first(); next != null && store.test(next); next = first()) {
                remove(next);
                some = true;
            }
            toTheEnd();
            return some;
        }
    }

    private synchronized Write.Complete first() {
        return kept.peekFirst();
    }

    private synchronized void remove(Write.Complete stored) {
        kept.remove();
        rows -= stored.rows();
    }

    private synchronized void toTheEnd() {
        if (!kept.isEmpty()) {
            kept.add(kept.remove());
        }
    }

    /** Goes on trying for a while; what is left then is lost. */
    void close(Duration grace) {
        synchronized (this) {
            closed = true;
        }
        long end = System.nanoTime() + grace.toNanos();
        try {
            for (storeSome(); first() != null && System.nanoTime() - end < 0; storeSome()) {
                Thread.sleep(CLOSING_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (rows > 0) {
                LOG.warn(
                        "The tracker closes, and the outcome of {} messages could not be stored: they are uncertain",
                        rows);
            }
        }
    }
}
