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

/** Where a message stands, in the words of SMPP 5.0 (section 4.7.15, {@code message_state}). */
public enum SmsState {
    /** Taken by the provider, to be sent later. */
    SCHEDULED,
    /** Taken by the provider and on its way. */
    ENROUTE,
    /** Arrived at the handset. */
    DELIVERED,
    /** Its validity period ended before it arrived. */
    EXPIRED,
    /** Withdrawn before it arrived. */
    DELETED,
    /** The provider or operator gave up on it. */
    UNDELIVERABLE,
    /** Read or handled on behalf of the subscriber. */
    ACCEPTED,
    /** It may or may not have left: nobody can say yet. */
    UNKNOWN,
    /** Refused; it did not leave. */
    REJECTED,
    /** Left out on purpose: a dry run, or a later part of a message whose earlier part failed. */
    SKIPPED;

    /**
     * Whether the provider took the message, whatever became of it later.
     *
     * @return true for all but {@link #UNKNOWN}, {@link #REJECTED} and {@link #SKIPPED}
     */
    public boolean isAccepted() {
        return this != UNKNOWN && this != REJECTED && this != SKIPPED;
    }

    /**
     * Whether this state never changes again.
     *
     * @return true for the end states; {@link #UNKNOWN} can still be settled
     */
    public boolean isFinal() {
        return this != SCHEDULED && this != ENROUTE && this != UNKNOWN;
    }
}
