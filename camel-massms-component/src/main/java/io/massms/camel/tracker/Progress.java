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
package io.massms.camel.tracker;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** How knowledge of a message grows. Pure rules, the same for every store. */
final class Progress {
    private Progress() {}

    /** Whether a send that ended so certainly left nothing at the provider. */
    static boolean nothingLeft(SmsState state) {
        return state == SmsState.REJECTED || state == SmsState.SKIPPED;
    }

    /** A message that is about to be sent. */
    static TrackedMessage begun(UUID id, Submission submission, Instant now) {
        return new TrackedMessage(id, submission, Stage.IN_FLIGHT, null, null, now, now, null);
    }

    /** After the send. Where a report was faster than the answer, only the provider's id is still new. */
    static TrackedMessage settled(TrackedMessage message, Settlement settlement, Instant now) {
        Verdict verdict = settlement.verdict();
        if (isOpen(message)) {
            TrackedMessage ended = message.withVerdict(Stage.of(verdict.state()), verdict.withRetryAfter(null), now)
                    .withNextCheck(settlement.nextCheck());
            return settlement.nothingLeft() ? ended.withoutKey() : ended;
        }
        return message.providerMessageId() != null || verdict.messageId() == null
                ? message
                : message.withVerdict(message.stage(), message.verdict().withMessageId(verdict.messageId()), now);
    }

    /**
     * After somebody found out what came of a message that nobody knew. What is on its way is asked for where that is possible: a line of a
     * block, which is asked for by its client id, when it was to be asked for anyhow.
     */
    static TrackedMessage settledByHand(
            TrackedMessage message, SmsState state, SmsError error, String note, Instant now) {
        if (state == SmsState.UNKNOWN || state == SmsState.SKIPPED) {
            throw new IllegalArgumentException("A message cannot be settled as " + state
                    + ": say what became of it (REJECTED: it did not leave; ENROUTE, DELIVERED, …: it did)");
        }
        if (!message.canBeSettled()) {
            throw new IllegalStateException("Only a message whose outcome is unknown can be settled; " + message.id()
                    + " is " + message.stage() + ", " + message.state());
        }
        Verdict known = new Verdict(state, message.providerMessageId(), error, null, null, null, null);
        TrackedMessage settled =
                message.withVerdict(Stage.of(state), known, now).withNote(note, now);
        if (settled.stage() == Stage.TAKEN) {
            return settled.providerMessageId() == null ? settled : settled.withNextCheck(now);
        }
        TrackedMessage ended = settled.withNextCheck(null);
        return nothingLeft(state) ? ended.withoutKey() : ended;
    }

    /**
     * After a report. States only go forward: unknown, scheduled, on the way, final. The first final state stays; a different one that
     * comes later is only noted. The final report is new, too, if it leaves the state as it was. A refusal reported of a message
     * whose outcome was open, or of one that the provider took and then forgot, says that nothing left.
     */
    static TrackedMessage reported(TrackedMessage message, StatusReport report, Instant now) {
        SmsState state = report.status().state();
        TrackedMessage next = message;
        boolean isNew = isNew(message, report);
        if (isNew) {
            Verdict verdict = new Verdict(
                    state,
                    message.providerMessageId() != null
                            ? message.providerMessageId()
                            : report.status().messageId(),
                    report.status().error(),
                    report.status().providerCode(),
                    report.status().providerText(),
                    null,
                    null);
            next = message.withVerdict(stage(report), verdict, now);
            next = (isOpen(message) || message.canBeSettled()) && nothingLeft(state) ? next.withoutKey() : next;
        } else if (state.isFinal() && message.state().isFinal() && state != message.state()) {
            next = message.withNote("A later report said " + state, now);
        }
        Instant nextCheck = nextCheck(message, report, isNew);
        return Objects.equals(nextCheck, message.nextCheck()) ? next : next.withNextCheck(nextCheck);
    }

    /**
     * When a message is due after a report. One that is over is due only as long as its final report is to be emitted: a report that says
     * nothing new, such as a late answer, neither begins that again nor ends it.
     */
    private static Instant nextCheck(TrackedMessage message, StatusReport report, boolean isNew) {
        boolean wasOver = !isNew && message.pollingFinished();
        if (wasOver && message.nextCheck() == null) {
            return null;
        }
        if (report.last() && !wasOver) {
            return isNew ? report.nextCheck() : null;
        }
        return report.nextCheck() == null ? message.nextCheck() : report.nextCheck();
    }

    /** What the provider took and then knew nothing of is left for somebody to settle. */
    private static Stage stage(StatusReport report) {
        if (report.status().state() == SmsState.UNKNOWN) {
            return Stage.TAKEN;
        }
        return report.last() ? Stage.FINISHED : Stage.of(report.status().state());
    }

    /** Whether an outcome is still owed. */
    static boolean isOpen(TrackedMessage message) {
        return message.stage() == Stage.IN_FLIGHT || message.stage() == Stage.UNCERTAIN;
    }

    private static boolean isNew(TrackedMessage message, StatusReport report) {
        SmsState state = report.status().state();
        if (state == SmsState.UNKNOWN) {
            return report.last() && message.stage() == Stage.TAKEN && message.state() != SmsState.UNKNOWN;
        }
        return rank(state) > rank(message.state()) || isConfirmed(message, report);
    }

    /** That the provider took it was known; that it says no more is new. */
    private static boolean isConfirmed(TrackedMessage message, StatusReport report) {
        return report.last()
                && message.stage() == Stage.TAKEN
                && message.state() == report.status().state();
    }

    private static int rank(SmsState state) {
        return switch (state) {
            case UNKNOWN -> 0;
            case SCHEDULED -> 1;
            case ENROUTE -> 2;
            default -> 3;
        };
    }
}
