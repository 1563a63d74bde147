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
package io.massms.camel.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each entry when its time is up: a wheel of buckets turned by one thread, so that adding and removing cost
 * a short lock and no wake-up. Late by at most a tick.
 */
final class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int BUCKETS = 512;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Bucket[] wheel = new Bucket[BUCKETS];
    private final long origin = System.nanoTime();
    private final AtomicInteger size = new AtomicInteger();
    private final Runnable everySecond;
    private final Thread thread;
    private volatile long reached;
    private volatile boolean resting;
    private volatile boolean closed;

    Deadlines(ThreadFactory threads, Runnable everySecond) {
        for (int i = 0; i < BUCKETS; i++) {
            wheel[i] = new Bucket();
        }
        this.everySecond = everySecond;
        thread = threads.newThread(this::turn);
        thread.start();
    }

    /** Something with a deadline. */
    abstract static class Entry {
        private Entry before;
        private Entry after;
        private Bucket bucket;
        private long tick;

        /** The time is up. */
        abstract void expired();

        /** There will be no more time. */
        abstract void abandoned();
    }

    void add(Entry entry, Duration time) {
        long nanos = (time.compareTo(LONGEST) > 0 ? LONGEST : time).toNanos();
        entry.tick = (System.nanoTime() - origin + Math.max(0, nanos)) / TICK + 1;
        Bucket bucket = wheel[(int) (entry.tick % BUCKETS)];
        bucket.add(entry);
        size.incrementAndGet();
        if (resting) {
            LockSupport.unpark(thread);
        }
        if (closed && remove(entry)) {
            entry.abandoned();
        } else if (entry.tick <= reached && remove(entry)) {
            entry.expired();
        }
    }

    /** Returns false when the entry was not waiting, any more or at all. */
    boolean remove(Entry entry) {
        Bucket bucket = entry.bucket;
        boolean removed = bucket != null && bucket.remove(entry);
        if (removed) {
            size.decrementAndGet();
        }
        return removed;
    }

    int size() {
        return size.get();
    }

    /** Abandons all entries, those added later too. */
    void close() {
        closed = true;
        LockSupport.unpark(thread);
        for (Bucket bucket : wheel) {
            for (Entry entry : bucket.take(Long.MAX_VALUE)) {
                size.decrementAndGet();
                guarded(entry::abandoned);
            }
        }
    }

    private void turn() {
        long quietSince = System.nanoTime();
        long lastSecond = quietSince;
        while (!closed) {
            pause(quietSince);
            advance();
            long now = System.nanoTime();
            if (size.get() > 0) {
                quietSince = now;
            }
            if (now - lastSecond >= SECOND) {
                lastSecond = now;
                guarded(everySecond);
            }
        }
    }

    private void pause(long quietSince) {
        if (System.nanoTime() - quietSince < SECOND) {
            LockSupport.parkNanos(this, TICK);
            return;
        }
        resting = true;
        if (size.get() == 0 && !closed) {
            LockSupport.parkNanos(this, SECOND);
        }
        resting = false;
    }

    private void advance() {
        long from = reached;
        long to = (System.nanoTime() - origin) / TICK;
        reached = to;
        for (long tick = Math.max(from + 1, to - BUCKETS + 1); tick <= to; tick++) {
            for (Entry entry : wheel[(int) (tick % BUCKETS)].take(to)) {
                size.decrementAndGet();
                guarded(entry::expired);
            }
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("A deadline's work failed", e);
        }
    }

    /** Entries of the ticks that share a place on the wheel. */
    private static final class Bucket {
        private Entry first;

        synchronized void add(Entry entry) {
            entry.bucket = this;
            entry.before = null;
            entry.after = first;
            if (first != null) {
                first.before = entry;
            }
            first = entry;
        }

        synchronized boolean remove(Entry entry) {
            if (entry.bucket != this) {
                return false;
            }
            if (entry.before == null) {
                first = entry.after;
            } else {
                entry.before.after = entry.after;
            }
            if (entry.after != null) {
                entry.after.before = entry.before;
            }
            entry.bucket = null;
            return true;
        }

        synchronized List<Entry> take(long tick) {
            if (first == null) {
                return List.of();
            }
            List<Entry> taken = new ArrayList<>();
            for (Entry entry = first; entry != null; ) {
                Entry next = entry.after;
                if (entry.tick <= tick) {
                    remove(entry);
                    taken.add(entry);
                }
                entry = next;
            }
            return taken;
        }
    }
}
