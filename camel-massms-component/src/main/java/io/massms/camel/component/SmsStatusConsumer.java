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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.report.ReportClaims;
import io.massms.camel.component.report.ReportClaims.ReportClaim;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusChange;
import io.massms.camel.tracker.StatusPlan;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Emits an exchange for every state change of a tracked message. A final report is emitted again until its exchange completes, even after
 * a crash.
 */
final class SmsStatusConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final StatusPlan plan;
    private final SmsTracker tracker;
    private final ReportClaims claims;
    private StatusInquiry inquiry;
    private String account;
    private Instant claimedUntil;
    private boolean refused;

    SmsStatusConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsConfiguration options = endpoint.getConfiguration();
        plan = new StatusPlan(
                Duration.ofMillis(options.getStatusFirstInterval()),
                Duration.ofMillis(options.getStatusMaxInterval()),
                Duration.ofMillis(options.getStatusMaxAge()),
                Duration.ofMillis(options.getStatusNotFoundGrace()));
        tracker = endpoint.getComponent().resources().requireTracker(options);
        claims = endpoint.getComponent().resources().reportClaims(tracker);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        account = endpoint.access().account().key();
        inquiry = new StatusInquiry(endpoint);
    }

    /**
     * If the provider does not serve the account, a poll stops asking: what was not asked stays due, and the next poll begins with one
     * question, so that the provider does not lock an account whose credentials are wrong. Final reports need no question, and are emitted
     * all the same.
     */
    @Override
    protected int poll() throws Exception {
        int most = endpoint.getConfiguration().getMaxMessagesPerPoll();
        claims.renew();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        claimedUntil = now.plus(ReportClaims.CLAIM);
        List<TrackedMessage> due = tracker.due(account, now, most, ReportClaims.CLAIM);
        forceConsumerAsReady();
        StatusRound round = StatusRound.begin(inquiry, due, clock.instant());
        int emitted = 0;
        int end;
        for (int from = 0; from < due.size() && isRunAllowed(); from = end) {
            int batch = refused && !round.hasAsked()
                    ? 1
                    : endpoint.getConfiguration().getConcurrentRequests();
            end = Math.min(due.size(), from + batch);
            emitted += ask(due.subList(from, end), round);
        }
        refused = round.refusal() != null || refused && !round.hasAsked();
        if (round.refusal() != null) {
            throw Failures.unanswered(endpoint, round.refusal());
        }
        return emitted;
    }

    /** Asks for some messages at a time, then emits what changed, in order. */
    private int ask(List<TrackedMessage> messages, StatusRound round) throws Exception {
        List<CompletableFuture<Answer<SmsStatus>>> answers =
                messages.stream().map(round::ask).toList();
        int emitted = 0;
        for (int i = 0; i < messages.size(); i++) {
            Answer<SmsStatus> answer = answers.get(i).join();
            round.failureToReport(answer)
                    .ifPresent(
                            failure -> getExceptionHandler().handleException(Failures.unanswered(endpoint, failure)));
            emitted += isClaimed(messages.get(i)) && understand(messages.get(i), answer) ? 1 : 0;
        }
        return emitted;
    }

    /**
     * Whether this poll still has the claim on a message. If the messages before it took longer than the claim, another consumer may have
     * claimed it, or have completed it; a message that nobody claimed and that is left becomes due again by itself. Databases keep no
     * nanoseconds, so the claim has none.
     */
    private boolean isClaimed(TrackedMessage message) {
        return clock.instant().isBefore(claimedUntil)
                || tracker.find(message.id())
                        .filter(present -> claimedUntil.equals(present.nextCheck()))
                        .isPresent();
    }

    private boolean understand(TrackedMessage message, Answer<SmsStatus> answer) {
        if (answer == null) {
            tracker.schedule(message, clock.instant()); // behind all that are due already, which may have final reports
            return false;
        }
        return answer.fold(status -> understand(message, status), failure -> goOn(message, failure));
    }

    private boolean understand(TrackedMessage message, SmsStatus status) {
        if (message.pollingFinished()) {
            return emit(message);
        }
        if (isStillOpen(message, status)) {
            tracker.schedule(message, plan.nextWhileOpen(message, clock.instant()));
            return false;
        }
        StatusReport report = isFinalReport(status)
                ? StatusReport.last(message, status, plan.next(message, clock.instant()))
                : plan.report(message, status, clock.instant());
        return record(report);
    }

    private boolean goOn(TrackedMessage message, Verdict failure) {
        Instant now = clock.instant();
        Optional<StatusReport> last = plan.afterFailure(message, failure, now);
        if (last.isEmpty()) {
            tracker.schedule(message, plan.next(message, now));
            return false;
        }
        return record(last.get());
    }

    private boolean record(StatusReport report) {
        List<StatusChange> changes = tracker.record(List.of(claimed(report)));
        return !changes.isEmpty() && emit(changes.get(0).message());
    }

    /** Claims a final report: nobody else emits it until its exchange has ended. */
    private StatusReport claimed(StatusReport report) {
        return report.last() || report.status().state().isFinal()
                ? new StatusReport(
                        report.id(),
                        report.account(),
                        report.status(),
                        clock.instant().plus(ReportClaims.CLAIM),
                        report.last())
                : report;
    }

    /**
     * Whether the provider reports nothing after this. One that reports the lines of blocks says once that a line went on to the operators,
     * and never more: asking on would end as expired.
     */
    private boolean isFinalReport(SmsStatus status) {
        return endpoint.access().protocol().statusByClientId()
                && status.state() == SmsState.ENROUTE
                && status.time() != null;
    }

    /** Whether the answer leaves open whether a message was sent: a provider answers "not yet" for lines that never arrived, too. */
    private boolean isStillOpen(TrackedMessage message, SmsStatus status) {
        return endpoint.access().protocol().statusByClientId()
                && message.state() == SmsState.UNKNOWN
                && status.time() == null;
    }

    private boolean emit(TrackedMessage message) {
        if (!message.pollingFinished()) {
            return Reports.emit(this, message, completed -> {});
        }
        ReportClaim claim = claims.begin(message);
        return claim != null
                && Reports.emit(this, message, claims.ending(claim, () -> plan.next(message, clock.instant())));
    }
}
