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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Those who wait for outcomes. They are notified when a look at the store shows one. */
final class Waiters {
    private final Map<UUID, List<CompletableFuture<Optional<TrackedMessage>>>> waiting = new ConcurrentHashMap<>();
    private final Function<Collection<UUID>, List<TrackedMessage>> store;

    Waiters(Function<Collection<UUID>, List<TrackedMessage>> store) {
        this.store = store;
    }

    /** Registers; {@link #look} has to follow, because the outcome may be there already. */
    CompletionStage<Optional<TrackedMessage>> add(UUID id, Duration timeout) {
        CompletableFuture<Optional<TrackedMessage>> outcome = new CompletableFuture<>();
        waiting.compute(id, (key, others) -> {
            List<CompletableFuture<Optional<TrackedMessage>>> all =
                    others == null ? new ArrayList<>(1) : new ArrayList<>(others);
            all.add(outcome);
            return all;
        });
        outcome.completeOnTimeout(Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS);
        return outcome.whenComplete((value, failure) -> remove(id, outcome));
    }

    private void remove(UUID id, CompletableFuture<Optional<TrackedMessage>> outcome) {
        waiting.computeIfPresent(id, (key, others) -> {
            List<CompletableFuture<Optional<TrackedMessage>>> left = new ArrayList<>(others);
            left.remove(outcome);
            return left.isEmpty() ? null : left;
        });
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    Collection<UUID> ids() {
        return List.copyOf(waiting.keySet());
    }

    /** Looks at some messages and notifies those who wait for them. */
    void look(Collection<UUID> ids) {
        List<UUID> awaited = ids.stream().filter(waiting::containsKey).toList();
        if (awaited.isEmpty()) {
            return;
        }
        for (TrackedMessage message : store.apply(awaited)) {
            if (message.stage() != Stage.IN_FLIGHT) {
                waiting.getOrDefault(message.id(), List.of()).forEach(one -> one.complete(Optional.of(message)));
            }
        }
    }

    /** Nobody is notified any more. */
    void close() {
        waiting.values().forEach(all -> all.forEach(one -> one.complete(Optional.empty())));
    }
}
