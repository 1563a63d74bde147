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

import io.massms.camel.model.InboundSms;
import io.massms.camel.protocol.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks as read what was consumed. A marking call marks whatever it returns, so where some unread messages are open, only the handsets
 * are marked of which none is. A sender that is no number is not asked for: nobody knows what a call for it would mark.
 */
final class InboxMarker {
    private static final int MOST_CALLS = 20;

    private final InboxReader inbox;
    private final InboxLedger ledger;
    private final List<InboundSms> marked = new ArrayList<>();
    private boolean complete = true;

    InboxMarker(InboxReader inbox, InboxLedger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    /**
     * Marks the unread messages that were consumed.
     *
     * @throws RuntimeException when a call failed; what it marked is unknown then, and nobody has seen it
     */
    void mark(List<InboundSms> unread) {
        Set<String> open = new HashSet<>();
        Set<String> done = new LinkedHashSet<>();
        unread.forEach(message -> (ledger.isOpen(message) ? open : done).add(message.from()));
        if (open.isEmpty() && !done.isEmpty()) {
            take(inbox.mark(), unread);
        } else {
            done.removeAll(open);
            done.stream()
                    .filter(Tokens::isDigits)
                    .limit(MOST_CALLS)
                    .forEach(handset -> take(inbox.markOf(handset), of(handset, unread)));
        }
    }

    /** What the calls returned, all of which is marked now: also messages that arrived in the meantime. */
    List<InboundSms> marked() {
        return marked;
    }

    /**
     * Whether every call returned what it had to return at least. An answer that lacks some of it may have been cut off where a record
     * ends, and have marked more than it tells.
     */
    boolean isComplete() {
        return complete;
    }

    private void take(List<InboundSms> answer, List<InboundSms> expected) {
        marked.addAll(answer);
        complete &= ids(answer).containsAll(ids(expected));
    }

    private static List<InboundSms> of(String handset, List<InboundSms> messages) {
        return messages.stream()
                .filter(message -> message.from().equals(handset))
                .toList();
    }

    private static Set<String> ids(List<InboundSms> messages) {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(message.messageId()));
        return ids;
    }
}
