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

import io.massms.camel.spi.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Messages in memory, with the indexes that a database would have. Not safe for concurrent use. */
final class MessageTable {
    private static final List<Stage> EVICTED_FIRST_TO_LAST = List.of(Stage.FINISHED, Stage.TAKEN, Stage.UNCERTAIN);

    private final Map<UUID, TrackedMessage> byId = new HashMap<>();
    private final Map<UUID, UUID> byKey = new HashMap<>();
    private final Map<Reference, NavigableSet<UUID>> byReference = new HashMap<>();
    private final Map<String, NavigableSet<Check>> checks = new HashMap<>();
    private final Map<Stage, TreeMap<UUID, TrackedMessage>> byStage = new EnumMap<>(Stage.class);

    MessageTable() {
        for (Stage stage : Stage.values()) {
            byStage.put(stage, new TreeMap<>());
        }
    }

    int size() {
        return byId.size();
    }

    TrackedMessage get(UUID id) {
        return byId.get(id);
    }

    /** The message that holds a key; null where it is free. */
    TrackedMessage holderOf(UUID key) {
        return byId.get(byKey.get(key));
    }

    List<TrackedMessage> byProviderMessageId(String account, String providerMessageId) {
        return youngestFirst(new Reference(account, Kind.MESSAGE_ID, providerMessageId));
    }

    List<TrackedMessage> byClientId(String account, String clientId) {
        return youngestFirst(new Reference(account, Kind.CLIENT_ID, clientId));
    }

    List<TrackedMessage> outstanding(String account, Channel channel, String recipient) {
        return youngestFirst(recipient(account, channel, recipient));
    }

    private List<TrackedMessage> youngestFirst(Reference reference) {
        NavigableSet<UUID> ids = byReference.get(reference);
        return ids == null
                ? List.of()
                : ids.descendingSet().stream().map(byId::get).toList();
    }

    /** Those to be asked for, the longest due first. */
    List<TrackedMessage> due(String account, Instant now, int limit) {
        return checks.getOrDefault(account, new TreeSet<>()).stream()
                .takeWhile(check -> !check.time().isAfter(now))
                .limit(limit)
                .map(check -> byId.get(check.id()))
                .toList();
    }

    /** Those in a stage that began before a time, the oldest first. */
    List<TrackedMessage> in(Stage stage, Instant before) {
        return List.copyOf(byStage.get(stage).headMap(MessageIds.lowest(before)).values());
    }

    void put(TrackedMessage message) {
        remove(message.id());
        byId.put(message.id(), message);
        byStage.get(message.stage()).put(message.id(), message);
        UUID key = message.submission().key();
        if (key != null) {
            byKey.put(key, message.id());
        }
        references(message)
                .forEach(reference -> byReference
                        .computeIfAbsent(reference, unused -> new TreeSet<>())
                        .add(message.id()));
        if (message.nextCheck() != null) {
            checks.computeIfAbsent(message.submission().account(), unused -> new TreeSet<>())
                    .add(new Check(message.nextCheck(), message.id()));
        }
    }

    void remove(UUID id) {
        TrackedMessage message = byId.remove(id);
        if (message == null) {
            return;
        }
        byStage.get(message.stage()).remove(id);
        if (message.submission().idempotent()) {
            byKey.remove(message.submission().key(), id);
        }
        references(message).forEach(reference -> drop(byReference, reference, id));
        if (message.nextCheck() != null) {
            drop(checks, message.submission().account(), new Check(message.nextCheck(), id));
        }
    }

    /** Makes room by forgetting what is missed least; what is in flight stays. */
    void shrinkTo(int capacity) {
        for (Stage stage : EVICTED_FIRST_TO_LAST) {
            int excess = byId.size() - capacity;
            if (excess <= 0) {
                return;
            }
            List<UUID> oldest =
                    byStage.get(stage).keySet().stream().limit(excess).toList();
            oldest.forEach(this::remove);
        }
    }

    private static List<Reference> references(TrackedMessage message) {
        Submission submission = message.submission();
        String account = submission.account();
        List<Reference> references = new ArrayList<>(2);
        if (message.providerMessageId() != null) {
            references.add(new Reference(account, Kind.MESSAGE_ID, message.providerMessageId()));
        }
        if (submission.clientId() != null) {
            references.add(new Reference(account, Kind.CLIENT_ID, submission.clientId()));
        }
        if (submission.channel() != null && message.stage() != Stage.FINISHED) {
            references.add(recipient(account, submission.channel(), submission.to()));
        }
        return references;
    }

    private static Reference recipient(String account, Channel channel, String recipient) {
        return new Reference(account, Kind.RECIPIENT, channel + " " + recipient);
    }

    private static <K, V> void drop(Map<K, NavigableSet<V>> index, K key, V value) {
        NavigableSet<V> values = index.get(key);
        values.remove(value);
        if (values.isEmpty()) {
            index.remove(key);
        }
    }

    private record Reference(String account, Kind kind, String value) {}

    private enum Kind {
        MESSAGE_ID,
        CLIENT_ID,
        RECIPIENT
    }

    private record Check(Instant time, UUID id) implements Comparable<Check> {
        private static final Comparator<Check> ORDER =
                Comparator.comparing(Check::time).thenComparing(Check::id);

        @Override
        public int compareTo(Check other) {
            return ORDER.compare(this, other);
        }
    }
}
