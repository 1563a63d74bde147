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

import io.massms.simulator.SimulatedReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What handsets sent to the clients, the newest kept. */
public final class Inbox {
    private static final long FIRST_ID = 1001;
    private final Clock clock;
    private final int capacity;
    private final TreeMap<Long, SimulatedReply> replies = new TreeMap<>();
    private long nextId = FIRST_ID;

    public Inbox(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    public synchronized SimulatedReply add(String provider, String from, String text, String clientId) {
        SimulatedReply reply = new SimulatedReply(nextId++, provider, from, text, clientId, clock.instant(), false);
        replies.put(reply.id(), reply);
        if (replies.size() > capacity) {
            replies.pollFirstEntry();
        }
        return reply;
    }

    /** The wanted replies, the newest first, as they were before they were marked. */
    public synchronized List<SimulatedReply> fetch(Predicate<SimulatedReply> wanted, boolean mark) {
        List<SimulatedReply> found =
                new ArrayList<>(replies.values().stream().filter(wanted).toList());
        if (mark) {
            found.forEach(reply -> replies.put(reply.id(), reply.asRead()));
        }
        Collections.reverse(found);
        return found;
    }

    /** All replies in order of arrival. */
    public synchronized List<SimulatedReply> all() {
        return List.copyOf(replies.values());
    }

    public synchronized Optional<SimulatedReply> find(long id) {
        return Optional.ofNullable(replies.get(id));
    }

    public synchronized void deleteAll() {
        replies.clear();
    }

    synchronized void reset() {
        deleteAll();
        nextId = FIRST_ID;
    }
}
