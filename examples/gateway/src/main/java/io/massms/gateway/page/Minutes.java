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
package io.massms.gateway.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How many messages came to what in each of the last sixty minutes. */
final class Minutes {
    static final int KEPT = 60;

    private final TreeMap<Instant, Minute> minutes = new TreeMap<>();

    /**
     * A minute.
     *
     * @param time      its beginning
     * @param accepted  taken by the provider
     * @param rejected  surely not sent
     * @param uncertain may have been sent
     */
    record Minute(Instant time, long accepted, long rejected, long uncertain) {
        /** That in which an instant lies. */
        static Minute at(Instant instant, long accepted, long rejected, long uncertain) {
            return new Minute(instant.truncatedTo(ChronoUnit.MINUTES), accepted, rejected, uncertain);
        }

        private Minute plus(Minute more) {
            return new Minute(time, accepted + more.accepted, rejected + more.rejected, uncertain + more.uncertain);
        }
    }

    /** Adds to a minute; what that minute then has. */
    synchronized Minute add(Minute more) {
        Minute sum = minutes.merge(more.time(), more, Minute::plus);
        while (minutes.size() > KEPT) {
            minutes.pollFirstEntry();
        }
        return sum;
    }

    /** Every minute of the last hour, the oldest first, those without messages too. */
    synchronized List<Minute> lastHour(Instant now) {
        List<Minute> hour = new ArrayList<>(KEPT);
        Instant last = now.truncatedTo(ChronoUnit.MINUTES);
        for (int ago = KEPT - 1; ago >= 0; ago--) {
            Instant minute = last.minus(ago, ChronoUnit.MINUTES);
            hour.add(minutes.getOrDefault(minute, new Minute(minute, 0, 0, 0)));
        }
        return hour;
    }
}
