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
package io.massms.simulator;

import java.time.Instant;

/**
 * A message that a simulated provider accepted: the truth that tests count. Dry runs are requests, never messages.
 *
 * @param id the simulator's own number, rising in order of arrival
 * @param provider the provider's id
 * @param account a name for the account, never a credential
 * @param to the recipient exactly as it was sent
 * @param text the text as decoded from the request
 * @param from the sender id, or null
 * @param type the provider's word for the message type ({@code y}, {@code p}, {@code 2via} …), or null
 * @param clientId the client's own reference, or null
 * @param scheduledTime when the provider was asked to send it, or null for at once
 * @param html the multimedia content behind the link (smsmasivos), or null
 * @param state its state by the simulator's clock when this record was made
 * @param providerMessageId what the provider gave as the message id, or null where it gives none
 * @param receivedTime when it was accepted, by the simulator's clock
 * @param parts how many SMS parts it was charged as
 * @param requestId the request that carried it
 */
public record SimulatedMessage(
        long id,
        String provider,
        String account,
        String to,
        String text,
        String from,
        String type,
        String clientId,
        Instant scheduledTime,
        String html,
        MessageState state,
        String providerMessageId,
        Instant receivedTime,
        int parts,
        long requestId) {

    /** The same message in another state. */
    public SimulatedMessage withState(MessageState newState) {
        return newState == state
                ? this
                : new SimulatedMessage(
                        id,
                        provider,
                        account,
                        to,
                        text,
                        from,
                        type,
                        clientId,
                        scheduledTime,
                        html,
                        newState,
                        providerMessageId,
                        receivedTime,
                        parts,
                        requestId);
    }
}
