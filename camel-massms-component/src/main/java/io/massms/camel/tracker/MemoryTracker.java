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
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * A tracker in memory: everything is lost when the process ends. Its size is limited. Above its capacity it forgets finished messages first,
 * then the oldest accepted ones, then the oldest uncertain ones. It never forgets messages in flight. With a message its idempotency key is
 * forgotten: the same key can then be sent again.
 */
public final class MemoryTracker implements SmsTracker {
    /** The default capacity, in messages. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private final int capacity;
    private final Clock clock;
    private final MessageIds ids;
    private final MessageTable messages = new MessageTable();
    private final MemoryOrphans orphans;
    private final Waiters waiters = new Waiters(this::findAll);

    /** Keeps {@value #DEFAULT_CAPACITY} messages. */
    public MemoryTracker() {
        this(DEFAULT_CAPACITY, Clock.systemUTC());
    }

    /**
     * A tracker with a given capacity.
     *
     * @param capacity the most messages to keep, at least 1. The same limit applies to reports that wait for their message
     * @param clock    the clock
     */
    public MemoryTracker(int capacity, Clock clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A tracker keeps at least 1 message, not " + capacity);
        }
        this.capacity = capacity;
        this.clock = clock;
        this.ids = new MessageIds(clock);
        this.orphans = new MemoryOrphans(capacity, clock);
    }

    @Override
    public synchronized CompletionStage<List<Admission>> begin(List<Submission> submissions) {
        submissions.forEach(Submission::requireStorable);
        List<Admission> admissions = submissions.stream().map(this::begin).toList();
        messages.shrinkTo(capacity);
        return CompletableFuture.completedFuture(admissions);
    }

    private Admission begin(Submission submission) {
        TrackedMessage holder = submission.idempotent() ? messages.holderOf(submission.key()) : null;
        if (holder != null) {
            return Admission.refused(holder);
        }
        UUID id = ids.next();
        messages.put(Progress.begun(id, submission, clock.instant()));
        return Admission.admitted(id);
    }

    @Override
    public CompletionStage<Void> complete(List<Settlement> settlements) {
        synchronized (this) {
            settlements.forEach(this::complete);
        }
        if (!waiters.isEmpty()) {
            waiters.look(settlements.stream().map(Settlement::id).toList());
        }
        return CompletableFuture.completedFuture(null);
    }

    private void complete(Settlement settlement) {
        TrackedMessage message = messages.get(settlement.id());
        if (message == null) {
            return;
        }
        TrackedMessage settled = Progress.settled(message, settlement, clock.instant());
        messages.put(settled);
        StatusReport orphan = orphans.take(settled.submission().account(), settled.providerMessageId());
        if (orphan != null) {
            messages.put(Orphans.adopt(settled, orphan, clock.instant()));
        }
    }

    @Override
    public CompletionStage<Optional<TrackedMessage>> await(UUID id, Duration timeout) {
        CompletionStage<Optional<TrackedMessage>> outcome = waiters.add(id, timeout);
        waiters.look(List.of(id));
        return outcome;
    }

    private synchronized List<TrackedMessage> findAll(Collection<UUID> wanted) {
        return wanted.stream().map(messages::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized Optional<TrackedMessage> find(UUID id) {
        return Optional.ofNullable(messages.get(id));
    }

    @Override
    public synchronized List<TrackedMessage> findByProviderMessageId(String account, String providerMessageId) {
        return messages.byProviderMessageId(account, providerMessageId);
    }

    @Override
    public synchronized List<TrackedMessage> findByClientId(String account, String clientId) {
        return messages.byClientId(account, clientId);
    }

    @Override
    public synchronized List<TrackedMessage> findOutstanding(String account, Channel channel, String recipient) {
        return messages.outstanding(account, channel, recipient);
    }

    @Override
    public synchronized List<TrackedMessage> due(String account, Instant now, int limit, Duration claim) {
        List<TrackedMessage> claimed = messages.due(account, now, limit);
        claimed.forEach(message -> messages.put(message.withNextCheck(now.plus(claim))));
        return claimed;
    }

    @Override
    public List<StatusChange> record(List<StatusReport> reports) {
        Changes changes = new Changes();
        synchronized (this) {
            for (StatusReport report : reports) {
                TrackedMessage message = addressee(report);
                if (message != null) {
                    TrackedMessage next = Progress.reported(message, report, clock.instant());
                    messages.put(next);
                    changes.add(message, next);
                } else if (Orphans.mayBeAdopted(report)) {
                    orphans.keep(report);
                }
            }
        }
        waiters.look(changes.ids());
        return changes.list();
    }

    private TrackedMessage addressee(StatusReport report) {
        if (report.id() != null) {
            return messages.get(report.id());
        }
        List<TrackedMessage> found = report.status().messageId() != null
                ? messages.byProviderMessageId(report.account(), report.status().messageId())
                : messages.byClientId(report.account(), report.status().clientId());
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public synchronized void schedule(TrackedMessage seen, Instant nextCheck) {
        TrackedMessage message = messages.get(seen.id());
        if (message != null && message.state() == seen.state()) {
            messages.put(message.withNextCheck(nextCheck));
        }
    }

    @Override
    public synchronized List<TrackedMessage> uncertain(String account, Instant startedBefore, int limit) {
        return Stream.of(Stage.UNCERTAIN, Stage.TAKEN)
                .flatMap(stage -> messages.in(stage, startedBefore).stream())
                .filter(message ->
                        message.canBeSettled() && message.submission().account().equals(account))
                .sorted(Comparator.comparing(TrackedMessage::id))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StatusChange> settle(UUID id, SmsState state, SmsError error, String note) {
        StatusChange change;
        synchronized (this) {
            TrackedMessage message = messages.get(id);
            if (message == null) {
                return Optional.empty();
            }
            TrackedMessage settled = Progress.settledByHand(message, state, error, note, clock.instant());
            messages.put(settled);
            change = new StatusChange(settled, message.state());
        }
        waiters.look(List.of(id));
        return Optional.of(change);
    }

    @Override
    public synchronized int purge(Instant startedBefore) {
        List<TrackedMessage> forgotten = new ArrayList<>();
        Stream.of(Stage.FINISHED, Stage.TAKEN)
                .flatMap(stage -> messages.in(stage, startedBefore).stream())
                .filter(message ->
                        message.nextCheck() == null || message.nextCheck().isBefore(startedBefore))
                .forEach(forgotten::add);
        forgotten.forEach(message -> messages.remove(message.id()));
        return forgotten.size();
    }

    @Override
    public void close() {
        waiters.close();
    }
}
