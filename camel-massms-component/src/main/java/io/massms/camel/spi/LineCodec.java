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

/** A codec that sends a request with one line for each message. The size of a request is limited in lines and in bytes. */
public interface LineCodec extends Codec<SendQuestion, SendAnswer> {

    /**
     * The most bytes that all lines of one request may have.
     *
     * @return the number of bytes, counted as they are sent, with encoding
     */
    int mostBytes();

    /**
     * The bytes that a message needs in a request.
     *
     * @param  message a message with recipient, text and client id
     * @param  account the account
     * @return         the number of bytes, counted as they are sent, with encoding and line end
     */
    int lineBytes(SmsMessage message, Account account);
}
