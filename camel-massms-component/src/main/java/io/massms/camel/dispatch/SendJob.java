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

import io.massms.camel.model.SmsMessage;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One send of any size. Reads its input as late as it can, keeps a bounded number of requests under way and collects the
 * outcomes in the order of the input. Holds no thread while it waits.
 */
public final class SendJob {
    private final SendSettings settings;
    private final Sender sender;
    private final boolean dryRun;
    private final Executor reader;
    private final Batcher batches;
    private final ResultCollector results;
    private final Consumer<Outcome> done;

    private final int mostBatchesHeld;
    private final Queue<Batch> unfinished = new ArrayDeque<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private boolean inputEnded;
    private boolean ended;

    /**
     * Prepares a send of messages that are in memory; nothing happens before {@link #start()}.
     *
     * @param settings how to send
     * @param sender   sends the requests
     * @param messages what to send, all fields resolved; each is reported, also while the component stops
     * @param dryRun   whether to check only
     * @param reader   where the input is read after a request ended
     * @param done     receives the outcome, exactly once
     */
    public SendJob(
            SendSettings settings,
            Sender sender,
            Iterator<SmsMessage> messages,
            boolean dryRun,
            Executor reader,
            Consumer<Outcome> done) {
        this(settings, sender, messages, () -> false, dryRun, reader, done);
    }

    /**
     * Prepares a send; nothing happens before {@link #start()}.
     *
     * @param settings how to send
     * @param sender   sends the requests
     * @param messages what to send, all fields resolved
     * @param stopping whether no more of it is to be read, since nothing can be sent any more
     * @param dryRun   whether to check only
     * @param reader   where the input is read after a request ended: {@code Runnable::run} for input that is in memory, a
     *                 pool for input that may block, which must not happen on a thread that does I/O
     * @param done     receives the outcome, exactly once
     */
    public SendJob(
            SendSettings settings,
            Sender sender,
            Iterator<SmsMessage> messages,
            BooleanSupplier stopping,
            boolean dryRun,
            Executor reader,
            Consumer<Outcome> done) {
        this.settings = settings;
        this.sender = sender;
        this.dryRun = dryRun;
        this.reader = reader;
        this.batches = new Batcher(messages, stopping, new Preparer(settings), settings);
        this.results = new ResultCollector(settings);
        this.done = done;
        this.mostBatchesHeld = Math.max(16, 8 * settings.concurrentRequests());
    }

    /** Starts sending, on the calling thread as far as that goes without waiting. */
    public void start() {
        proceed();
    }

    /** Runs on one thread at a time; a call that comes meanwhile makes the running one go round again. */
    private void proceed() {
        if (wakeUps.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            // makes room: else a first answer that comes last would find none, and nobody would come again
            collectFinished();
            startRequests();
            collectFinished();
            seen = wakeUps.addAndGet(-seen);
        } while (seen != 0);
    }

    private void startRequests() {
        while (!inputEnded && underWay.get() < settings.concurrentRequests() && unfinished.size() < mostBatchesHeld) {
            Batch batch = batches.next();
            if (batch == null) {
                inputEnded = true;
                return;
            }
            unfinished.add(batch);
            start(batch);
            collectFinished();
        }
    }

    private void collectFinished() {
        while (!unfinished.isEmpty() && unfinished.peek().isFinished()) {
            results.add(unfinished.poll());
        }
        if (inputEnded && unfinished.isEmpty() && !ended) {
            ended = true;
            done.accept(results.outcome());
        }
    }

    private void start(Batch batch) {
        BatchSend send = new BatchSend(settings, sender, dryRun, batch, () -> end(batch));
        if (batch.pending() == 0 && !send.asksForEarlier()) {
            batch.finish();
            return;
        }
        if (send.isCheckedOnly() && settings.policies().gatekeeper() == null) {
            batch.skip();
            batch.finish();
            return;
        }
        underWay.incrementAndGet();
        send.start();
    }

    private void end(Batch batch) {
        batch.finish();
        underWay.decrementAndGet();
        reader.execute(this::proceed);
    }
}
