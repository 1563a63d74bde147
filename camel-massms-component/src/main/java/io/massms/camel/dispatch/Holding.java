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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Gives messages to the holder, and notes what it says. */
final class Holding {
    private final SendSettings settings;

    Holding(SendSettings settings) {
        this.settings = settings;
    }

    /**
     * Has messages held that are alike; then goes on, on any thread. If the caller gave no reference they share a new one: they are held,
     * and can be withdrawn, together. A channel that reports each message by its client id does not get that one: with the same in every
     * line their answers could not be distinguished. For the same reason what surely is not held goes back as it was given.
     */
    void hold(List<OutgoingMessage> held, Runnable then) {
        if (held.isEmpty()) {
            then.run();
            return;
        }
        SmsMessage first = held.get(0).given();
        String reference = first.clientId() == null ? UUID.randomUUID().toString() : first.clientId();
        boolean eachItsOwn = settings.profile().answersLater();
        List<SmsMessage> messages = held.stream()
                .map(OutgoingMessage::heldMessage)
                .map(message -> eachItsOwn ? message : message.withClientId(reference))
                .toList();
        Holder holder = settings.policies().holder();
        Once.<Verdict>ask(
                done -> holder.hold(reference, messages, first.scheduledTime(), done),
                verdict -> {
                    held.forEach(outgoing -> {
                        if (verdict.state() != SmsState.REJECTED) {
                            outgoing.refer(reference);
                        }
                        outgoing.settleAll(verdict);
                    });
                    then.run();
                },
                failure -> Once.open("Holding", failure));
    }

    /** Has those of the messages held whose turn came after the sending hours; then goes on, on any thread. */
    void holdLate(List<OutgoingMessage> messages, int part, Runnable then) {
        Timetable timetable = new Timetable(settings);
        List<OutgoingMessage> late = timetable.holdsLate()
                ? messages.stream()
                        .filter(outgoing -> Timetable.isLate(outgoing.verdict(part)))
                        .toList()
                : List.of();
        if (late.isEmpty()) {
            then.run();
            return;
        }
        Instant opening = timetable.opening();
        late.forEach(outgoing -> outgoing.hold(opening));
        holdEach(alike(late).iterator(), then);
    }

    private void holdEach(Iterator<List<OutgoingMessage>> groups, Runnable then) {
        if (groups.hasNext()) {
            hold(groups.next(), () -> holdEach(groups, then));
        } else {
            then.run();
        }
    }

    /** Neighbours that can be held together: a request may carry others together, too. */
    private static List<List<OutgoingMessage>> alike(List<OutgoingMessage> messages) {
        List<List<OutgoingMessage>> groups = new ArrayList<>();
        OutgoingMessage sample = null;
        for (OutgoingMessage outgoing : messages) {
            if (sample == null || !sample.sharesContentWith(outgoing)) {
                sample = outgoing;
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(outgoing);
        }
        return groups;
    }
}
