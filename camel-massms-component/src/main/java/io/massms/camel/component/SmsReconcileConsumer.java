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

import io.massms.camel.component.report.PendingReport;
import io.massms.camel.component.report.ReportClaims;
import io.massms.camel.component.report.ReportClaims.ReportClaim;
import io.massms.camel.component.report.UnconfirmedReports;
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
 * message is settled before its report is emitted, so that a route that gets a refusal may send it again. A report that the route failed to
 * process is emitted again by the next poll, also if the route stopped and started in between. A final state that a crash kept from being
 * emitted is emitted by a consumer of {@code operation=status}.
 */
final class SmsReconcileConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final SmsTracker tracker;
    private final ReportClaims claims;
    private Queue<PendingReport> pending;
    private UnconfirmedReports unconfirmed;
    private Reconciliation reconciliation;

    SmsReconcileConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsResources resources = endpoint.getComponent().resources();
        tracker = resources.requireTracker(endpoint.getConfiguration());
        claims = resources.reportClaims(tracker);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        reconciliation = new Reconciliation(endpoint, clock);
        String account = endpoint.access().account().key();
        pending = claims.pending(account);
        unconfirmed = claims.unconfirmed(account);
    }

    @Override
    protected int poll() throws Exception {
        claims.renew();
        unconfirmed.confirm(message -> pending.add(PendingReport.recorded(message)));
        int emitted = emitAgain();
        for (TrackedMessage message : reconciliation.next()) {
            if (isRunAllowed()) {
                emitted += reconciliation
                                .settle(message, ReportClaims.CLAIM)
                                .filter(this::emit)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        forceConsumerAsReady();
        return emitted;
    }

    /** A report is not emitted if a consumer of reports emitted it, or has claimed it; one on a message that the tracker forgot is emitted. */
    private int emitAgain() {
        int emitted = 0;
        for (PendingReport report : List.copyOf(pending)) {
            TrackedMessage present = tracker.find(report.message().id()).orElse(report.message());
            if (report.wasEmitted(present)) {
                pending.remove(report);
            } else if (isRunAllowed() && report.isFree(present, clock.instant())) {
                emitted += emit(report) ? 1 : 0;
            }
        }
        return emitted;
    }

    private boolean emit(TrackedMessage message) {
        PendingReport report = new PendingReport(message, null);
        pending.add(report);
        return emit(report);
    }

    /** A report that is emitted leaves the pending ones, which other consumers share, and comes back if its exchange fails. */
    private boolean emit(PendingReport report) {
        if (!pending.remove(report)) {
            return false;
        }
        TrackedMessage message = report.message();
        if (!message.pollingFinished()) {
            return Reports.emit(this, message, completed -> {
                if (!completed) {
                    pending.add(report);
                }
            });
        }
        ReportClaim claim = begin(report);
        return claim != null && Reports.emit(this, message, claims.ending(claim, () -> failed(message)));
    }

    /** An earlier report on the message may be claimed: then this one comes after it, and until then stays with this consumer as recorded. */
    private ReportClaim begin(PendingReport report) {
        ReportClaim claim = null;
        try {
            claim = claims.begin(report.message());
            return claim;
        } finally {
            if (claim == null) {
                pending.add(report.left());
            }
        }
    }

    /** Databases keep no nanoseconds, and the time is compared with theirs. */
    private Instant failed(TrackedMessage message) {
        Instant again = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(ReportClaims.CLAIM);
        pending.add(new PendingReport(message, again));
        return again;
    }
}
