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

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what many senders have to say in few transactions: while one runs, the next group gathers. The busier it gets, the larger the
 * groups and the less each message costs; alone, a message waits for nobody. What an outcome needs after it is stored is done beside the
 * next transaction, lest intents wait for it.
 */
final class GroupCommitWriter {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final Verdict NOT_STORED =
            Verdict.refusedHere(SmsError.CONNECT_FAILED, "The tracker could not store it, so it was not sent");
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final GroupWorkers<Write> writers;
    private final GroupWorkers<Write.Complete> followers;
    private final GroupStore store;
    private final Executor listeners;
    private final Retries retries;
    private final LateOutcomes late;
    private final Duration retryFor;

    GroupCommitWriter(
            int threads, GroupStore store, Executor listeners, ScheduledExecutorService timer, Duration retryFor) {
        this.store = store;
        this.listeners = listeners;
        this.retries = new Retries(timer, this::add);
        this.late = new LateOutcomes(timer, this::storeLate);
        this.retryFor = retryFor;
        this.followers = new GroupWorkers<>("sms-tracker-follower", 1, this::follow);
        this.writers = new GroupWorkers<>("sms-tracker-writer", threads, this::store);
    }

    CompletableFuture<List<Admission>> begin(List<Intent> intents) {
        CompletableFuture<List<Admission>> done = new CompletableFuture<>();
        add(new Write.Begin(intents, new AtomicBoolean(), done));
        return done;
    }

    CompletableFuture<Void> complete(List<Settlement> settlements) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        add(new Write.Complete(settlements, System.nanoTime() + retryFor.toNanos(), 1, done));
        return done;
    }

    private void add(Write write) {
        if (!writers.add(write)) {
            fail(write, new TrackerException("The tracker is closed", null));
        }
    }

    private void store(List<Write> group) {
        Runnable listener;
        try {
            listener = store.store(group);
        } catch (Throwable e) { // an Error, too: the writer must live on, and somebody waits for each
            failed(group, e, this::store);
            return;
        }
        if (group.stream().anyMatch(Write.Begin.class::isInstance)) {
            notifyListener(listener);
        }
        for (Write write : group) {
            if (write instanceof Write.Complete outcomes && !followers.add(outcomes)) {
                follow(List.of(outcomes));
            }
        }
    }

    private void follow(List<Write.Complete> stored) {
        Runnable listener;
        try {
            listener = store.follow(stored);
        } catch (Throwable e) { // an Error, too, as above
            failed(stored, e, this::follow);
            return;
        }
        notifyListener(listener);
    }

    /** One caller's rows must not fail those of others. */
    private <W extends Write> void failed(List<W> group, Throwable cause, Consumer<List<W>> again) {
        if (group.size() > 1 && SqlState.isAboutData(cause)) {
            group.forEach(write -> again.accept(List.of(write)));
        } else {
            group.forEach(write -> failed(write, cause));
        }
    }

    /** An intent fails at once: nothing leaves. An outcome is tried again: it cannot be had twice. */
    private void failed(Write write, Throwable cause) {
        if (write instanceof Write.Begin begin) {
            fail(begin, new TrackerException("The intent to send could not be stored, so nothing was sent", cause));
            if (begin.maybeStored().get()) {
                forget(begin);
            }
        } else if (write instanceof Write.Complete complete) {
            long delay = Math.min(5_000, 50L << Math.min(10, complete.tries()));
            boolean inTime = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay) - complete.giveUpAt() < 0;
            if (!inTime || !retries.schedule(complete.again(), delay)) {
                late.keep(complete, cause);
                fail(complete, new TrackerException("The outcome of a send could not be stored yet", cause));
            }
        }
    }

    /** A transaction whose commit failed may have happened all the same: its messages must not seem to be in flight. */
    private void forget(Write.Begin begin) {
        List<Settlement> notSent = begin.intents().stream()
                .map(intent -> new Settlement(intent.id(), NOT_STORED, null))
                .toList();
        long giveUpAt = System.nanoTime() + retryFor.toNanos();
        failed(new Write.Complete(notSent, giveUpAt, 0, new CompletableFuture<>()), null);
    }

    private boolean storeLate(Write.Complete outcomes) {
        try {
            store.store(List.of(outcomes));
            notifyListener(store.follow(List.of(outcomes)));
            return true;
        } catch (Throwable e) { // an Error, too: the timer must live on
            LOG.debug("The outcome of {} messages could not be stored; it is tried again", outcomes.rows(), e);
            return false;
        }
    }

    private void fail(Write write, TrackerException failure) {
        CompletableFuture<?> done = write instanceof Write.Begin begin ? begin.done() : ((Write.Complete) write).done();
        notifyListener(() -> done.completeExceptionally(failure));
    }

    /** Whoever waits is notified, also when the listeners' threads are closed or there is no thread to be had. */
    private void notifyListener(Runnable listener) {
        try {
            listeners.execute(listener);
        } catch (Throwable e) {
            runHere(listener);
        }
    }

    private static void runHere(Runnable listener) {
        try {
            listener.run();
        } catch (Throwable e) { // the writer must live on
            LOG.warn("A listener of the tracker failed", e);
        }
    }

    /** Stores what waits, also what waits for its next try, goes on for a while with what could not be stored, then ends. */
    void close() {
        retries.close();
        writers.close(CLOSING);
        followers.close(CLOSING);
        late.close(retryFor.compareTo(CLOSING) < 0 ? retryFor : CLOSING);
    }

    /** Where intents and outcomes are stored. */
    interface GroupStore {
        /** Stores a group in one transaction. Returns what notifies those who wait for its intents. */
        Runnable store(List<Write> group) throws SQLException;

        /** Does what stored outcomes need besides. Returns what notifies those who wait for them. */
        Runnable follow(List<Write.Complete> outcomes) throws SQLException;
    }
}
