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

import io.massms.camel.dispatch.Outcome;
import io.massms.camel.model.SmsResult;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a route, or else the log, what became of messages that were held. */
final class HeldReport extends ServiceSupport {
    private static final Logger LOG = LoggerFactory.getLogger(HeldReport.class);

    private final CamelContext context;
    private final String uri;
    private Endpoint target;
    private volatile ProducerTemplate template;

    HeldReport(CamelContext context, String uri) {
        this.context = context;
        this.uri = uri;
    }

    void send(String clientId, Instant scheduledTime, Outcome outcome) {
        ProducerTemplate running = template;
        if (running == null) {
            log(clientId, outcome);
            return;
        }
        Exchange answered = running.send(target, exchange -> fill(exchange, clientId, scheduledTime, outcome));
        if (answered.getException() != null) {
            LOG.warn(
                    "The route behind scheduledResultUri failed on the result of held messages, clientId={}, {}",
                    clientId,
                    outcome.result(),
                    answered.getException());
        }
    }

    private static void fill(Exchange exchange, String clientId, Instant scheduledTime, Outcome outcome) {
        SendResults.write(outcome.result(), outcome.only(), exchange.getMessage());
        exchange.getMessage().setHeader(SmsConstants.CLIENT_ID, clientId);
        exchange.getMessage().setHeader(SmsConstants.SCHEDULED_TIME, scheduledTime);
        if (outcome.failure() != null) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, outcome.failure());
        }
    }

    private static void log(String clientId, Outcome outcome) {
        SmsResult result = outcome.result();
        if (outcome.failure() != null) {
            LOG.warn(
                    "Held messages were not sent, clientId={}: {}",
                    clientId,
                    outcome.failure().getMessage());
        } else if (result.rejectedCount() + result.uncertainCount() > 0) {
            LOG.warn("Some held messages were not sent, clientId={}: {}", clientId, result);
        } else {
            LOG.debug("Held messages were sent, clientId={}: {}", clientId, result);
        }
    }

    @Override
    protected void doStart() {
        if (uri != null) {
            target = context.getEndpoint(uri);
            template = context.createProducerTemplate();
            ServiceHelper.startService(template);
        }
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(template);
        template = null;
    }
}
