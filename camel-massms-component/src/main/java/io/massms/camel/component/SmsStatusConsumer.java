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
    private final ReportsUnderWay underWay;
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
        underWay = endpoint.getComponent().resources().reportsUnderWay(tracker);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        account = endpoint.access().account().key();
        inquiry = new StatusInquiry(endpoint);
    }

    /**
     * Where the account is not served a poll asks no more: what was not asked stays due, and the next poll begins with one question, lest
     * the provider locks an account whose credentials are wrong. Last words need no question, and are told all the same.
     */
    @Override
    protected int poll() throws Exception {
        int most = endpoint.getConfiguration().getMaxMessagesPerPoll();
        underWay.renew();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        claimedUntil = now.plus(ReportsUnderWay.CLAIM);
        List<TrackedMessage> due = tracker.due(account, now, most, ReportsUnderWay.CLAIM);
        forceConsumerAsReady();
        StatusRound round = StatusRound.begin(inquiry, due, clock.instant());
        int told = 0;
        int end;
        for (int from = 0; from < due.size() && isRunAllowed(); from = end) {
            int batch = refused && !round.hasAsked()
                    ? 1
                    : endpoint.getConfiguration().getConcurrentRequests();
            end = Math.min(due.size(), from + batch);
            told += ask(due.subList(from, end), round);
        }
        refused = round.refusal() != null || refused && !round.hasAsked();
        if (round.refusal() != null) {
            throw Failures.unanswered(endpoint, round.refusal());
        }
        return told;
    }

    /** Asks for some messages at a time, then tells what changed, in order. */
    private int ask(List<TrackedMessage> messages, StatusRound round) throws Exception {
        List<CompletableFuture<Answer<SmsStatus>>> answers =
                messages.stream().map(round::ask).toList();
        int told = 0;
        for (int i = 0; i < messages.size(); i++) {
            Answer<SmsStatus> answer = answers.get(i).join();
            round.news(answer)
                    .ifPresent(
                            failure -> getExceptionHandler().handleException(Failures.unanswered(endpoint, failure)));
            told += isClaimed(messages.get(i)) && understand(messages.get(i), answer) ? 1 : 0;
        }
        return told;
    }

    /**
     * Whether a message is still this poll's. Where the messages before it took longer than the claim, others may have it, or be through
     * with it; what nobody took is due again by itself, should it be left. Databases keep no nanoseconds, so the claim has none.
     */
    private boolean isClaimed(TrackedMessage message) {
        return clock.instant().isBefore(claimedUntil)
                || tracker.find(message.id())
                        .filter(present -> claimedUntil.equals(present.nextCheck()))
                        .isPresent();
    }

    private boolean understand(TrackedMessage message, Answer<SmsStatus> answer) {
        if (answer == null) {
            tracker.schedule(message, clock.instant()); // behind all that are due already, which may be last words
            return false;
        }
        return answer.fold(status -> understand(message, status), failure -> goOn(message, failure));
    }

    private boolean understand(TrackedMessage message, SmsStatus status) {
        if (message.hasLastWord()) {
            return tell(message);
        }
        if (isStillOpen(message, status)) {
            tracker.schedule(message, plan.nextWhileOpen(message, clock.instant()));
            return false;
        }
        StatusReport report = isLastWord(status)
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
        return !changes.isEmpty() && tell(changes.get(0).message());
    }

    /** A last word is nobody else's to tell until its exchange ended. */
    private StatusReport claimed(StatusReport report) {
        return report.last() || report.status().state().isFinal()
                ? new StatusReport(
                        report.id(),
                        report.account(),
                        report.status(),
                        clock.instant().plus(ReportsUnderWay.CLAIM),
                        report.last())
                : report;
    }

    /** Who tells of lines of blocks says once that a line went on to the operators, and never more: asking on would end as expired. */
    private boolean isLastWord(SmsStatus status) {
        return endpoint.access().protocol().statusByClientId()
                && status.state() == SmsState.ENROUTE
                && status.time() != null;
    }

    /** Whether nothing is told of a message that may have left or not: "not yet" is said of lines that never arrived, too. */
    private boolean isStillOpen(TrackedMessage message, SmsStatus status) {
        return endpoint.access().protocol().statusByClientId()
                && message.state() == SmsState.UNKNOWN
                && status.time() == null;
    }

    private boolean tell(TrackedMessage message) {
        if (!message.hasLastWord()) {
            return Reports.tell(this, message, completed -> {});
        }
        Turn turn = underWay.begin(message);
        return turn != null && underWay.tell(this, turn, () -> plan.next(message, clock.instant()));
    }
}
