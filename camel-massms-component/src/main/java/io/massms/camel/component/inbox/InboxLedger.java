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
package io.massms.camel.component.inbox;

import io.massms.camel.model.InboundSms;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which messages of an inbox were consumed, and which are open: waiting, under way, failed or given up. What was consumed is in the
 * repository; what is open is known to this process alone, because after a crash all of it has to be found again. A ledger outlives
 * the consumers that use it: what one of them left under way is no business of the next.
 */
public final class InboxLedger {
    private static final Logger LOG = LoggerFactory.getLogger(InboxLedger.class);
    private static final Comparator<Entry> NEXT = Comparator.comparingInt(
                    (Entry entry) -> entry.failures + entry.delays)
            .thenComparing(entry -> entry.message.receivedTime());

    private final ConsumedMessages consumed;
    private final Map<String, Entry> open = new LinkedHashMap<>();

    /**
     * A ledger in which nothing is open.
     *
     * @param consumed what was consumed, by inbox and message id
     * @param inbox    tells inboxes that share a repository apart
     */
    InboxLedger(IdempotentRepository consumed, String inbox) {
        this.consumed = new ConsumedMessages(consumed, inbox);
    }

    private enum Stage {
        WAITING,
        UNDER_WAY,
        /** Its exchange completed, but the repository could not store that yet. */
        COMPLETED
    }

    private static final class Entry {
        private final InboundSms message;
        private Stage stage = Stage.WAITING;
        private int failures;
        private int delays;

        Entry(InboundSms message) {
            this.message = message;
        }
    }

    /**
     * A consumer starts anew. What was given up gets another chance, and what waits is looked up again, as another process may have
     * consumed it. What is under way, or completed, stays open.
     */
    public void start() {
        consumed.start();
        synchronized (this) {
            open.values().removeIf(entry -> entry.stage == Stage.WAITING);
        }
    }

    /** Whether this inbox was never read with this repository. */
    boolean isNew() {
        return consumed.isNew();
    }

    /** Notes that from now on everything that the repository lacks was not consumed. */
    void known() {
        consumed.known();
    }

    /** Notes that others consumed a message. */
    void consumedByOthers(InboundSms message) {
        consumed.add(message);
    }

    /** Notes all messages that there are; those that were not consumed are open from now on, and what is gone need not be remembered. */
    void learnAll(List<InboundSms> messages) {
        learn(messages);
        consumed.shown(messages);
    }

    /** Notes some of the messages that there are; those that were not consumed are open from now on. */
    public void learn(List<InboundSms> messages) {
        messages.forEach(this::learn);
    }

    /** In one piece: else a message that is settled in between, by another consumer's exchange, would be open again. */
    private synchronized void learn(InboundSms message) {
        if (!isOpen(message) && !consumed.contains(message)) {
            open.put(key(message), new Entry(message));
        }
    }

    /** Whether a message is known and was not consumed. */
    synchronized boolean isOpen(InboundSms message) {
        return open.containsKey(key(message));
    }

    /**
     * Messages to hand to the route now: the oldest first, and behind them those that failed before. They are under way then.
     *
     * @param  most         of them
     * @param  mostFailures how often they may have failed
     * @return              at most so many
     */
    public synchronized List<InboundSms> take(int most, int mostFailures) {
        List<Entry> taken = open.values().stream()
                .filter(entry -> entry.stage == Stage.WAITING && entry.failures <= mostFailures)
                .sorted(NEXT)
                .limit(most)
                .toList();
        taken.forEach(entry -> entry.stage = Stage.UNDER_WAY);
        return taken.stream().map(entry -> entry.message).toList();
    }

    /** Gives back a message that was taken and not handed to the route. */
    public synchronized void putBack(InboundSms message) {
        open.get(key(message)).stage = Stage.WAITING;
    }

    /** The message's exchange completed. First the repository knows it, then it may be marked as read. */
    public void completed(InboundSms message) {
        synchronized (this) {
            open.computeIfAbsent(key(message), key -> new Entry(message)).stage = Stage.COMPLETED;
        }
        try {
            settle(message);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The repository could not store that message {} was consumed; this is tried again later",
                    key(message),
                    e);
        }
    }

    /** Stores in the repository what could not be stored before. */
    public void settleCompleted() {
        List<InboundSms> completed;
        synchronized (this) {
            completed = open.values().stream()
                    .filter(entry -> entry.stage == Stage.COMPLETED)
                    .map(entry -> entry.message)
                    .toList();
        }
        completed.forEach(this::settle);
    }

    /** The message's exchange failed, which changes nothing where it completed before. */
    public synchronized void failed(InboundSms message) {
        Entry entry = open.get(key(message));
        if (entry != null && entry.stage == Stage.UNDER_WAY) {
            entry.stage = Stage.WAITING;
            entry.failures++;
        }
    }

    /** The message could not be handed to its route. It comes again however often that is so, behind others. */
    public synchronized void delayed(InboundSms message) {
        Entry entry = open.get(key(message));
        entry.stage = Stage.WAITING;
        entry.delays++;
    }

    /** How often a message failed since the consumer started. */
    public synchronized int failures(InboundSms message) {
        Entry entry = open.get(key(message));
        return entry == null ? 0 : entry.failures;
    }

    private void settle(InboundSms message) {
        consumed.add(message);
        synchronized (this) {
            open.remove(key(message));
        }
    }

    private String key(InboundSms message) {
        return consumed.key(message);
    }
}
