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
package io.massms.gateway.csv;

import io.massms.camel.model.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A row of a campaign file.
 *
 * @param number        its place in the file: 1 is the first row below the header
 * @param to            the recipient as written; null where the row could not be read
 * @param text          the text; null where the row could not be read
 * @param from          the sender id, or null
 * @param clientId      the sender's own reference, or null
 * @param scheduledTime when to deliver, as written, or null
 * @param problem       why the row cannot be sent and what would be right; null when it can
 */
public record Row(
        long number, String to, String text, String from, String clientId, String scheduledTime, String problem) {

    static Row malformed(long number, String problem) {
        return new Row(number, null, null, null, null, null, problem);
    }

    /** When to deliver; null for at once, and where that cannot be read, because nothing is sent then. */
    public Instant due() {
        try {
            return scheduledTime == null ? null : IsoTime.parse(scheduledTime.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the row can be handed to the provider. */
    public boolean sendable() {
        return problem == null;
    }

    /** Says where it stands, without recipient or text: those are personal data. */
    @Override
    public String toString() {
        return "Row[" + number + (problem == null ? "" : ", " + problem) + "]";
    }
}
