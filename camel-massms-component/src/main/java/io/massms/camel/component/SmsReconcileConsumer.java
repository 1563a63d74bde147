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

import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import java.time.Clock;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Asks from time to time what became of messages whose outcome is open, and emits what it found out. What stays open is not emitted. */
final class SmsReconcileConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private Reconciliation reconciliation;

    SmsReconcileConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        reconciliation = new Reconciliation(endpoint, clock);
    }

    @Override
    protected int poll() throws Exception {
        int told = 0;
        for (SmsStatus status : reconciliation.run()) {
            if (status.state() != SmsState.UNKNOWN) {
                Emission.tell(this, out -> Reports.write(status, out), "A report could not be processed");
                told++;
            }
        }
        forceConsumerAsReady();
        return told;
    }
}
