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

import io.massms.camel.component.body.Texts;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** The operation {@code cancel}: withdraws messages that are still held here. */
final class CancelAction {
    private final SmsEndpoint endpoint;

    CancelAction(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Withdraws what the client id names; the body becomes the number of messages, 0 where none is held any more.
     *
     * @throws IllegalArgumentException where the client id is missing
     */
    void process(Exchange exchange, AsyncCallback callback) {
        String clientId = Texts.ofHeader(exchange.getMessage(), SmsConstants.CLIENT_ID);
        if (clientId == null) {
            throw new IllegalArgumentException(
                    "operation=cancel needs the client id of the held messages in the header " + SmsConstants.CLIENT_ID
                            + "; their receipts have it");
        }
        BlockingAnswer.give(
                endpoint,
                exchange,
                callback,
                () -> endpoint.sendPipeline().held().cancel(clientId));
    }
}
