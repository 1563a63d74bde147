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
package io.massms.camel.component.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;

/**
 * The ledgers of all inboxes. They stay while the component lives: Camel makes a new consumer at each start of a route, and a new
 * endpoint for a route that is removed and added again, while exchanges of the one before may still be under way.
 */
public final class InboxLedgers {
    private final Map<Key, InboxLedger> ledgers = new ConcurrentHashMap<>();

    /**
     * The ledger of an endpoint's inbox: one for all that share a repository; without one, an endpoint has its own in memory.
     *
     * @param  account  key of the account
     * @param  handset  whose messages alone are read; null for all
     * @param  given    the endpoint's repository; null for none
     * @param  endpoint the endpoint's URI
     * @return          the same one each time
     */
    public InboxLedger of(String account, String handset, IdempotentRepository given, String endpoint) {
        String inbox = handset == null ? account : account + ":" + handset;
        return ledgers.computeIfAbsent(
                new Key(given == null ? endpoint : given, inbox),
                key -> new InboxLedger(given == null ? ConsumedMessages.inMemory() : given, inbox));
    }

    /** What remembers, or the URI of an endpoint that nothing was given to; and what of. */
    private record Key(Object memory, String inbox) {}
}
