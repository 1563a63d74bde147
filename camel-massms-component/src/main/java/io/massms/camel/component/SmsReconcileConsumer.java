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
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Asks from time to time what became of messages whose outcome is open, and emits what it found out. What stays open is not emitted. A
 * message is settled before it is told, so that a route that is told of a refusal may send it again; what the route failed to take is told
 * again by the next poll, and a final state that a crash left untold by a consumer of {@code operation=status}.
 */
final class SmsReconcileConsumer extends ScheduledPollConsumer {
    private static final Duration UNTOLD = Duration.ofMinutes(2);

    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final SmsTracker tracker;
    private final Queue<TrackedMessage> untold = new ArrayDeque<>();
    private Reconciliation reconciliation;

    SmsReconcileConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        tracker = endpoint.getComponent().resources().requireTracker(endpoint.getConfiguration());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        reconciliation = new Reconciliation(endpoint, clock);
    }

    @Override
    protected int poll() throws Exception {
        int told = tellAgain();
        for (TrackedMessage message : reconciliation.next()) {
            if (isRunAllowed()) {
                told += reconciliation
                                .settle(message, UNTOLD)
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
        boolean told =
                Emission.tell(this, out -> Reports.write(message.status(), out), "A report could not be processed");
        if (!told) {
            untold.add(message);
        } else if (message.state().isFinal()) {
            tracker.schedule(message.id(), null);
        }
        return told;
    }
}
