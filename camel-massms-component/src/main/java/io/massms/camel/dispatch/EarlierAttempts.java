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
import java.util.List;

/**
 * Finds out of messages that a policy refuses now whether they left in an earlier attempt under the same key. "Not sent" would make a
 * route send them by another provider.
 */
final class EarlierAttempts {
    private final Sender sender;
    private final List<Delivery> refused;
    private final int mostParts;

    EarlierAttempts(Sender sender, Batch batch) {
        this.sender = sender;
        this.refused = batch.deliveries().stream()
                .filter(delivery -> delivery.mayBeKnown(0))
                .toList();
        this.mostParts = refused.stream().mapToInt(Delivery::parts).max().orElse(0);
    }

    /** Puts what came of earlier attempts in the place of the refusals; then goes on, on any thread. */
    void recall(Runnable then) {
        recall(1, 0, then);
    }

    /** A question is about one part of messages that were split into as many. */
    private void recall(int parts, int part, Runnable then) {
        if (parts > mostParts) {
            then.run();
        } else if (part == parts) {
            recall(parts + 1, 0, then);
        } else {
            ask(parts, part, () -> recall(parts, part + 1, then));
        }
    }

    private void ask(int parts, int part, Runnable then) {
        List<Delivery> asked = refused.stream()
                .filter(delivery -> delivery.parts() == parts && delivery.mayBeKnown(part))
                .toList();
        if (asked.isEmpty()) {
            then.run();
            return;
        }
        List<SmsMessage> messages =
                asked.stream().map(delivery -> delivery.wireMessage(part)).toList();
        List<Verdict> refusals =
                asked.stream().map(delivery -> delivery.verdict(part)).toList();
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
                        .map(delivery -> Once.open("Asking for an earlier attempt", failure))
                        .toList());
    }
}
