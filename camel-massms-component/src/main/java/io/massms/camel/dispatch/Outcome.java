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
package io.massms.camel.dispatch;

import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.spi.Verdict;
import java.util.List;

/**
 * How a send ended.
 *
 * @param result  what became of everything
 * @param failure what is to be thrown: only where no recipient was accepted; else null
 * @param only    the receipt of a send with a single one; null where there were more or none
 * @param unsent  of a failed send the messages that surely did not leave, those refused for good included: another provider may
 *                take them
 */
public record Outcome(SmsResult result, SmsException failure, SmsReceipt only, List<SmsMessage> unsent) {

    /**
     * The same became of all messages, without a request.
     *
     * @param  settings how they would have been sent
     * @param  messages each with one recipient
     * @param  verdict  what became of them
     * @return          the outcome
     */
    public static Outcome ofAll(SendSettings settings, List<SmsMessage> messages, Verdict verdict) {
        Batch batch = new Batch(1);
        messages.forEach(message -> batch.add(Delivery.settled(message, message.to(), false, verdict)));
        ResultCollector results = new ResultCollector(settings);
        results.add(batch);
        return results.outcome();
    }
}
