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

import io.massms.camel.model.SmsStatus;
import org.apache.camel.Message;

/** Writes what is known of a message into the one that a route gets. */
final class Reports {
    private Reports() {}

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
