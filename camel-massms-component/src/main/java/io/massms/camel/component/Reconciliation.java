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
import io.massms.camel.component.report.OpenMessages;
import io.massms.camel.component.report.UnconfirmedReports;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusChange;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what became of messages whose outcome is open, and settles those of which the provider knows something. It never sends
 * anything.
 */
final class Reconciliation {
    private final SmsTracker tracker;
    private final ProviderProfile profile;
    private final Protocol protocol;
    private final StatusInquiry inquiry;
    private final OpenMessages open;
    private final UnconfirmedReports unconfirmed;
    private final Duration underWay;
    private final Duration firstInterval;
    private final Clock clock;

    Reconciliation(SmsEndpoint endpoint, Clock clock) {
        this.clock = clock;
        SmsAccess access = endpoint.access();
        SmsConfiguration options = endpoint.getConfiguration();
        SmsResources resources = endpoint.getComponent().resources();
        tracker = resources.requireTracker(options);
        unconfirmed =
                resources.reportClaims(tracker).unconfirmed(access.account().key());
        profile = access.account().profile();
        protocol = access.protocol();
        inquiry = new StatusInquiry(endpoint);
        open = new OpenMessages(tracker, access.account().key(), options.getMaxMessagesPerPoll());
        underWay = access.requestTimeout();
        firstInterval = Duration.ofMillis(options.getStatusFirstInterval());
    }

    /**
     * Asks for some of what is open.
     *
     * @return what is known now of each, {@code UNKNOWN} included; the oldest first
     */
    List<SmsStatus> run() {
        return next().stream()
                .map(message -> settle(message, null)
                        .or(() -> tracker.find(message.id()))
                        .orElse(message)
                        .status())
                .toList();
    }

    /** Some of what is open and older than a request can last. */
    List<TrackedMessage> next() {
        return open.next(clock.instant().minus(underWay));
    }

    /**
     * Asks for a message, and settles it where the provider knows something.
     *
     * @param  message that is open
     * @param  claim   how long the caller claims the report on a final state, after which it is due; null if it is not to be emitted
     * @return         what it is now; empty if it stays open, or was settled meanwhile
     */
    Optional<TrackedMessage> settle(TrackedMessage message, Duration claim) {
        return ask(message).filter(status -> isOpenStill(message)).flatMap(status -> {
            Instant nextCheck = nextCheck(message, status.state(), claim);
            Optional<TrackedMessage> changed = record(StatusReport.answered(message, status, nextCheck), claim != null);
            // an earlier report on it may be claimed, and that claim would have this one emitted again
            changed.filter(now -> now.state().isFinal() && nextCheck == null)
                    .ifPresent(now -> tracker.schedule(now, null));
            return changed;
        });
    }

    private Optional<TrackedMessage> record(StatusReport report, boolean toBeEmitted) {
        try {
            List<StatusChange> changes = tracker.record(List.of(report));
            unconfirmed.stored(report, !changes.isEmpty());
            return changes.stream().map(StatusChange::message).findFirst();
        } catch (RuntimeException e) {
            if (toBeEmitted) {
                unconfirmed.add(report);
            }
            throw e;
        }
    }

    /** What is on its way is asked for from now on, where it has an id of the provider's; null leaves the time as it is. */
    private Instant nextCheck(TrackedMessage message, SmsState state, Duration claim) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (state.isFinal()) {
            return claim == null ? null : now.plus(claim);
        }
        return message.providerMessageId() == null ? null : now.plus(firstInterval);
    }

    private boolean isOpenStill(TrackedMessage message) {
        return tracker.find(message.id()).filter(TrackedMessage::canBeSettled).isPresent();
    }

    private Optional<SmsStatus> ask(TrackedMessage message) {
        return canBeAskedFor(message) && inquiry.ask(message).join() instanceof Answer.Of<SmsStatus> found
                ? Optional.of(found.value()).filter(this::isConclusive)
                : Optional.empty();
    }

    private boolean canBeAskedFor(TrackedMessage message) {
        boolean hasId = protocol.statusByClientId()
                ? isReportedByClientId(message.submission())
                : message.providerMessageId() != null;
        return hasId && protocol.status() != null;
    }

    /** Only lines of blocks are: a line with the client id and the recipient of what went by another channel is another message. */
    private boolean isReportedByClientId(Submission submission) {
        SendProfile channel = submission.channel() == null ? null : profile.send(submission.channel());
        return submission.clientId() != null && channel != null && channel.answersLater();
    }

    /** Who is asked by client id says "not yet" of messages that never arrived, too; and a dry run is no message's outcome. */
    private boolean isConclusive(SmsStatus status) {
        return status.state() != SmsState.UNKNOWN
                && status.state() != SmsState.SKIPPED
                && !(protocol.statusByClientId() && status.time() == null);
    }
}
