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

import io.massms.simulator.SimulatedRequest;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every request that reached a provider's path, the newest of them kept, within a number and an amount of memory. */
public final class RequestLog {
    /** Record, headers and parameters of an ordinary send, in bytes. */
    private static final int FIXED_COST = 1_200;

    private final int capacity;
    private final long byteCapacity;
    private final Changes changes;
    private final TreeMap<Long, SimulatedRequest> requests = new TreeMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private long bytes;
    private long total;

    public RequestLog(int capacity, long byteCapacity, Changes changes) {
        this.changes = changes;
        this.capacity = capacity;
        this.byteCapacity = byteCapacity;
    }

    public long nextId() {
        return lastId.incrementAndGet();
    }

    /** Keeps a request that has had its effect, and tells that it has. */
    public void add(SimulatedRequest request) {
        keep(request);
        changes.notifyListeners();
    }

    private synchronized void keep(SimulatedRequest request) {
        total++;
        bytes += cost(request);
        requests.put(request.id(), request);
        while (!requests.isEmpty() && (requests.size() > capacity || bytes > byteCapacity)) {
            bytes -= cost(requests.pollFirstEntry().getValue());
        }
    }

    public synchronized List<SimulatedRequest> all() {
        return List.copyOf(requests.values());
    }

    public synchronized Optional<SimulatedRequest> find(long id) {
        return Optional.ofNullable(requests.get(id));
    }

    /** How many requests came since the last reset, kept or not. */
    public synchronized long total() {
        return total;
    }

    /** Forgets the requests; the count stays. */
    public synchronized void deleteAll() {
        requests.clear();
        bytes = 0;
    }

    public synchronized void reset() {
        deleteAll();
        total = 0;
    }

    private static long cost(SimulatedRequest request) {
        return FIXED_COST
                + 3L * (request.body().length() + request.query().length())
                + request.answerBody().length();
    }
}
