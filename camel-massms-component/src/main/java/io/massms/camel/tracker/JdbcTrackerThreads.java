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
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a tracker beside its writers: a timer, and those that tell outcomes where the user gave none. */
final class JdbcTrackerThreads {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTrackerThreads.class);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(3, named("sms-tracker-timer"));
    private final ExecutorService own;
    private final Executor listeners;

    JdbcTrackerThreads(Executor given) {
        own = given == null ? Executors.newCachedThreadPool(named("sms-tracker-listener")) : null;
        listeners = given == null ? own : given;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    Executor listeners() {
        return listeners;
    }

    /** Does something again and again; a failure is logged and does not end it. */
    void every(Duration interval, String what, Callable<?> task) {
        every(interval, interval, what, task);
    }

    /** The same; what fails is tried again sooner, then ever more seldom. */
    void every(Duration interval, Duration firstRetry, String what, Callable<?> task) {
        later(new Chore(interval, firstRetry, what, task), 0);
    }

    private void later(Chore chore, int failures) {
        timer.schedule(() -> run(chore, failures), chore.pause(failures).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Chore chore, int failuresBefore) {
        int failures = 0;
        try {
            chore.task.call();
        } catch (Throwable e) { // an Error, too: it has to be done again all the same
            failures = failuresBefore + 1;
            LOG.warn("The tracker could not {}; it tries again in {}", chore.what, chore.pause(failures), e);
        } finally {
            later(chore, failures);
        }
    }

    void close() {
        timer.shutdownNow();
        if (own != null) {
            own.shutdown();
        }
    }

    /**
     * What is done again and again.
     *
     * @param interval   how long after it was done
     * @param firstRetry how long after its first failure
     * @param what       for the log
     * @param task       does it
     */
    record Chore(Duration interval, Duration firstRetry, String what, Callable<?> task) {
        /** How long after so many failures in a row; the pause doubles. */
        Duration pause(int failures) {
            Duration retry = firstRetry.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
            return failures == 0 || retry.compareTo(interval) > 0 ? interval : retry;
        }
    }
}
