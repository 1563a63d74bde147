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
package io.massms.camel.dispatch;

import io.massms.camel.schedule.SendWindow;

/**
 * What the user wants to be true of a message before it goes, beyond what the provider can carry.
 *
 * @param window        the hours in which messages may go; null for all
 * @param outsideWindow what happens to messages whose time lies outside them
 * @param holder              keeps messages until their time comes; null where nobody does
 * @param maxPartsPerMessage  the most parts that a message may take over the air; 0 for no limit
 * @param maxPartsPerExchange the most parts that all messages of a send may take; 0 for no limit
 * @param gatekeeper          looks at messages at the last moment; null where nobody does
 */
public record SendPolicies(
        SendWindow window,
        OutsideWindow outsideWindow,
        Holder holder,
        int maxPartsPerMessage,
        int maxPartsPerExchange,
        Gatekeeper gatekeeper) {
    /** No policies. */
    public static final SendPolicies NONE = new SendPolicies(null, OutsideWindow.send, null, 0, 0, null);

    /**
     * The same with those who have memories.
     *
     * @param  otherHolder     keeps messages until their time comes
     * @param  otherGatekeeper looks at messages at the last moment; null where nobody does
     * @return                 a copy
     */
    public SendPolicies with(Holder otherHolder, Gatekeeper otherGatekeeper) {
        return new SendPolicies(
                window, outsideWindow, otherHolder, maxPartsPerMessage, maxPartsPerExchange, otherGatekeeper);
    }
}
