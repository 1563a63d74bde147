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
package io.massms.gateway.page;

import io.massms.camel.hold.HeldInventory;
import io.massms.camel.model.SmsMessage;
import io.massms.gateway.track.HeldStore;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;

/** Messages that wait in the gateway for their time. */
final class Held {
    private static final int MOST = 100;
    /** A page asks every two seconds, and a scheduler may hold a whole campaign. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final CamelContext context;
    private Look last;

    /**
     * What was found.
     *
     * @param nanoTime when
     * @param messages as many as somebody can look at, the soonest first
     * @param size     how many requests wait
     */
    record Look(long nanoTime, List<Overview.Held> messages, int size) {}

    Held(CamelContext context) {
        this.context = context;
    }

    /** What waits now, or waited a moment ago. */
    synchronized Look look() {
        if (last == null || System.nanoTime() - last.nanoTime() > LOOK.toNanos()) {
            last = HeldStore.inventory(context)
                    .map(Held::found)
                    .orElseGet(() -> new Look(System.nanoTime(), List.of(), 0));
        }
        return last;
    }

    /** Withdraws messages; how many, 0 where they are on their way or are held no more. */
    synchronized int cancel(String id) {
        last = null;
        return HeldStore.inventory(context).map(held -> held.cancel(id)).orElse(0);
    }

    private static Look found(HeldInventory held) {
        return new Look(
                System.nanoTime(), held.list(MOST).stream().map(Held::view).toList(), held.size());
    }

    private static Overview.Held view(HeldInventory.Entry entry) {
        SmsMessage first = entry.messages().get(0);
        return new Overview.Held(
                entry.id(),
                entry.clientId(),
                entry.due(),
                entry.attempt(),
                entry.messages().size(),
                first.to(),
                first.text());
    }
}
