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

import io.massms.camel.dispatch.Caller;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Protocol;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusChange;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out what became of messages whose outcome is open, and settles those of which the provider knows something. It never sends
 * anything.
 */
final class Reconciliation {
    private final SmsEndpoint endpoint;
    private final SmsTracker tracker;
    private final Caller caller;
    private final Clock clock;

    Reconciliation(SmsEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        tracker = endpoint.getComponent().resources().requireTracker(endpoint.getConfiguration());
        caller = new Caller(
                endpoint.getComponent().resources().transport(endpoint),
                endpoint.access().account(),
                endpoint.access().requestTimeout());
    }

    /**
     * Asks for what is open and older than a request can last.
     *
     * @return what is known now of each, {@code UNKNOWN} included; the oldest first
     */
    List<SmsStatus> run() {
        Duration underWay = endpoint.access().requestTimeout();
        List<TrackedMessage> open = tracker.uncertain(
                endpoint.access().account().key(),
                clock.instant().minus(underWay),
                endpoint.getConfiguration().getMaxMessagesPerPoll());
        List<SmsStatus> known = new ArrayList<>(open.size());
        open.forEach(message -> known.add(ask(message).orElse(message).status()));
        return known;
    }

    private Optional<TrackedMessage> ask(TrackedMessage message) {
        Protocol protocol = endpoint.access().protocol();
        String id = protocol.statusByClientId() ? message.submission().clientId() : message.providerMessageId();
        if (id == null || protocol.status() == null) {
            return Optional.empty();
        }
        CompletableFuture<Answer<SmsStatus>> answer = new CompletableFuture<>();
        caller.ask(protocol.status(), StatusInquiry.question(id, message), answer::complete);
        return answer.join() instanceof Answer.Of<SmsStatus> found && tells(found.value(), protocol)
                ? settle(message, found.value())
                : Optional.empty();
    }

    /** Who is asked by client id says "not yet" of messages that never arrived, too; and a dry run is no message's fate. */
    private static boolean tells(SmsStatus status, Protocol protocol) {
        return status.state() != SmsState.UNKNOWN
                && status.state() != SmsState.SKIPPED
                && !(protocol.statusByClientId() && status.time() == null);
    }

    private Optional<TrackedMessage> settle(TrackedMessage message, SmsStatus status) {
        try {
            return tracker.settle(message.id(), status.state(), status.error(), "the provider was asked")
                    .map(StatusChange::message);
        } catch (IllegalStateException settledMeanwhile) {
            return tracker.find(message.id());
        }
    }
}
