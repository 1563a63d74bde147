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

import static io.massms.camel.tracker.Samples.begin;
import static io.massms.camel.tracker.Samples.complete;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.received;
import static io.massms.camel.tracker.Samples.refused;
import static io.massms.camel.tracker.Samples.sent;
import static io.massms.camel.tracker.Samples.taken;
import static io.massms.camel.tracker.Samples.timedOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryTrackerTest extends TrackerContract {
    @Override
    SmsTracker open() {
        return new MemoryTracker(1_000, clock);
    }

    @Test
    void aFullMemoryForgetsWhatIsMissedLeastAndNeverWhatIsInFlight() {
        SmsTracker small = new MemoryTracker(3, clock);
        UUID inFlight = begin(small, plain("1")).id();
        UUID uncertain = begin(small, plain("2")).id();
        complete(small, uncertain, timedOut(), null);
        UUID taken = sent(small, plain("3"), "m3", null);
        UUID refused = begin(small, plain("4")).id();
        assertThat(small.find(taken)).isEmpty();
        complete(small, refused, refused(), null);

        UUID next = begin(small, plain("5")).id();
        assertThat(small.find(refused)).isEmpty();
        assertThat(small.find(uncertain)).isPresent();
        begin(small, plain("6"));
        assertThat(small.find(uncertain)).isEmpty();
        begin(small, plain("7"));
        assertThat(small.find(inFlight)).isPresent();
        assertThat(small.find(next)).isPresent();
    }

    @Test
    void aReportWaitsForItsMessageAQuarterOfAnHourAtMost() {
        UUID soon = begin(tracker, plain("1")).id();
        UUID late = begin(tracker, plain("2")).id();
        tracker.record(List.of(received("m1", SmsState.DELIVERED), received("m2", SmsState.DELIVERED)));

        clock.advance(Duration.ofMinutes(15));
        complete(tracker, soon, taken("m1"), null);
        clock.advance(Duration.ofMillis(1));
        complete(tracker, late, taken("m2"), null);
        assertThat(tracker.find(soon).orElseThrow().state()).isEqualTo(SmsState.DELIVERED);
        assertThat(tracker.find(late).orElseThrow().state()).isEqualTo(SmsState.ENROUTE);
    }
}
