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

import io.massms.camel.model.SmsError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why messages did not go, by the hour. */
final class Failures {
    private final TreeMap<Instant, Map<SmsError, Overview.Failure>> hours = new TreeMap<>();

    /** Adds to an hour; what that hour then has of the reason. */
    synchronized Overview.Failure add(Overview.Failure failure) {
        Overview.Failure sum = hours.computeIfAbsent(hour(failure), hour -> new EnumMap<>(SmsError.class))
                .merge(failure.error(), failure, Overview.Failure::plus);
        hours.headMap(failure.last().minus(History.KEPT)).clear();
        return sum;
    }

    /** The hour in which it was last so. */
    static Instant hour(Overview.Failure failure) {
        return failure.last().truncatedTo(ChronoUnit.HOURS);
    }

    /** The sums of the last days, the most frequent first. */
    synchronized List<Overview.Failure> list(Instant now) {
        Map<SmsError, Overview.Failure> sums = new EnumMap<>(SmsError.class);
        hours.tailMap(now.minus(History.KEPT))
                .values()
                .forEach(hour ->
                        hour.values().forEach(failure -> sums.merge(failure.error(), failure, Overview.Failure::plus)));
        return sums.values().stream()
                .sorted(Comparator.comparingLong(Overview.Failure::count).reversed())
                .toList();
    }
}
