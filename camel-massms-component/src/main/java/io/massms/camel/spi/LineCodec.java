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
package io.massms.camel.spi;

import io.massms.camel.model.SmsMessage;

/** A way to send whose requests hold a line for each message, and are bounded in bytes as well as in lines. */
public interface LineCodec extends Codec<SendQuestion, SendAnswer> {

    /**
     * What the lines of one request may take together.
     *
     * @return in bytes as they travel, encoded
     */
    int mostBytes();

    /**
     * What a message takes within a request.
     *
     * @param  message with a recipient, a text and a client id
     * @param  account whose
     * @return         in bytes as they travel, encoded and with the line's end
     */
    int lineBytes(SmsMessage message, Account account);
}
