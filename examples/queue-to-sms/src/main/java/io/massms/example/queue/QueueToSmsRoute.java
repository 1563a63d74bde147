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
package io.massms.example.queue;

import io.massms.camel.component.SmsConstants;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Every message of the queue {@code sms} becomes one SMS: the body is its text, the property {@code to} its recipient. It leaves the
 * queue when the SMS was sent, or in the transaction that puts it into another queue.
 */
final class QueueToSmsRoute extends RouteBuilder {
    static final String ID = "queue-to-sms";
    static final String QUEUE = "sms";

    @Override
    public void configure() {
        // a roll-back is told in one line of the log, without a stack trace
        onException(SmsTemporaryException.class).logExhausted(false);

        from("jms:queue:" + QUEUE + "?disableReplyTo=true")
                .routeId(ID)
                .transacted("required")
                .setHeader(SmsConstants.TO, header("to"))
                .setHeader(SmsConstants.CLIENT_ID)
                .exchange(QueueToSmsRoute::key)
                .doTry()
                // of its exceptions SmsTemporaryException is not caught: rolled back, so that the broker delivers the
                // message again
                .to("sms:natalia?idempotent=true")
                .doCatch(SmsRejectedException.class)
                .setHeader("error", simple("${exception.error}"))
                .to("jms:queue:sms.rejected")
                .doCatch(SmsUncertainException.class)
                .setHeader("error", simple("${exception.error}"))
                .to("jms:queue:sms.uncertain")
                .end();
    }

    /** The sender's own key, which it gives again when it sends again; or else the broker's, the same in each delivery. */
    private static Object key(Exchange exchange) {
        Object own = exchange.getMessage().getHeader("JMSCorrelationID");
        return own != null ? own : exchange.getMessage().getHeader("JMSMessageID");
    }
}
