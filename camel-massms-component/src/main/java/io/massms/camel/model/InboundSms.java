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
package io.massms.camel.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;

/**
 * A message that a handset sent (MO).
 *
 * @param provider     the provider's id
 * @param from         the number of the handset, as the provider writes it. It can be forged. For a message from the operator it can be a
 *                     name, or empty
 * @param to           the number or account that it was sent to; null if the provider does not say
 * @param text         the text
 * @param messageId    the provider's id of the message; null if it gives none
 * @param clientId     your own reference of the message that it answers; null if unknown
 * @param receivedTime when the provider received it; if it does not say, when this component did
 */
public record InboundSms(
        String provider,
        String from,
        String to,
        String text,
        String messageId,
        String clientId,

        @JsonSerialize(using = JsonTime.Writer.class) @JsonDeserialize(using = JsonTime.Reader.class)
        Instant receivedTime) {

    /** Says which message it is, without number or text: those are personal data. */
    @Override
    public String toString() {
        return "InboundSms[" + provider
                + (messageId == null ? "" : ", messageId=" + messageId)
                + (clientId == null ? "" : ", clientId=" + clientId) + "]";
    }
}
