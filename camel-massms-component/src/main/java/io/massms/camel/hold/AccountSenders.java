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
package io.massms.camel.hold;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The running endpoints that send for one account. Where one stops, another that sends in the same way takes its place. */
final class AccountSenders {
    private final Map<String, HeldSender> inCharge = new HashMap<>();
    /** Lets those go that nobody uses any more and nobody stopped. */
    private final Map<HeldSender, String> running = new WeakHashMap<>();

    private final Supplier<Instant> clock;
    private final LongSupplier nanoTime;
    private final long begun;

    AccountSenders() {
        this(Instant::now, System::nanoTime);
    }

    AccountSenders(Supplier<Instant> clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
    }

    void add(String settings, HeldSender sender) {
        running.put(sender, settings);
        inCharge.put(settings, sender);
    }

    void remove(String settings, HeldSender sender) {
        running.remove(sender);
        if (inCharge.remove(settings, sender)) {
            running.forEach((other, itsSettings) -> {
                if (itsSettings.equals(settings)) {
                    inCharge.put(settings, other);
                }
            });
        }
    }

    boolean isEmpty() {
        return inCharge.isEmpty();
    }

    /** One with the settings, or else the most careful one. */
    RunningSender find(String settings) {
        HeldSender same = inCharge.get(settings);
        return new RunningSender(same != null ? same : mostCareful(), since());
    }

    private HeldSender mostCareful() {
        return Collections.max(inCharge.values(), Comparator.comparingInt(HeldSender::guards));
    }

    /** By the clock as it goes now: it may have been set since. */
    private Instant since() {
        return clock.get().minusNanos(nanoTime.getAsLong() - begun);
    }
}
