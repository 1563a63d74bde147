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
package io.massms.simulator.store;

import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.MessageState;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.TimelineStep;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The accepted messages: the newest are kept, all are counted. Safe for any thread; its lock is never held during I/O. */
public final class Ledger {
    private final Clock clock;
    private final int capacity;
    private final Map<Long, StoredMessage> messages = new LinkedHashMap<>();
    private final Map<String, StoredMessage> byProviderId = new HashMap<>();
    private final Map<String, StoredMessage> latestByRecipient = new HashMap<>();
    private final Map<String, Long> accepted = new HashMap<>();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private long lastId;

    private record Arrival(Predicate<SimulatedMessage> wanted, CompletableFuture<SimulatedMessage> found) {
        /** A predicate is the test's own code: when it fails, only its own waiting ends, not the request that is being answered. */
        void offer(SimulatedMessage message) {
            try {
                if (wanted.test(message)) {
                    found.complete(message);
                }
            } catch (RuntimeException | AssertionError e) {
                found.completeExceptionally(e);
            }
        }
    }

    public Ledger(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Stores a message; with {@code rehearsal} only makes the record that would have been stored. */
    public SimulatedMessage add(Draft draft, long requestId, LongFunction<String> providerId, boolean rehearsal) {
        SimulatedMessage message = store(draft, requestId, providerId, rehearsal);
        if (!rehearsal) {
            announce(message);
        }
        return message;
    }

    private synchronized SimulatedMessage store(
            Draft draft, long requestId, LongFunction<String> providerId, boolean rehearsal) {
        Instant now = clock.instant();
        long id = ++lastId;
        SimulatedMessage message = new SimulatedMessage(
                id,
                draft.provider(),
                draft.account(),
                draft.to(),
                draft.text(),
                draft.from(),
                draft.type(),
                draft.clientId(),
                draft.scheduledTime(),
                draft.html(),
                MessageState.SENT,
                providerId.apply(id),
                now,
                draft.parts(),
                requestId);
        StoredMessage stored = new StoredMessage(message, draft.outcome());
        if (!rehearsal) {
            keep(stored);
        }
        return stored.snapshot(now);
    }

    private void keep(StoredMessage stored) {
        SimulatedMessage message = stored.message();
        messages.put(message.id(), stored);
        if (message.providerMessageId() != null) {
            byProviderId.put(key(message.provider(), message.providerMessageId()), stored);
        }
        latestByRecipient.put(key(message.provider(), message.to()), stored);
        accepted.merge(message.provider(), 1L, Long::sum);
        if (messages.size() > capacity) {
            drop(messages.values().iterator().next());
        }
    }

    private void drop(StoredMessage stored) {
        SimulatedMessage message = stored.message();
        messages.remove(message.id());
        byProviderId.remove(key(message.provider(), message.providerMessageId()));
        latestByRecipient.remove(key(message.provider(), message.to()), stored);
    }

    private void announce(SimulatedMessage message) {
        arrivals.forEach(arrival -> arrival.offer(message));
    }

    /** The first kept or coming message that the predicate accepts, or the predicate's failure; cancel the future to stop looking. */
    public CompletableFuture<SimulatedMessage> await(Predicate<SimulatedMessage> wanted) {
        CompletableFuture<SimulatedMessage> found = new CompletableFuture<>();
        Arrival arrival = new Arrival(wanted, found);
        found.whenComplete((message, failure) -> arrivals.remove(arrival));
        arrivals.add(arrival);
        all().stream().takeWhile(message -> !found.isDone()).forEach(arrival::offer);
        if (found.isDone()) {
            arrivals.remove(arrival);
        }
        return found;
    }

    /** The kept messages in order of arrival. */
    public List<SimulatedMessage> all() {
        Instant now = clock.instant();
        return kept().stream().map(stored -> stored.snapshot(now)).toList();
    }

    private synchronized List<StoredMessage> kept() {
        return new ArrayList<>(messages.values());
    }

    public synchronized Optional<SimulatedMessage> find(long id) {
        return Optional.ofNullable(messages.get(id)).map(stored -> stored.snapshot(clock.instant()));
    }

    /** What was and will be reported of a message; empty where no such message is kept. */
    public synchronized List<TimelineStep> timeline(long id) {
        StoredMessage stored = messages.get(id);
        return stored == null ? List.of() : stored.timeline(clock.instant());
    }

    public synchronized Optional<SimulatedMessage> findByProviderId(String provider, String providerId) {
        return Optional.ofNullable(byProviderId.get(key(provider, providerId)))
                .map(stored -> stored.snapshot(clock.instant()));
    }

    /** The last kept message that a provider accepted for a recipient. */
    public synchronized Optional<SimulatedMessage> latestTo(String provider, String to) {
        return Optional.ofNullable(latestByRecipient.get(key(provider, to))).map(StoredMessage::message);
    }

    /** Decides by hand what becomes of a message; false where no such message is kept. */
    public synchronized boolean settle(long id, DeliveryOutcome outcome) {
        StoredMessage stored = messages.get(id);
        if (stored != null) {
            stored.settle(outcome, clock.instant());
        }
        return stored != null;
    }

    /** Forgets a message; the count of accepted ones stays. False where no such message is kept. */
    public synchronized boolean delete(long id) {
        StoredMessage stored = messages.get(id);
        if (stored != null) {
            drop(stored);
        }
        return stored != null;
    }

    /** How many messages a provider ever accepted since the last reset, kept or not. */
    public synchronized long acceptedCount(String provider) {
        return accepted.getOrDefault(provider, 0L);
    }

    /** Forgets all messages; the counts stay. */
    public synchronized void deleteAll() {
        messages.clear();
        byProviderId.clear();
        latestByRecipient.clear();
    }

    public synchronized void reset() {
        deleteAll();
        accepted.clear();
    }

    private static String key(String provider, String providerId) {
        return provider + ':' + providerId;
    }
}
