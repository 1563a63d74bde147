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
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One send of any size. Reads its input as late as it can, keeps a bounded number of requests under way and collects the
 * outcomes in the order of the input. Holds no thread while it waits.
 */
public final class SendJob {
    private static final Verdict DRY_RUN = new Verdict(SmsState.SKIPPED, null, null, null, null, null, null);

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
     * Prepares a send; nothing happens before {@link #start()}.
     *
     * @param settings how to send
     * @param sender   sends the requests
     * @param messages what to send, all fields resolved
     * @param dryRun   whether to check only
     * @param reader   where the input is read after a request ended: {@code Runnable::run} for input that is in memory, a
     *                 pool for input that may block, which must not happen on a thread that does I/O
     * @param done     told the outcome, exactly once
     */
    public SendJob(
            SendSettings settings,
            Sender sender,
            Iterator<SmsMessage> messages,
            boolean dryRun,
            Executor reader,
            Consumer<Outcome> done) {
        this.settings = settings;
        this.sender = sender;
        this.dryRun = dryRun;
        this.reader = reader;
        this.batches = new Batcher(messages, new Preparer(settings), settings);
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
        if (batch.pending() == 0) {
            batch.finish();
            return;
        }
        Gatekeeper gatekeeper = settings.policies().gatekeeper();
        boolean checkedOnly = dryRun && (batch.isHeld() || !settings.profile().testFlag());
        if (gatekeeper == null && checkedOnly) {
            skip(batch);
            batch.finish();
            return;
        }
        underWay.incrementAndGet();
        Runnable go = checkedOnly ? () -> skipAndFinish(batch) : () -> send(batch);
        if (gatekeeper == null) {
            go.run();
        } else {
            gatekeeper.before(batch, dryRun, go);
        }
    }

    private void send(Batch batch) {
        if (batch.isHeld()) {
            hold(batch);
        } else {
            sendPart(batch, 0);
        }
    }

    private void skipAndFinish(Batch batch) {
        skip(batch);
        finish(batch);
    }

    private static void skip(Batch batch) {
        for (Delivery delivery : batch.deliveries()) {
            for (int part = 0; part < delivery.parts(); part++) {
                if (delivery.isPending(part)) {
                    delivery.settle(part, DRY_RUN);
                }
            }
        }
    }

    /**
     * Where the caller gave no reference the messages of a batch share a new one: they are held, and can be withdrawn, together. A channel
     * that tells of each message by its client id does not get that one: with the same in every line their answers could not be told apart.
     */
    private void hold(Batch batch) {
        List<Delivery> held = batch.deliveries().stream()
                .filter(delivery -> delivery.isPending(0))
                .toList();
        if (held.isEmpty()) {
            finish(batch);
            return;
        }
        String clientId = held.get(0).given().clientId();
        String reference = clientId == null ? UUID.randomUUID().toString() : clientId;
        List<SmsMessage> unreferred = held.stream().map(Delivery::heldMessage).toList();
        held.forEach(delivery -> delivery.refer(reference));
        List<SmsMessage> messages = settings.profile().toldLater()
                ? unreferred
                : held.stream().map(Delivery::heldMessage).toList();
        settings.policies()
                .holder()
                .hold(reference, messages, held.get(0).given().scheduledTime(), verdict -> {
                    held.forEach(delivery -> delivery.settleAll(verdict));
                    finish(batch);
                });
    }

    private void sendPart(Batch batch, int part) {
        List<Delivery> pending = new ArrayList<>(batch.size());
        List<SmsMessage> messages = new ArrayList<>(batch.size());
        for (Delivery delivery : batch.deliveries()) {
            if (part < delivery.parts() && delivery.isPending(part)) {
                pending.add(delivery);
                messages.add(delivery.wireMessage(part));
            }
        }
        if (pending.isEmpty()) {
            finish(batch);
            return;
        }
        sender.send(settings, new SendQuestion(messages, dryRun, part + 1, batch.parts()), verdicts -> {
            for (int i = 0; i < pending.size(); i++) {
                pending.get(i).settle(part, verdicts.get(i));
            }
            if (part + 1 < batch.parts()) {
                sendPart(batch, part + 1);
            } else {
                finish(batch);
            }
        });
    }

    private void finish(Batch batch) {
        Gatekeeper gatekeeper = settings.policies().gatekeeper();
        if (gatekeeper == null) {
            end(batch);
        } else {
            gatekeeper.after(batch, () -> end(batch));
        }
    }

    private void end(Batch batch) {
        batch.finish();
        underWay.decrementAndGet();
        reader.execute(this::proceed);
    }
}
