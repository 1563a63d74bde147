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
import org.apache.camel.Message;

/** What a route finds in a message that a handset sent. */
final class InboundHeaders {
    private InboundHeaders() {}

    static void fill(Message message, InboundSms sms) {
        message.setBody(sms);
        message.setHeader(SmsConstants.PROVIDER, sms.provider());
        message.setHeader(SmsConstants.FROM, sms.from());
        message.setHeader(SmsConstants.TO, sms.to());
        message.setHeader(SmsConstants.MESSAGE_ID, sms.messageId());
        message.setHeader(SmsConstants.CLIENT_ID, sms.clientId());
        message.setHeader(SmsConstants.RECEIVED_TIME, sms.receivedTime());
    }
}
