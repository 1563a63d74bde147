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
package io.massms.simulator.store;

import io.massms.simulator.DeliveryOutcome;
import java.time.Instant;

/** A message that passed every rule of its provider and waits to be charged and stored. */
public record Draft(
        String provider,
        String account,
        String to,
        String text,
        String from,
        String type,
        String clientId,
        Instant scheduledTime,
        String html,
        int parts,
        DeliveryOutcome outcome) {

    /** The least a message has. */
    public static Draft of(
            String provider, String account, String to, String text, int parts, DeliveryOutcome outcome) {
        return new Draft(provider, account, to, text, null, null, null, null, null, parts, outcome);
    }

    public Draft from(String sender) {
        return new Draft(provider, account, to, text, sender, type, clientId, scheduledTime, html, parts, outcome);
    }

    public Draft type(String word) {
        return new Draft(provider, account, to, text, from, word, clientId, scheduledTime, html, parts, outcome);
    }

    public Draft clientId(String reference) {
        return new Draft(provider, account, to, text, from, type, reference, scheduledTime, html, parts, outcome);
    }

    public Draft scheduled(Instant time) {
        return new Draft(provider, account, to, text, from, type, clientId, time, html, parts, outcome);
    }

    public Draft html(String content) {
        return new Draft(provider, account, to, text, from, type, clientId, scheduledTime, content, parts, outcome);
    }
}
