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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks at an inbox, and marks what was consumed of it. At start, after a doubtful marking and from time to time it looks at the whole inbox
 * and compares that with the ledger.
 */
public final class InboxSurvey {
    private final InboxReader inbox;
    private final InboxLedger ledger;
    private final Clock clock;
    private final Duration reconcileInterval;
    private Instant reconcileNext = Instant.MIN;

    /**
     * Looks at an inbox.
     *
     * @param inbox             which
     * @param ledger            knows what of it was consumed
     * @param clock             tells when it is time to look at all of it
     * @param reconcileInterval how long after a look at all of it the next one comes
     */
    public InboxSurvey(InboxReader inbox, InboxLedger ledger, Clock clock, Duration reconcileInterval) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.clock = clock;
        this.reconcileInterval = reconcileInterval;
    }

    /** The next look is at the whole inbox. */
    public void startAnew() {
        reconcileNext = Instant.MIN;
    }

    /**
     * What is not marked as read.
     *
     * @throws io.massms.camel.error.SmsException if the provider did not tell
     */
    public List<InboundSms> unread() {
        return clock.instant().isBefore(reconcileNext) ? inbox.unread() : reconciled();
    }

    /**
     * Marks what was consumed of it, and has the ledger learn of what was marked besides. After an answer that was lost, cut off or not
     * learned of, only the whole inbox shows what was marked.
     */
    public void mark(List<InboundSms> unread) {
        InboxMarker marker = new InboxMarker(inbox, ledger);
        Instant planned = reconcileNext;
        reconcileNext = Instant.MIN;
        try {
            marker.mark(unread);
        } finally {
            ledger.learn(marker.marked());
        }
        if (marker.isComplete()) {
            reconcileNext = planned;
        }
    }

    /** Has the ledger learn of everything that is marked as read and was not consumed: a crash left it behind. */
    private List<InboundSms> reconciled() {
        InboxLook look = InboxLook.at(inbox);
        if (ledger.isNew()) {
            if (look.isEmpty()) {
                return look.unread();
            }
            look = confirmed(look);
        }
        ledger.learnAll(look.all());
        reconcileNext = clock.instant().plus(reconcileInterval);
        return look.unread();
    }

    /**
     * When the repository is new nobody knows what was consumed before; then what is marked as read counts as consumed. That is decided for
     * good, so only where two looks agree. An empty inbox leaves nothing to decide.
     */
    private InboxLook confirmed(InboxLook first) {
        InboxLook second = InboxLook.at(inbox);
        first.read(second)
                .orElseThrow(() ->
                        inbox.unexpected("two looks at the inbox contradict each other; the next poll looks again"))
                .forEach(ledger::consumedByOthers);
        ledger.known();
        return second;
    }
}
