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

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * The tracker's own ids: UUIDs of version 7 (RFC 9562, section 5.7), so that ids sort by time. New rows then go to the end of their index,
 * and what is old is found by id alone.
 */
final class MessageIds {
    private final SecureRandom seed = new SecureRandom();
    private final Clock clock;
    private long lastMillis;
    private int counter;

    MessageIds(Clock clock) {
        this.clock = clock;
    }

    /** An id above all before it. */
    UUID next() {
        long high;
        synchronized (this) {
            long millis = Math.max(clock.millis(), lastMillis);
            if (millis > lastMillis || counter == 0xFFF) {
                lastMillis = millis > lastMillis ? millis : millis + 1;
                counter = seed.nextInt(0x400);
            } else {
                counter++;
            }
            high = lastMillis << 16 | 0x7000 | counter;
        }
        return new UUID(high, seed.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** The lowest id that a message can have that began at a time or later. */
    static UUID lowest(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
