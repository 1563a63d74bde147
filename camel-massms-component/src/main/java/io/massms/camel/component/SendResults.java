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

import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import org.apache.camel.Message;

/** Puts what became of a send into a message. */
final class SendResults {
    private SendResults() {}

    /**
     * Takes away what an earlier send left, which a route would take for the results of this one if it fails and the failure is handled.
     * Only with the counts are the provider and the id those of a send: they may also tell of a message that came in.
     */
    static void clear(Message message) {
        if (message.getHeader(SmsConstants.ACCEPTED_COUNT) != null) {
            message.removeHeader(SmsConstants.PROVIDER);
            message.removeHeader(SmsConstants.ACCEPTED_COUNT);
            message.removeHeader(SmsConstants.REJECTED_COUNT);
            message.removeHeader(SmsConstants.UNCERTAIN_COUNT);
            message.removeHeader(SmsConstants.SEGMENTS);
            message.removeHeader(SmsConstants.MESSAGE_ID);
        }
    }

    /** Only is the receipt of a send with a single one; null where there were more or none. */
    static void write(SmsResult result, SmsReceipt only, Message message) {
        message.setBody(result);
        message.setHeader(SmsConstants.PROVIDER, result.provider());
        message.setHeader(SmsConstants.ACCEPTED_COUNT, result.acceptedCount());
        message.setHeader(SmsConstants.REJECTED_COUNT, result.rejectedCount());
        message.setHeader(SmsConstants.UNCERTAIN_COUNT, result.uncertainCount());
        message.setHeader(SmsConstants.SEGMENTS, result.segments());
        if (only != null && only.messageId() != null) {
            message.setHeader(SmsConstants.MESSAGE_ID, only.messageId());
        } else {
            message.removeHeader(SmsConstants.MESSAGE_ID);
        }
    }
}
