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

/** Where an accepted message is on its way, as the simulated provider would tell it. */
public enum MessageState {
    /** Waits for its scheduled time (masms status 4). */
    SCHEDULED,
    /** On the provider's platform (masms status 0). */
    SENT,
    /** Handed to the operator (status 8, linktosms only). */
    AT_OPERATOR,
    /** On the handset (masms status 1). */
    DELIVERED,
    /** The handset could not be reached (masms status 2). */
    UNREACHABLE,
    /** Not a mobile number (masms status 3). */
    INVALID_NUMBER,
    /** The number takes no deliveries (masms status 5). */
    BLOCKED,
    /** The balance had gone when its turn came (masms status 6). */
    NO_BALANCE,
    /** The destination is not covered (masms status 7). */
    NOT_COVERED,
    /** The provider does not know the message, or not yet (masms {@code NOTFOUND}). */
    NOT_FOUND
}
