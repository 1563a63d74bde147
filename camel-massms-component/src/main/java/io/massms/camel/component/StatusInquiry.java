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

import io.massms.camel.component.options.PaceOptions;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.dispatch.Pace;
import io.massms.camel.dispatch.Pacer;
import io.massms.camel.dispatch.StatusesByClientId;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.StatusQuestion;
import io.massms.camel.spi.StatusesQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Asks a provider what became of tracked messages, at the account's pace: many by their date in one call, few by their ids. */
final class StatusInquiry {
    /** What is older is asked for by its id, lest one old message makes every answer long (decided). */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final Protocol protocol;
    private final Caller caller;
    private final Pacer pacer;
    private final Pace pace;
    private final int byDateFrom;
    private final Duration patience;

    StatusInquiry(SmsEndpoint endpoint) {
        SmsAccess access = endpoint.access();
        SmsResources resources = endpoint.getComponent().resources();
        SmsConfiguration options = endpoint.getConfiguration();
        protocol = access.protocol();
        caller = new Caller(resources.transport(endpoint), access.account(), access.requestTimeout());
        pacer = resources.pacer(access.account());
        pace = PaceOptions.pace(options, access.account(), resources.workers());
        byDateFrom = options.getStatusByDateFrom();
        patience = Duration.ofMillis(options.getStatusNotFoundGrace());
    }

    /** Asks for one message by its id. */
    CompletableFuture<Answer<SmsStatus>> ask(TrackedMessage message) {
        String id = message.providerMessageId() != null
                ? message.providerMessageId()
                : message.submission().clientId();
        return ask(protocol.status(), question(id, message));
    }

    /**
     * Asks for many messages in one call.
     *
     * @param  messages whose state is open
     * @param  now      what time it is
     * @return          answers, for as many of them as this is the way to ask for: none where they are few, and none for those older than
     *                  {@code statusNotFoundGrace} that the answer left out. A failure stands for all
     */
    Map<UUID, Answer<SmsStatus>> askByDate(List<TrackedMessage> messages, Instant now) {
        List<TrackedMessage> young = messages.stream()
                .filter(message -> message.submission().clientId() != null
                        && message.created().isAfter(now.minus(LONGEST_WINDOW)))
                .toList();
        if (protocol.statusesSince() == null || byDateFrom == 0 || young.size() < byDateFrom) {
            return Map.of();
        }
        Instant first = young.stream()
                .map(TrackedMessage::created)
                .min(Instant::compareTo)
                .orElseThrow();
        Answer<List<SmsStatus>> answer =
                ask(protocol.statusesSince(), StatusesQuestion.sentFrom(first)).join();
        if (answer.isUnclear()) {
            return Map.of(); // each of them is asked for
        }
        return answer.fold(lines -> answers(lines, young, now), verdict -> failed(verdict, young));
    }

    private static Map<UUID, Answer<SmsStatus>> failed(Verdict verdict, List<TrackedMessage> messages) {
        Map<UUID, Answer<SmsStatus>> answers = new HashMap<>();
        messages.forEach(message -> answers.put(message.id(), Answer.failed(verdict)));
        return answers;
    }

    /** What is left out is not processed yet. The manual could also mean the lines of one second: then their ids bring it to light. */
    private Map<UUID, Answer<SmsStatus>> answers(List<SmsStatus> lines, List<TrackedMessage> messages, Instant now) {
        StatusesByClientId statuses = new StatusesByClientId(lines);
        Map<UUID, Answer<SmsStatus>> answers = new HashMap<>();
        for (TrackedMessage message : messages) {
            SmsStatus status = statuses.of(question(message.submission().clientId(), message));
            if (status != null) {
                answers.put(message.id(), Answer.of(status));
            } else if (message.created().plus(patience).isAfter(now)) {
                answers.put(message.id(), Answer.of(notYet(message)));
            }
        }
        return answers;
    }

    /** A question that distinguishes the message from others with the same id. */
    private static StatusQuestion question(String id, TrackedMessage message) {
        return new StatusQuestion(id, message.submission().to(), message.created());
    }

    private static SmsStatus notYet(TrackedMessage message) {
        return message.status()
                .withMessageId(null)
                .withState(SmsState.ENROUTE)
                .withError(null, null, null)
                .withTime(null);
    }

    private <Q, A> CompletableFuture<Answer<A>> ask(Codec<Q, A> codec, Q question) {
        CompletableFuture<Answer<A>> answer = new CompletableFuture<>();
        pacer.await(
                pace.interval(),
                pace.patience(),
                () -> caller.ask(codec, question, answer::complete),
                refusal -> answer.complete(Answer.failed(refusal)));
        return answer;
    }
}
