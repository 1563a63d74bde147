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

import io.massms.camel.spi.Operation;
import java.time.Clock;
import org.apache.camel.CamelContext;

/**
 * Says what a webhook needs. Camel makes its endpoint before it says that it is one: without an operation it is taken for one that
 * sends, and fails for want of credentials that a webhook has no use for.
 */
final class WebhookAdvice {
    private WebhookAdvice() {}

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
