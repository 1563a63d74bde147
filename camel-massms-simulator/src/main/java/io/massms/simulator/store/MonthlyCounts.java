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
package io.massms.simulator.store;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many messages were accepted in which month of the provider's calendar. */
public final class MonthlyCounts {
    private final Map<YearMonth, Long> counts = new ConcurrentHashMap<>();

    public void add(YearMonth month) {
        counts.merge(month, 1L, Long::sum);
    }

    public long of(YearMonth month) {
        return counts.getOrDefault(month, 0L);
    }

    void reset() {
        counts.clear();
    }
}
