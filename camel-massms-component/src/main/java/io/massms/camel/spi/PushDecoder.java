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

import io.massms.camel.model.InboundSms;

/** Reads the messages that a provider pushes to a webhook. A pure function: no I/O, no clock. */
@FunctionalInterface
public interface PushDecoder {

    /**
     * Reads one call.
     *
     * @param  push    the call. Do not trust it: anybody can have sent it
     * @param  profile the provider that the webhook belongs to
     * @return         the message, or a failure. The reason of a failure says what would be right, and repeats nothing of the call
     */
    Answer<InboundSms> decode(Push push, ProviderProfile profile);
}
