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
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds out of messages that a policy refuses now whether they left in an earlier attempt under the same key. "Not sent" would make a
 * route send them by another provider.
 */
final class EarlierAttempts {
    private final Sender sender;
    private final Iterator<List<OutgoingMessage>> groups;

    EarlierAttempts(Sender sender, Batch batch) {
        this.sender = sender;
        this.groups = batch.messages().stream()
                .filter(outgoing -> outgoing.mayBeKnown(0))
                .collect(Collectors.groupingBy(OutgoingMessage::parts))
                .values()
                .iterator();
    }

    /** Puts what came of earlier attempts in the place of the refusals; then goes on, on any thread. */
    void recall(Runnable then) {
        if (groups.hasNext()) {
            recall(groups.next(), 0, () -> recall(then));
        } else {
            then.run();
        }
    }

    /** A question is about one part of messages that were split into as many. A part can be known only where those before it are. */
    private void recall(List<OutgoingMessage> group, int part, Runnable then) {
        List<OutgoingMessage> asked = group.stream()
                .filter(outgoing -> part < outgoing.parts() && outgoing.mayBeKnown(part))
                .toList();
        if (asked.isEmpty()) {
            then.run();
        } else {
            ask(asked, part, () -> recall(asked, part + 1, then));
        }
    }

    private void ask(List<OutgoingMessage> asked, int part, Runnable then) {
        int parts = asked.get(0).parts();
        List<SmsMessage> messages =
                asked.stream().map(outgoing -> outgoing.wireMessage(part)).toList();
        List<Verdict> refusals =
                asked.stream().map(outgoing -> outgoing.verdict(part)).toList();
        Once.<List<Verdict>>ask(
                done -> sender.refuse(new SendQuestion(messages, false, part + 1, parts), refusals, done),
                verdicts -> {
                    for (int i = 0; i < asked.size(); i++) {
                        if (verdicts.get(i) != refusals.get(i)) {
                            asked.get(i).settle(part, verdicts.get(i));
                        }
                    }
                    then.run();
                },
                failure -> asked.stream()
                        .map(outgoing -> Once.open("Asking for an earlier attempt", failure))
                        .toList());
    }
}
