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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.dispatch.EndableTurns;
import io.massms.camel.dispatch.Gatekeeper;
import io.massms.camel.dispatch.SendSettings;
import io.massms.camel.dispatch.Sender;
import io.massms.camel.dispatch.Turns;
import io.massms.camel.hold.QuartzHolder;
import io.massms.camel.transport.Transport;
import java.time.Duration;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** What an endpoint sends with: its settings, its requests' way out, and what it holds until later. */
final class SendPipeline extends ServiceSupport {
    private final SendSettings settings;
    private final SenderInUse single;
    private final SenderInUse bulk;
    private final HeldSends held;

    SendPipeline(SmsEndpoint endpoint) {
        SmsAccess access = endpoint.access();
        SendSettings given = access.send(); // says what is missing before anything is opened with it
        SmsResources resources = endpoint.getComponent().resources();
        Turns turns = resources.pacer(access.account());
        EndableTurns heldTurns = new EndableTurns(turns);
        Transport transport = resources.sendTransport(endpoint);
        single = new SenderInUse(endpoint, transport, turns);
        bulk = new SenderInUse(endpoint, transport.forBulk(), turns);
        SenderInUse heldSender = new SenderInUse(endpoint, transport.forBulk(), heldTurns);
        Gatekeeper gatekeeper = gatekeeper(endpoint);
        held = new HeldSends(endpoint, heldSender::get, heldTurns, gatekeeper);
        settings = given.with(given.policies().with(held, gatekeeper));
    }

    /** Checks messages immediately before they go; null if the options ask for no check. */
    private static Gatekeeper gatekeeper(SmsEndpoint endpoint) {
        SmsConfiguration options = endpoint.getConfiguration();
        Long window = options.getDuplicateWindow();
        if (options.getOptOutRepository() == null && window == null) {
            return null;
        }
        SmsResources resources = endpoint.getComponent().resources();
        return new Gatekeeper(
                endpoint.access().account().key(),
                options.getOptOutRepository(),
                options.isOptOut(),
                resources.recentSends(),
                window == null ? null : Duration.ofMillis(window),
                resources.workers(),
                endpoint.getComponent().clock());
    }

    SendSettings settings() {
        return settings;
    }

    /** The way out for one message, or for many. */
    Sender sender(boolean many) {
        return (many ? bulk : single).get();
    }

    QuartzHolder held() {
        return held.holder();
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(held);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(held);
    }
}
