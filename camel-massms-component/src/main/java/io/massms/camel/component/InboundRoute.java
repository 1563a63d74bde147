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

import io.massms.camel.model.InboundSms;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route of a pushed message, before which it is looked at for an opt-out where the endpoint asks for that. */
final class InboundRoute implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(InboundRoute.class);

    private final OptOutReplies optOuts;
    private final Processor route;

    InboundRoute(SmsEndpoint endpoint, Processor route) {
        optOuts = OptOutReplies.of(endpoint);
        this.route = route;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        if (optOuts != null) {
            look(exchange.getMessage().getBody(InboundSms.class));
        }
        route.process(exchange);
    }

    private void look(InboundSms message) {
        try {
            optOuts.accept(message);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A message of {} was not handed to the route: it could not be looked at for an opt-out",
                    message.provider(),
                    e);
            throw e;
        }
    }
}
