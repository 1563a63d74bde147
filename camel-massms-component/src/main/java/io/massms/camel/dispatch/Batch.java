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

import io.massms.camel.spi.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Outgoing messages that share requests, in the order of the input. Those that are settled already only keep their place. */
final class Batch {
    private final List<OutgoingMessage> messages;
    private OutgoingMessage sample;
    private int pending;
    private long bytes;
    private volatile boolean finished;

    Batch(int expected) {
        messages = new ArrayList<>(expected);
    }

    /** Whether a message can come along. */
    boolean accepts(OutgoingMessage message, boolean personalised) {
        return sample == null
                || !message.isPending(0)
                || (personalised && message.parts() == 1 && sample.parts() == 1 && !message.held() && !sample.held())
                || sample.sharesContentWith(message);
    }

    /** Whether a message fits in besides those that are there; the first always does. */
    boolean hasRoom(OutgoingMessage message, LineLimit limit) {
        return limit == null || pending == 0 || !message.isPending(0) || bytes + message.bytes() <= limit.mostBytes();
    }

    void add(OutgoingMessage message) {
        messages.add(message);
        if (message.isPending(0)) {
            pending++;
            bytes += message.bytes();
            if (sample == null) {
                sample = message;
            }
        }
    }

    /** Whether its messages are held here until their time comes. */
    boolean isHeld() {
        return sample != null && sample.held();
    }

    /** How many messages wait to be sent. */
    int pending() {
        return pending;
    }

    /** The messages of which a part waits to be sent. */
    List<OutgoingMessage> pending(int part) {
        List<OutgoingMessage> waiting = new ArrayList<>(messages.size());
        for (OutgoingMessage message : messages) {
            if (part < message.parts() && message.isPending(part)) {
                waiting.add(message);
            }
        }
        return waiting;
    }

    /** Whether a policy refuses a message of it. */
    boolean hasRefused() {
        return messages.stream().anyMatch(message -> message.mayBeKnown(0));
    }

    /** Says that what waits was looked at and no more. */
    void skip() {
        for (int part = 0; part < parts(); part++) {
            for (OutgoingMessage message : pending(part)) {
                message.settle(part, Verdict.dryRun());
            }
        }
    }

    int size() {
        return messages.size();
    }

    List<OutgoingMessage> messages() {
        return messages;
    }

    /** Into how many parts the shared text was split. */
    int parts() {
        return sample == null ? 0 : sample.parts();
    }

    /** Says that every message is settled; what was written before is seen by who reads {@link #isFinished()}. */
    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }
}
