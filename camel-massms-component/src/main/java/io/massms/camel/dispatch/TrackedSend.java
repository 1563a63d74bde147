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
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request of which the tracker knows: sends what it admitted, waits for what is under way elsewhere, and stores what came of it. */
final class TrackedSend {
    private static final Logger LOG = LoggerFactory.getLogger(TrackedSend.class);

    private final SmsTracker tracker;
    private final Duration patience;
    private final FirstCheck firstCheck;
    private final List<Admission> admissions;
    private final Consumer<List<Verdict>> done;
    private final Verdict[] verdicts;

    TrackedSend(
            SmsTracker tracker,
            Duration patience,
            FirstCheck firstCheck,
            List<Admission> admissions,
            Consumer<List<Verdict>> done) {
        this.tracker = tracker;
        this.patience = patience;
        this.firstCheck = firstCheck;
        this.admissions = admissions;
        this.done = done;
        this.verdicts = new Verdict[admissions.size()];
    }

    void start(Way way) {
        List<Integer> admitted = new ArrayList<>(admissions.size());
        List<CompletableFuture<?>> open = new ArrayList<>(0);
        for (int i = 0; i < admissions.size(); i++) {
            int index = i;
            Admission admission = admissions.get(i);
            switch (admission.decision()) {
                case ADMITTED -> admitted.add(i);
                case KNOWN -> verdicts[i] = admission.message().outcome();
                case UNCERTAIN -> verdicts[i] = unsettled();
                case UNDER_WAY ->
                    open.add(asked(() -> tracker.await(admission.id(), patience))
                            .handle((message, failure) -> verdicts[index] = awaited(message))
                            .toCompletableFuture());
            }
        }
        if (!admitted.isEmpty()) {
            open.add(send(admitted, way).toCompletableFuture());
        }
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
                .whenComplete((nothing, failure) -> done.accept(Arrays.asList(verdicts)));
    }

    private CompletionStage<Void> send(List<Integer> admitted, Way way) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        Once.<List<Verdict>>ask(
                answer -> way.send(admitted, answer),
                answers -> {
                    List<Settlement> settlements = new ArrayList<>(admitted.size());
                    for (int i = 0; i < admitted.size(); i++) {
                        int index = admitted.get(i);
                        Verdict verdict = answers.get(i);
                        verdicts[index] = verdict;
                        settlements.add(new Settlement(admissions.get(index).id(), verdict, firstCheck.of(verdict)));
                    }
                    asked(() -> tracker.complete(settlements)).whenComplete((nothing, failure) -> {
                        if (failure != null) {
                            LOG.error(
                                    "The tracker could not store what came of sending; until it can, the messages count as under way",
                                    failure);
                        }
                        stored.complete(null);
                    });
                },
                failure -> Collections.nCopies(admitted.size(), Once.open("Sending", failure)));
        return stored;
    }

    /** What the tracker throws becomes a failed stage, and so does a missing stage: the caller waits for the end. */
    static <T> CompletionStage<T> asked(Supplier<CompletionStage<T>> question) {
        try {
            return Objects.requireNonNull(question.get(), "The tracker gave no stage");
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Those of a list that stand at the indices. */
    static <T> List<T> pick(List<T> all, List<Integer> indices) {
        return indices.stream().map(all::get).toList();
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
                ? message.get().outcome()
                : Verdict.uncertain(
                        SmsError.TIMEOUT, null, "A message with the same client id is under way; its outcome is open");
    }

    /** What is done with the messages that the tracker admits. */
    interface Way {

        /**
         * Handles them.
         *
         * @param admitted the indices of the messages
         * @param answer   called with the outcome of each, in the same order
         */
        void send(List<Integer> admitted, Consumer<List<Verdict>> answer);
    }
}
