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
package io.massms.gateway.track;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.tracker.Stage;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * What the gateway tells of a message.
 *
 * @param id        the gateway's own id
 * @param messageId the provider's id, or null
 * @param clientId  the caller's own reference, or null
 * @param provider  who sent it
 * @param to        the recipient
 * @param part      which part of a split message it is, from 1
 * @param parts     into how many parts it was split
 * @param stage     how far knowledge of it goes
 * @param state     where it stands
 * @param error     why it did not arrive, or null
 * @param code      the provider's own code, or null
 * @param reason    the error in words, or null
 * @param note      who settled it and how, or null
 * @param created   when its sending began
 * @param updated   when something was last learnt of it
 * @param nextCheck when the provider is asked again, or null
 */
public record MessageView(
        UUID id,
        String messageId,
        String clientId,
        String provider,
        String to,
        int part,
        int parts,
        Stage stage,
        SmsState state,
        SmsError error,
        String code,
        String reason,
        String note,
        Instant created,
        Instant updated,
        Instant nextCheck) {

    /** Of a message that the tracker knows. */
    public static MessageView of(TrackedMessage message) {
        boolean known = message.verdict() != null;
        return new MessageView(
                message.id(),
                message.status().messageId(),
                message.submission().clientId(),
                message.submission().provider(),
                message.submission().to(),
                message.submission().part(),
                message.submission().parts(),
                message.stage(),
                message.state(),
                known ? message.verdict().error() : null,
                known ? message.verdict().providerCode() : null,
                known ? message.verdict().providerText() : null,
                message.note(),
                message.created(),
                message.updated(),
                message.nextCheck());
    }
}
