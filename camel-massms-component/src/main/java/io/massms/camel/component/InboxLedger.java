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

import io.massms.camel.model.InboundSms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Which messages of an inbox were consumed, are being consumed, failed, or were given up. What was consumed is in the repository; the
 * rest is known to this process alone, because after a crash all of it has to come again.
 */
final class InboxLedger {
    private final IdempotentRepository consumed;
    private final String account;
    private final int maxRedeliveries;
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>();

    InboxLedger(IdempotentRepository consumed, String account, int maxRedeliveries) {
        this.consumed = consumed;
        this.account = account;
        this.maxRedeliveries = maxRedeliveries;
    }

    /** Whether this inbox was ever read with this repository. */
    boolean isNew() {
        return !consumed.contains(account + ":known");
    }

    /** Notes that from now on everything that the repository lacks was not consumed. */
    void known() {
        consumed.add(account + ":known");
    }

    boolean isConsumed(InboundSms message) {
        return consumed.contains(key(message));
    }

    void consumed(InboundSms message) {
        consumed.add(key(message));
    }

    /** Whether a message is to be handed to the route now; if so, it is under way from now on. */
    synchronized boolean take(InboundSms message) {
        String key = key(message);
        return !underWay.contains(key)
                && failures.getOrDefault(key, 0) <= maxRedeliveries
                && !consumed.contains(key)
                && underWay.add(key);
    }

    /** Gives back a message that was taken and not handed to the route. */
    synchronized void putBack(InboundSms message) {
        underWay.remove(key(message));
    }

    /** The message's exchange completed. First the repository knows it, then it may be marked as read. */
    void completed(InboundSms message) {
        consumed.add(key(message));
        synchronized (this) {
            underWay.remove(key(message));
            failures.remove(key(message));
        }
    }

    /**
     * The message's exchange failed.
     *
     * @return whether it was the last time
     */
    synchronized boolean failed(InboundSms message) {
        underWay.remove(key(message));
        return failures.merge(key(message), 1, Integer::sum) > maxRedeliveries;
    }

    private String key(InboundSms message) {
        return account + ":" + message.messageId();
    }
}
