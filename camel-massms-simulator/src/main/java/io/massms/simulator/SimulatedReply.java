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
 * A message that a handset sent to the client.
 *
 * @param id the provider's id, rising in order of arrival
 * @param provider the provider that received it
 * @param from the handset's number as the provider writes it
 * @param text what the handset sent
 * @param clientId the client's reference of the message it answers, or null
 * @param time when it came, by the simulator's clock
 * @param read whether a call that marks has returned it
 */
public record SimulatedReply(
        long id, String provider, String from, String text, String clientId, Instant time, boolean read) {

    /** The same, marked as read. */
    public SimulatedReply asRead() {
        return new SimulatedReply(id, provider, from, text, clientId, time, true);
    }
}
