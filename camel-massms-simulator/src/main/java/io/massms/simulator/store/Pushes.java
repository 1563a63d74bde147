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

import io.massms.simulator.SimulatedPush;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How the pushes went, the newest kept. */
public final class Pushes {
    private final int capacity;
    private final Changes changes;
    private final Deque<SimulatedPush> pushes = new ArrayDeque<>();

    Pushes(int capacity, Changes changes) {
        this.changes = changes;
        this.capacity = capacity;
    }

    public void add(SimulatedPush push) {
        keep(push);
        changes.notifyListeners();
    }

    private synchronized void keep(SimulatedPush push) {
        pushes.add(push);
        if (pushes.size() > capacity) {
            pushes.poll();
        }
    }

    public synchronized List<SimulatedPush> all() {
        return List.copyOf(pushes);
    }

    synchronized void reset() {
        pushes.clear();
    }
}
