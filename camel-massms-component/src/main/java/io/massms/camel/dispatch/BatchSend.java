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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A batch on its way: past the gatekeeper, to the sender or the holder, and back. Whatever one of them throws, each message gets a
 * verdict that is true, and the end is called once.
 */
final class BatchSend {
    private final SendSettings settings;
    private final Sender sender;
    private final boolean dryRun;
    private final Batch batch;
    private final Runnable end;
    private final Holding holding;

    BatchSend(SendSettings settings, Sender sender, boolean dryRun, Batch batch, Runnable end) {
        this.settings = settings;
        this.sender = sender;
        this.dryRun = dryRun;
        this.batch = batch;
        this.end = end;
        this.holding = new Holding(settings);
    }

    /** Whether its messages are to be looked at and no more. */
    boolean isCheckedOnly() {
        return dryRun && (batch.isHeld() || !settings.profile().testFlag());
    }

    /** Whether what a policy refuses may have left before under the same key. */
    boolean asksForEarlier() {
        return settings.idempotent() && !dryRun && batch.hasRefused();
    }

    void start() {
        Gatekeeper gatekeeper = settings.policies().gatekeeper();
        if (gatekeeper == null) {
            send();
            return;
        }
        Once.<Verdict>ask(
                passed -> gatekeeper.before(batch, dryRun, settings.idempotent(), () -> passed.accept(null)),
                refusal -> {
                    if (refusal != null) {
                        batch.pending(0).forEach(outgoing -> outgoing.refuse(refusal));
                    }
                    send();
                },
                Gatekeeper::unknown);
    }

    private void send() {
        if (asksForEarlier()) {
            new EarlierAttempts(sender, batch).recall(this::sendPending);
        } else {
            sendPending();
        }
    }

    private void sendPending() {
        if (isCheckedOnly()) {
            batch.skip();
            finish();
        } else if (batch.isHeld()) {
            holding.hold(batch.pending(0), this::finish);
        } else {
            sendPart(0);
        }
    }

    private void sendPart(int part) {
        List<OutgoingMessage> pending = batch.pending(part);
        if (pending.isEmpty()) {
            finish();
            return;
        }
        List<SmsMessage> messages = new ArrayList<>(pending.size());
        pending.forEach(outgoing -> messages.add(outgoing.wireMessage(part)));
        Once.<List<Verdict>>ask(
                done -> sender.send(settings, new SendQuestion(messages, dryRun, part + 1, batch.parts()), done),
                verdicts -> {
                    for (int i = 0; i < pending.size(); i++) {
                        pending.get(i).settle(part, verdicts.get(i));
                    }
                    holding.holdLate(pending, part, () -> endPart(part));
                },
                failure -> Collections.nCopies(pending.size(), Once.open("Sending", failure)));
    }

    private void endPart(int part) {
        if (part + 1 < batch.parts()) {
            sendPart(part + 1);
        } else {
            finish();
        }
    }

    private void finish() {
        Gatekeeper gatekeeper = settings.policies().gatekeeper();
        if (gatekeeper == null) {
            end.run();
        } else {
            Once.<Void>ask(
                    noted -> gatekeeper.after(batch, () -> noted.accept(null)), nothing -> end.run(), failure -> null);
        }
    }
}
