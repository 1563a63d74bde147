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
package io.massms.camel.component;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.support.LifecycleStrategySupport;

/** Routes can be told of results for as long as they run: so what is under way comes to its end before they stop. */
final class HeldSendsAtStop extends LifecycleStrategySupport {
    private final CamelContext context;
    /** Lets those go that nobody uses any more and nobody stopped. */
    private final Set<HeldSends> running = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    HeldSendsAtStop(CamelContext context) {
        this.context = context;
    }

    void add(HeldSends sends) {
        running.add(sends);
        context.addLifecycleStrategy(this); // which keeps it once
    }

    void remove(HeldSends sends) {
        running.remove(sends);
    }

    /** All stop taking before one is waited for, and all together get the time that routes get. */
    @Override
    public void onContextStopping(CamelContext stopping) {
        ShutdownStrategy shutdown = context.getShutdownStrategy();
        long until = System.nanoTime() + shutdown.getTimeUnit().toNanos(shutdown.getTimeout());
        List<HeldSends> all = List.copyOf(running);
        all.forEach(HeldSends::stopTaking);
        all.forEach(sends -> sends.awaitEnd(until));
    }

    /** No endpoint is added any more, and what outlived its endpoint ends. */
    void close() {
        List.copyOf(running).forEach(HeldSends::shutDown);
        context.getLifecycleStrategies().remove(this);
    }
}
