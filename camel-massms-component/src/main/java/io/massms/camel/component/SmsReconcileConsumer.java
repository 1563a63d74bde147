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

import io.massms.camel.component.route.Emission;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Asks from time to time what became of messages whose outcome is open, and emits what it found out. What stays open is not emitted. A
 * message is settled before it is told, so that a route that is told of a refusal may send it again; what the route failed to take is told
 * again by the next poll, and a final state that a crash left untold by a consumer of {@code operation=status}.
 */
final class SmsReconcileConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final ReportsUnderWay underWay;
    private final Queue<TrackedMessage> untold = new ConcurrentLinkedQueue<>();
    private Reconciliation reconciliation;

    SmsReconcileConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsResources resources = endpoint.getComponent().resources();
        underWay = resources.reportsUnderWay(resources.requireTracker(endpoint.getConfiguration()));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        reconciliation = new Reconciliation(endpoint, clock);
    }

    @Override
    protected int poll() throws Exception {
        underWay.renew(clock.instant());
        int told = tellAgain();
        for (TrackedMessage message : reconciliation.next()) {
            if (isRunAllowed()) {
                told += reconciliation
                                .settle(message, ReportsUnderWay.CLAIM)
                                .filter(this::tell)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        forceConsumerAsReady();
        return told;
    }

    private int tellAgain() {
        int told = 0;
        for (int left = untold.size(); left > 0 && isRunAllowed(); left--) {
            told += tell(untold.remove()) ? 1 : 0;
        }
        return told;
    }

    private boolean tell(TrackedMessage message) {
        if (!message.state().isFinal()) {
            return tell(message, completed -> ended(message, completed));
        }
        return underWay.begin(message.id(), clock.instant())
                && tell(message, completed -> {
                    underWay.end(
                            message.id(), completed ? null : clock.instant().plus(ReportsUnderWay.CLAIM));
                    ended(message, completed);
                });
    }

    private boolean tell(TrackedMessage message, Consumer<Boolean> end) {
        return Emission.tell(this, out -> Reports.write(message.status(), out), "A report could not be processed", end);
    }

    private void ended(TrackedMessage message, boolean completed) {
        if (!completed) {
            untold.add(message);
        }
    }
}
