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

import io.massms.camel.component.ReportsUnderWay.Turn;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Asks from time to time what became of messages whose outcome is open, and emits what it found out. What stays open is not emitted. A
 * message is settled before it is told, so that a route that is told of a refusal may send it again; what the route failed to take is told
 * again by the next poll, also where the route stopped and started in between, and a final state that a crash left untold by a consumer of
 * {@code operation=status}.
 */
final class SmsReconcileConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final SmsTracker tracker;
    private final ReportsUnderWay underWay;
    private Queue<UntoldReport> untold;
    private UnconfirmedReports unconfirmed;
    private Reconciliation reconciliation;

    SmsReconcileConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsResources resources = endpoint.getComponent().resources();
        tracker = resources.requireTracker(endpoint.getConfiguration());
        underWay = resources.reportsUnderWay(tracker);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        reconciliation = new Reconciliation(endpoint, clock);
        String account = endpoint.access().account().key();
        untold = underWay.untold(account);
        unconfirmed = underWay.unconfirmed(account);
    }

    @Override
    protected int poll() throws Exception {
        underWay.renew();
        unconfirmed.confirm(message -> untold.add(UntoldReport.recorded(message)));
        int told = tellAgain();
        for (TrackedMessage message : reconciliation.next()) {
            if (isRunAllowed()) {
                told += reconciliation
                                .settle(message, ReportsUnderWay.CLAIM)
                                .filter(this::tell)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        forceConsumerAsReady();
        return told;
    }

    /** Where a consumer of reports told it, or has it, it is not told; one that the tracker forgot is. */
    private int tellAgain() {
        int told = 0;
        for (UntoldReport report : List.copyOf(untold)) {
            TrackedMessage present = tracker.find(report.message().id()).orElse(report.message());
            if (report.wasTold(present)) {
                untold.remove(report);
            } else if (isRunAllowed() && report.isFree(present, clock.instant())) {
                told += tell(report) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(TrackedMessage message) {
        UntoldReport report = new UntoldReport(message, null);
        untold.add(report);
        return tell(report);
    }

    /** What is told is taken out of what is untold, which other consumers share, and comes back where it fails. */
    private boolean tell(UntoldReport report) {
        if (!untold.remove(report)) {
            return false;
        }
        TrackedMessage message = report.message();
        if (!message.hasLastWord()) {
            return Reports.tell(this, message, completed -> {
                if (!completed) {
                    untold.add(report);
                }
            });
        }
        Turn turn = begin(report);
        return turn != null && underWay.tell(this, turn, () -> failed(message));
    }

    /** An earlier word on the message may be under way: then this one comes after it, and until then is this consumer's as recorded. */
    private Turn begin(UntoldReport report) {
        Turn turn = null;
        try {
            turn = underWay.begin(report.message());
            return turn;
        } finally {
            if (turn == null) {
                untold.add(report.left());
            }
        }
    }

    /** Databases keep no nanoseconds, and the time is compared with theirs. */
    private Instant failed(TrackedMessage message) {
        Instant again = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(ReportsUnderWay.CLAIM);
        untold.add(new UntoldReport(message, again));
        return again;
    }
}
