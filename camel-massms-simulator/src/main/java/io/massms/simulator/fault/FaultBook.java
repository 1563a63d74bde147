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
package io.massms.simulator.fault;

import io.massms.simulator.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The faults in force, in the order in which they were added; the first that hits is played. */
public final class FaultBook {
    private final List<ActiveFault> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    public Fault add(Fault fault) {
        ActiveFault active =
                new ActiveFault(new Fault(lastId.incrementAndGet(), fault.where(), fault.when(), fault.what(), 0));
        faults.add(active);
        return active.snapshot();
    }

    public List<Fault> all() {
        return faults.stream().map(ActiveFault::snapshot).toList();
    }

    public boolean remove(long id) {
        return faults.removeIf(fault -> fault.id() == id);
    }

    public void clear() {
        faults.clear();
    }

    /** Whether there is nothing to look for, which is what most requests meet. */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The first fault that hits this request, of those that {@code eligible} lets through. */
    public Optional<Fault> hit(Target target, Predicate<Fault> eligible) {
        for (ActiveFault fault : faults) {
            if (eligible.test(fault.definition()) && fault.matches(target) && fault.hit()) {
                return Optional.of(fault.snapshot());
            }
        }
        return Optional.empty();
    }

    /**
     * What a fault's {@code where} is compared with.
     *
     * @param recipients empty as long as the request has not been read
     */
    public record Target(String provider, String operation, String path, List<String> recipients) {}
}
