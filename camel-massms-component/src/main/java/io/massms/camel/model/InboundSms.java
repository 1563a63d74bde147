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
 * @param from         the handset's number, as the provider writes it; of an operator's own messages it can be a name, or empty
 * @param to           the number or account that it was sent to; null where the provider does not say
 * @param text         what was written
 * @param messageId    the provider's id; null where it gives none
 * @param clientId     the reference of the message that it answers; null where unknown
 * @param receivedTime when the provider, or else this component, received it
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
