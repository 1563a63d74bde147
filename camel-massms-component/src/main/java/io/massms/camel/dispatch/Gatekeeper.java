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
package io.massms.camel.dispatch;

import io.massms.camel.dispatch.RecentSends.Note;
import io.massms.camel.dispatch.RecentSends.Send;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.optout.OptOut;
import io.massms.camel.optout.OptOutReason;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Fingerprint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a request's messages at the last moment before they go, and afterwards at what became of them. */
public final class Gatekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
    private static final Set<SmsError> UNWANTED = Set.of(SmsError.OPTED_OUT, SmsError.DO_NOT_CALL);

    private final String account;
    private final OptOutRepository optOuts;
    private final boolean learning;
    private final RecentSends recent;
    private final Duration window;
    private final Executor workers;
    private final Clock clock;

    /**
     * A gatekeeper for one endpoint.
     *
     * @param account  name of the account
     * @param optOuts  who must not be written to; null where nobody knows
     * @param learning whether numbers are added of which the provider says so
     * @param recent   what was sent a short while ago
     * @param window   how far to look back for the same text to the same recipient; null where it may be repeated
     * @param workers  ask the memories, which may block
     * @param clock    gives the time at which a number was added, and at which a text goes
     */
    public Gatekeeper(
            String account,
            OptOutRepository optOuts,
            boolean learning,
            RecentSends recent,
            Duration window,
            Executor workers,
            Clock clock) {
        this.account = account;
        this.optOuts = optOuts;
        this.learning = learning;
        this.recent = recent;
        this.window = window;
        this.workers = workers;
        this.clock = clock;
    }

    /** Settles what must not go; then goes on, on any thread. What is held comes here again, when it goes: it repeats nothing before. */
    void before(Batch batch, boolean dryRun, boolean idempotent, Runnable then) {
        workers.execute(() -> {
            try {
                refuseOptedOut(batch);
                if (window != null && !dryRun && !batch.isHeld()) {
                    refuseRepeated(batch, idempotent);
                }
            } catch (Throwable e) { // whatever it is: the exchange waits for its end
                LOG.warn("The memory of opt-outs or of recent sends failed, so nothing is sent", e);
                batch.pending(0).forEach(outgoing -> outgoing.refuse(unknown(e)));
            }
            then.run();
        });
    }

    private void refuseOptedOut(Batch batch) {
        if (optOuts == null) {
            return;
        }
        List<String> numbers = batch.pending(0).stream()
                .map(OutgoingMessage::subscriber)
                .filter(Objects::nonNull)
                .toList();
        Set<String> unwanted = numbers.isEmpty() ? Set.of() : optOuts.among(numbers);
        for (OutgoingMessage outgoing : batch.pending(0)) {
            if (outgoing.subscriber() != null && unwanted.contains(outgoing.subscriber())) {
                outgoing.refuse(optedOut());
            }
        }
    }

    private void refuseRepeated(Batch batch, boolean idempotent) {
        for (OutgoingMessage outgoing : batch.pending(0)) {
            String key = idempotent ? outgoing.given().clientId() : null;
            Send send = send(outgoing);
            Note note = recent.note(send, key, window);
            outgoing.noted(note == Note.NEW ? send : null);
            if (note == Note.REPETITION) {
                outgoing.refuse(repeated());
            }
        }
    }

    /** Takes note of what became of a batch; then goes on, on any thread. */
    void after(Batch batch, Runnable then) {
        workers.execute(() -> {
            try {
                forgetWhatDidNotLeave(batch);
                if (learning) {
                    learnOptOuts(batch);
                }
            } catch (Throwable e) {
                LOG.warn("The memory of opt-outs or of recent sends failed; what was sent is not affected", e);
            }
            then.run();
        });
    }

    /**
     * Only where nothing of a message left: a redelivery of it, or what is held, must not be taken for a repetition. What an earlier try
     * noted stays: that one may have left, though this one did not.
     */
    private void forgetWhatDidNotLeave(Batch batch) {
        for (OutgoingMessage outgoing : batch.messages()) {
            SmsState state = outgoing.verdict(0).state();
            boolean mayHaveLeft = state.isAccepted() || state == SmsState.UNKNOWN;
            if (outgoing.noted() != null && (outgoing.held() || !mayHaveLeft)) {
                recent.forget(outgoing.noted());
            }
        }
    }

    private Send send(OutgoingMessage outgoing) {
        SmsMessage message = outgoing.given();
        Instant now = clock.instant();
        Instant scheduled = message.scheduledTime();
        return new Send(
                account,
                outgoing.recipient(),
                content(message),
                scheduled != null && scheduled.isAfter(now) ? scheduled : now);
    }

    /** The page behind a text's link is a part of what the recipient gets. */
    private static String content(SmsMessage message) {
        return message.html() == null ? message.text() : message.text() + '\0' + Fingerprint.ofText(message.html());
    }

    private void learnOptOuts(Batch batch) {
        for (OutgoingMessage outgoing : batch.messages()) {
            Verdict verdict = outgoing.verdict(0);
            if (outgoing.subscriber() != null && verdict.isSaidByProvider() && UNWANTED.contains(verdict.error())) {
                optOuts.add(new OptOut(outgoing.subscriber(), OptOutReason.PROVIDER, clock.instant()));
            }
        }
    }

    private static Verdict optedOut() {
        return Verdict.refusedHere(
                SmsError.OPTED_OUT, "The number's owner does not want to be written to (optOutRepository)");
    }

    private Verdict repeated() {
        return Verdict.refusedHere(
                SmsError.DUPLICATE,
                "The same text went to the same recipient less than " + window.toSeconds()
                        + " seconds ago, or is on its way (duplicateWindow)");
    }

    /** The verdict if nobody can be asked whether a message may go: it did not. */
    static Verdict unknown(Throwable failure) {
        return Verdict.refusedHere(
                SmsError.CONNECT_FAILED,
                "It could not be found out whether the message may go ("
                        + failure.getClass().getName() + ")");
    }
}
