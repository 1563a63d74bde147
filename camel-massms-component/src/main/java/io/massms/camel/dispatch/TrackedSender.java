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
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission;
import io.massms.camel.tracker.Fingerprint;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the intent of every message before it leaves and its outcome before anybody is told. A message whose key was used before
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
    private final boolean toldLater;
    private final Duration firstCheck;
    private final Duration patience;
    private final Clock clock;

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
        this.toldLater = settings.profile().toldLater();
        this.firstCheck = firstCheck;
        this.patience = settings.requestTimeout().plus(settings.requestTimeout());
        this.clock = settings.clock();
    }

    @Override
    public void send(SendSettings settings, SendQuestion question, Consumer<List<Verdict>> done) {
        if (question.dryRun()) {
            sender.send(settings, question, done);
            return;
        }
        asked(() -> tracker.begin(submissions(question))).whenComplete((admissions, failure) -> {
            if (failure != null) {
                LOG.warn("The tracker could not store what is to be sent, so nothing was sent", failure);
                done.accept(all(question, untracked(failure)));
            } else {
                Once.ask(
                        answer -> new Tracked(settings, question, admissions, answer).start(),
                        done,
                        e -> all(question, Once.open("Keeping track", e)));
            }
        });
    }

    /** What the tracker throws is told as what it answers: somebody waits for the end. */
    private static <T> CompletionStage<T> asked(Supplier<CompletionStage<T>> question) {
        try {
            return question.get();
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
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
        return Verdict.rejected(
                neverStorable ? SmsError.MISSING_PARAMETER : SmsError.CONNECT_FAILED,
                null,
                null,
                "The tracker could not store the message, so it was not sent"
                        + (neverStorable ? ": " + failure.getMessage() : ""));
    }

    /** One request under way. */
    private final class Tracked {
        private final SendSettings settings;
        private final SendQuestion question;
        private final List<Admission> admissions;
        private final Consumer<List<Verdict>> done;
        private final Verdict[] verdicts;

        Tracked(
                SendSettings settings,
                SendQuestion question,
                List<Admission> admissions,
                Consumer<List<Verdict>> done) {
            this.settings = settings;
            this.question = question;
            this.admissions = admissions;
            this.done = done;
            this.verdicts = new Verdict[admissions.size()];
        }

        void start() {
            List<Integer> admitted = new ArrayList<>(admissions.size());
            List<CompletableFuture<?>> open = new ArrayList<>(0);
            for (int i = 0; i < admissions.size(); i++) {
                int index = i;
                Admission admission = admissions.get(i);
                switch (admission.decision()) {
                    case ADMITTED -> admitted.add(i);
                    case KNOWN -> verdicts[i] = admission.message().verdict();
                    case UNCERTAIN -> verdicts[i] = unsettled();
                    case UNDER_WAY ->
                        open.add(asked(() -> tracker.await(admission.id(), patience))
                                .handle((message, failure) -> verdicts[index] = awaited(message))
                                .toCompletableFuture());
                }
            }
            if (!admitted.isEmpty()) {
                open.add(sendAdmitted(admitted).toCompletableFuture());
            }
            CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
                    .whenComplete((nothing, failure) -> done.accept(Arrays.asList(verdicts)));
        }

        private CompletionStage<Void> sendAdmitted(List<Integer> admitted) {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            List<SmsMessage> messages =
                    admitted.stream().map(question.messages()::get).toList();
            Once.<List<Verdict>>ask(
                    answer -> sender.send(settings, question.about(messages), answer),
                    answers -> {
                        List<Settlement> settlements = new ArrayList<>(admitted.size());
                        for (int i = 0; i < admitted.size(); i++) {
                            int index = admitted.get(i);
                            Verdict verdict = answers.get(i);
                            verdicts[index] = verdict;
                            settlements.add(new Settlement(admissions.get(index).id(), verdict, check(verdict)));
                        }
                        asked(() -> tracker.complete(settlements)).whenComplete((nothing, failure) -> {
                            if (failure != null) {
                                LOG.error(
                                        "The tracker could not store what came of sending; the messages read as uncertain",
                                        failure);
                            }
                            stored.complete(null);
                        });
                    },
                    failure -> Collections.nCopies(admitted.size(), Once.open("Sending", failure)));
            return stored;
        }
    }

    /**
     * A block's lines are asked for by client id, all others by the provider's id. So what may have left in a block can be found, though
     * its answer told nothing.
     */
    private Instant check(Verdict verdict) {
        boolean mayBeKnown = verdict.state() == SmsState.UNKNOWN
                ? toldLater
                : verdict.state().isAccepted() && !verdict.state().isFinal();
        return firstCheck != null && mayBeKnown ? clock.instant().plus(firstCheck) : null;
    }

    private static Verdict unsettled() {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                null,
                "A message with the same client id may have left before; settle that one first");
    }

    private static Verdict awaited(Optional<TrackedMessage> message) {
        boolean known = message != null && message.isPresent() && message.get().verdict() != null;
        return known && message.get().state() != SmsState.UNKNOWN
                ? message.get().verdict()
                : Verdict.uncertain(
                        SmsError.TIMEOUT, null, "A message with the same client id is under way; its outcome is open");
    }
}
