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
import io.massms.camel.model.SmsStatus;
import io.massms.camel.tracker.TrackedMessage;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultConsumer;

/** Emits what is known of a message to a route. */
final class Reports {
    private Reports() {}

    /**
     * Emits it as {@linkplain Emission#emit any consumer does}.
     *
     * @param  end called once: true if the exchange completed
     * @return     false if the route failed
     */
    static boolean emit(DefaultConsumer consumer, TrackedMessage message, Consumer<Boolean> end) {
        SmsStatus status = message.status();
        return Emission.emit(consumer, out -> write(status, out), "A report could not be processed", end);
    }

    static void write(SmsStatus status, Message message) {
        message.setBody(status);
        message.setHeader(SmsConstants.PROVIDER, status.provider());
        message.setHeader(SmsConstants.TO, status.to());
        message.setHeader(SmsConstants.MESSAGE_ID, status.messageId());
        message.setHeader(SmsConstants.CLIENT_ID, status.clientId());
        message.setHeader(SmsConstants.STATE, status.state());
        message.setHeader(SmsConstants.ERROR, status.error());
    }
}
