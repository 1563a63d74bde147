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
package io.massms.camel.tracker;

import java.util.UUID;

/**
 * Whether a message may be sent.
 *
 * @param decision what to do
 * @param id       the tracker's id: of this message if it was admitted, else of the earlier message with the same key
 * @param message  the earlier message with the same key; null if this message was admitted
 */
public record Admission(Decision decision, UUID id, TrackedMessage message) {

    /** What to do with a message. */
    public enum Decision {
        /** It is new, and its intent is stored: send it, then {@linkplain SmsTracker#complete complete} it. */
        ADMITTED,
        /** The same key was sent before, with a known outcome: see the stored message. Send nothing. */
        KNOWN,
        /** The same key is being sent now, by this process or another. Send nothing; {@linkplain SmsTracker#await await} its outcome. */
        UNDER_WAY,
        /** The same key may have been sent before. Send nothing until it was settled. */
        UNCERTAIN
    }

    /** Says that a message may go. */
    static Admission admitted(UUID id) {
        return new Admission(Decision.ADMITTED, id, null);
    }

    /** Says that a message may not go. */
    static Admission refused(TrackedMessage other) {
        Decision decision = switch (other.stage()) {
            case IN_FLIGHT -> Decision.UNDER_WAY;
            case UNCERTAIN -> Decision.UNCERTAIN;
            case TAKEN, FINISHED -> Decision.KNOWN;
        };
        return new Admission(decision, other.id(), other);
    }
}
