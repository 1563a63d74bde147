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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.tracker.MemoryTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportsUnderWayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private final ReportsUnderWay reports = new ReportsUnderWay(new MemoryTracker());

    @Test
    void nothingIsToldASecondTimeWhileItIsUnderWay() {
        assertThat(reports.begin(ID, NOW)).isTrue();
        reports.renew(NOW.plus(Duration.ofMinutes(59)));
        assertThat(reports.begin(ID, NOW)).isFalse();
        reports.end(ID, null);

        assertThat(reports.begin(ID, NOW)).isTrue();
    }

    @Test
    void whatAQueueDroppedIsToldAgainAfterAnHour() {
        assertThat(reports.begin(ID, NOW)).isTrue();
        reports.renew(NOW.plus(Duration.ofMinutes(61)));

        assertThat(reports.begin(ID, NOW)).isTrue();
    }
}
