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

/** The state of a message, with the names of SMPP 5.0 (section 4.7.15, {@code message_state}). */
public enum SmsState {
    /** Accepted, to be sent later: by the provider, or held by this component. */
    SCHEDULED,
    /** Accepted by the provider and on its way. */
    ENROUTE,
    /** Delivered to the handset. */
    DELIVERED,
    /** Its validity period ended before delivery, or nothing more was reported about it for {@code statusMaxAge}. */
    EXPIRED,
    /** Withdrawn before delivery. */
    DELETED,
    /** The provider or operator gave up on it. */
    UNDELIVERABLE,
    /** Read or handled on behalf of the subscriber. */
    ACCEPTED,
    /** Nobody knows: it may have been sent or not, or the provider accepted it and does not know it any more. */
    UNKNOWN,
    /** Refused: it was not sent. */
    REJECTED,
    /** Left out on purpose: a dry run, or a later part of a message whose earlier part failed. */
    SKIPPED;

    /**
     * Whether the message was accepted, whatever happened to it later.
     *
     * @return true for all but {@link #UNKNOWN}, {@link #REJECTED} and {@link #SKIPPED}
     */
    public boolean isAccepted() {
        return this != UNKNOWN && this != REJECTED && this != SKIPPED;
    }

    /**
     * Whether this state never changes again.
     *
     * @return true for all but {@link #SCHEDULED}, {@link #ENROUTE} and {@link #UNKNOWN}
     */
    public boolean isFinal() {
        return this != SCHEDULED && this != ENROUTE && this != UNKNOWN;
    }
}
