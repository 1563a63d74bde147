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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission;
import io.massms.camel.tracker.Fingerprint;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the intent of every message before it leaves and its outcome before the caller gets it. A message whose key was used before
 * is not sent again: its stored outcome is the answer.
 */
public final class TrackedSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(TrackedSender.class);

    private final Sender sender;
    private final SmsTracker tracker;
    private final String account;
    private final String provider;
    private final Channel channel;
    private final boolean idempotent;
    private final FirstCheck firstCheck;
    private final Duration patience;

    /**
     * A sender that keeps track.
     *
     * @param sender     really sends
     * @param tracker    keeps track
     * @param settings   whose messages they are
     * @param channel    by which they go
     * @param firstCheck how long after sending the provider is asked for a message's status; null where it cannot be asked
     */
    public TrackedSender(
            Sender sender, SmsTracker tracker, SendSettings settings, Channel channel, Duration firstCheck) {
        this.sender = sender;
        this.tracker = tracker;
        this.account = settings.account().key();
        this.provider = settings.account().profile().id();
        this.channel = channel;
        this.idempotent = settings.idempotent();
        this.firstCheck = new FirstCheck(firstCheck, settings.profile().answersLater(), settings.clock());
        this.patience = settings.requestTimeout().plus(settings.requestTimeout());
    }

    @Override
    public void send(SendSettings settings, SendQuestion question, Consumer<List<Verdict>> done) {
        if (question.dryRun()) {
            sender.send(settings, question, done);
            return;
        }
        track(
                question,
                (admitted, answer) ->
                        sender.send(settings, question.about(TrackedSend.pick(question.messages(), admitted)), answer),
                done);
    }

    /** A refused message takes its key for a moment like one that is sent: so nobody else sends it while it is reported as not sent. */
    @Override
    public void refuse(SendQuestion question, List<Verdict> refusals, Consumer<List<Verdict>> done) {
        if (!idempotent || question.dryRun()) {
            done.accept(refusals);
            return;
        }
        track(question, (admitted, answer) -> answer.accept(TrackedSend.pick(refusals, admitted)), done);
    }

    private void track(SendQuestion question, TrackedSend.Way way, Consumer<List<Verdict>> done) {
        TrackedSend.asked(() -> tracker.begin(submissions(question))).whenComplete((admissions, failure) -> {
            if (failure != null || !isOfEach(admissions, question)) {
                LOG.warn("The tracker could not store what is to be sent, so nothing was sent", failure);
                done.accept(all(question, untracked(failure)));
            } else {
                Once.ask(
                        answer -> new TrackedSend(tracker, patience, firstCheck, admissions, answer).start(way),
                        done,
                        e -> all(question, Once.open("Keeping track", e)));
            }
        });
    }

    /** Where the tracker does not say of each message whether it may go, none of them does. */
    private static boolean isOfEach(List<Admission> admissions, SendQuestion question) {
        return admissions != null
                && admissions.size() == question.messages().size()
                && admissions.stream().noneMatch(Objects::isNull);
    }

    private List<Submission> submissions(SendQuestion question) {
        List<Submission> submissions = new ArrayList<>(question.messages().size());
        for (SmsMessage message : question.messages()) {
            submissions.add(submission(message, question));
        }
        return submissions;
    }

    private static List<Verdict> all(SendQuestion question, Verdict verdict) {
        return Collections.nCopies(question.messages().size(), verdict);
    }

    private Submission submission(SmsMessage message, SendQuestion question) {
        return new Submission(
                account,
                provider,
                message.to(),
                message.clientId(),
                idempotent,
                question.part(),
                question.parts(),
                Fingerprint.ofText(message.text()),
                channel);
    }

    private static Verdict untracked(Throwable failure) {
        boolean neverStorable = failure instanceof IllegalArgumentException;
        return Verdict.refusedHere(
                neverStorable ? SmsError.MISSING_PARAMETER : SmsError.CONNECT_FAILED,
                "The tracker could not store the message, so it was not sent"
                        + (neverStorable ? ": " + failure.getMessage() : ""));
    }
}
