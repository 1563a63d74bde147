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

import io.massms.camel.component.options.MissingCredentialsException;
import io.massms.camel.component.options.OwnCredentials;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.spi.Operation;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.apache.camel.component.webhook.WebhookUtils;
import org.apache.camel.spi.RestConsumerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a webhook needs. Camel makes its endpoint before it says that it is one: without an operation it is taken for one that
 * sends, and fails for want of credentials that a webhook has no use for.
 */
final class WebhookAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookAdvice.class);
    private static final Set<String> RECOMMENDED = Set.of("platform-http", "servlet");

    private WebhookAdvice() {}

    /** Warns of an HTTP component that ends calls before their exchanges: Camel gives a webhook no time to end them. */
    static void warnOfServer(CamelContext context, WebhookConfiguration webhook) {
        RestConsumerFactory server = WebhookUtils.locateRestConsumerFactory(context, webhook);
        String name = server instanceof Component component ? component.getDefaultName() : null;
        if (name == null || !RECOMMENDED.contains(name)) {
            LOG.warn(
                    "The webhook {} is served by {}, with which webhooks are not tested: netty-http, jetty and undertow cut off"
                            + " pushes that are being processed when the application stops, and some tell no addresses for"
                            + " webhookAllowedAddresses. Right is webhookComponentName=platform-http or servlet",
                    webhook.computeFullPath(false),
                    webhook.getWebhookComponentName() == null
                            ? server.getClass().getSimpleName()
                            : webhook.getWebhookComponentName());
        }
    }

    /**
     * Checks that a route takes what is pushed. A queue that waits for somebody who polls has taken a message before anybody has: the
     * provider would get its 200, and what is left in the queue at the end would be lost.
     *
     * @throws IllegalArgumentException where a queue takes it; says what would be right
     */
    static void requireRoute(Processor next, String provider) {
        if (next instanceof PollingConsumer) {
            throw new IllegalArgumentException(
                    "A webhook cannot be polled: the provider must be answered when its message"
                            + " is processed; right is a route that consumes from webhook:sms:" + provider
                            + ", and puts the messages into a queue or a table that can be polled");
        }
    }

    /**
     * Checks options as {@link SmsAccess#validated} does.
     *
     * @throws IllegalArgumentException names the operation of a webhook, too, where credentials alone are missing, and none would be with it
     */
    static SmsAccess validated(SmsConfiguration options, OwnCredentials own, CamelContext context, Clock clock) {
        try {
            return SmsAccess.validated(options, own, context, clock);
        } catch (MissingCredentialsException e) {
            boolean advisable = Operation.send.name().equalsIgnoreCase(options.getOperation())
                    && mayBeOfAWebhook(options, own, context, clock);
            throw advisable
                    ? new IllegalArgumentException(
                            e.getMessage() + "; where it is to be a webhook, right is operation=inbox")
                    : e;
        }
    }

    private static boolean mayBeOfAWebhook(
            SmsConfiguration options, OwnCredentials own, CamelContext context, Clock clock) {
        SmsConfiguration inbox = options.copy();
        inbox.setOperation("inbox");
        try {
            SmsAccess.validated(inbox, own, context, clock).requirePushed();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
