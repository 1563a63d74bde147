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

/** Deliveries that share requests, in the order of the input. Those that are settled already only keep their place. */
final class Batch {
    private final List<Delivery> deliveries;
    private Delivery sample;
    private int pending;
    private long bytes;
    private volatile boolean finished;

    Batch(int expected) {
        deliveries = new ArrayList<>(expected);
    }

    /** Whether a delivery can come along. */
    boolean accepts(Delivery delivery, boolean personalised) {
        return sample == null
                || !delivery.isPending(0)
                || (personalised && delivery.parts() == 1 && sample.parts() == 1 && !delivery.held() && !sample.held())
                || sample.sharesContentWith(delivery);
    }

    /** Whether a delivery fits in besides those that are there; the first always does. */
    boolean hasRoom(Delivery delivery, LineLimit limit) {
        return limit == null || pending == 0 || !delivery.isPending(0) || bytes + delivery.bytes() <= limit.mostBytes();
    }

    void add(Delivery delivery) {
        deliveries.add(delivery);
        if (delivery.isPending(0)) {
            pending++;
            bytes += delivery.bytes();
            if (sample == null) {
                sample = delivery;
            }
        }
    }

    /** Whether its deliveries are held here until their time comes. */
    boolean isHeld() {
        return sample != null && sample.held();
    }

    /** How many deliveries wait to be sent. */
    int pending() {
        return pending;
    }

    /** The deliveries of which a part waits to be sent. */
    List<Delivery> pending(int part) {
        List<Delivery> waiting = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            if (part < delivery.parts() && delivery.isPending(part)) {
                waiting.add(delivery);
            }
        }
        return waiting;
    }

    /** Whether a policy refuses a delivery of it. */
    boolean hasRefused() {
        return deliveries.stream().anyMatch(delivery -> delivery.mayBeKnown(0));
    }

    /** Says that what waits was looked at and no more. */
    void skip() {
        for (int part = 0; part < parts(); part++) {
            for (Delivery delivery : pending(part)) {
                delivery.settle(part, Verdict.dryRun());
            }
        }
    }

    int size() {
        return deliveries.size();
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** Into how many parts the shared text was split. */
    int parts() {
        return sample == null ? 0 : sample.parts();
    }

    /** Says that every delivery is settled; what was written before is seen by who reads {@link #isFinished()}. */
    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }
}
