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
package io.massms.camel.component;

import io.massms.camel.tracker.SmsTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last words on messages that routes were told and are not through with. Nobody tells them a second time meanwhile: no consumer of
 * this process, as they are known here, and no other process, as their claims are renewed. When this process dies the claims end, and
 * they are told again.
 */
final class ReportsUnderWay {
    /** How long nobody else tells them. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration RENEWAL = CLAIM.dividedBy(2);

    private final SmsTracker tracker;
    private final Map<UUID, Instant> renewals = new ConcurrentHashMap<>();

    ReportsUnderWay(SmsTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * Before a last word is told that is claimed from now on.
     *
     * @return false where it is under way already: then it must not be told
     */
    boolean begin(UUID id, Instant now) {
        return renewals.putIfAbsent(id, now.plus(RENEWAL)) == null;
    }

    /**
     * When its exchange ended. In one piece, lest a renewal brings back what was told.
     *
     * @param nextCheck when to tell it again; null for never
     */
    void end(UUID id, Instant nextCheck) {
        try {
            renewals.computeIfPresent(id, (key, renewal) -> {
                tracker.schedule(id, nextCheck);
                return null;
            });
        } finally {
            renewals.remove(id);
        }
    }

    /** Renews the claims that are half over. */
    void renew(Instant now) {
        renewals.keySet()
                .forEach(id -> renewals.computeIfPresent(
                        id, (key, renewal) -> now.isBefore(renewal) ? renewal : renewed(id, now)));
    }

    private Instant renewed(UUID id, Instant now) {
        tracker.schedule(id, now.plus(CLAIM));
        return now.plus(RENEWAL);
    }
}
