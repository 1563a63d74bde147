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

import io.massms.camel.component.options.PaceOptions;
import io.massms.camel.dispatch.AwaitingSender;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.dispatch.RequestSender;
import io.massms.camel.dispatch.Sender;
import io.massms.camel.dispatch.TrackedSender;
import io.massms.camel.dispatch.Turns;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.transport.Transport;
import java.time.Duration;

/** The way out of an endpoint's requests: paced, awaited if they are blocks that are to be awaited, and tracked once somebody asks for that. */
final class SenderInUse {
    private final SmsEndpoint endpoint;
    private final Sender untracked;
    private volatile Sender tracked;

    SenderInUse(SmsEndpoint endpoint, Transport transport, Turns turns) {
        this.endpoint = endpoint;
        SmsAccess access = endpoint.access();
        SmsResources resources = endpoint.getComponent().resources();
        Caller caller = new Caller(transport, access.account(), access.requestTimeout());
        Sender once = new RequestSender(
                caller, turns, PaceOptions.pace(endpoint.getConfiguration(), access.account(), resources.workers()));
        Duration awaitBlock = Duration.ofMillis(endpoint.getConfiguration().getAwaitBlock());
        untracked = awaitBlock.isZero()
                ? once
                : new AwaitingSender(
                        once,
                        caller,
                        access.protocol(),
                        endpoint.getConfiguration().getStatusByDateFrom(),
                        awaitBlock,
                        endpoint.getComponent().clock(),
                        resources.waits());
    }

    /** A consumer of reports may ask for tracking after this was made. */
    Sender get() {
        if (tracked == null) {
            SmsTracker tracker = endpoint.getComponent().resources().tracker(endpoint.getConfiguration());
            if (tracker == null) {
                return untracked;
            }
            SmsAccess access = endpoint.access();
            boolean canBeAsked = access.protocol().status() != null
                    && (access.send().profile().answersLater()
                            || !access.protocol().statusByClientId());
            tracked = new TrackedSender(
                    untracked,
                    tracker,
                    access.send(),
                    endpoint.getConfiguration().getChannel(),
                    canBeAsked ? Duration.ofMillis(endpoint.getConfiguration().getStatusFirstInterval()) : null);
        }
        return tracked;
    }
}
