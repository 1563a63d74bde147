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

import io.massms.camel.component.ReportsUnderWay.Turn;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Settlement;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.StatusReport;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsUnderWayTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SimulatorClock clock = SimulatorClock.standingAt(NOON);
    private final SmsTracker tracker = WatchedTracker.of(new MemoryTracker(10, clock));
    private final WatchedTracker watched = WatchedTracker.behind(tracker);
    private final ReportsUnderWay reports = new ReportsUnderWay(tracker, clock);
    private UUID id;

    @BeforeEach
    void aMessageArrives() {
        aMessageEndsAs(SmsState.DELIVERED);
    }

    private void aMessageEndsAs(SmsState state) {
        Submission submission =
                new Submission("a", "linktosms", "573001234567", "mine", false, 1, 1, null, Channel.http);
        id = tracker.begin(List.of(submission))
                .toCompletableFuture()
                .join()
                .get(0)
                .id();
        tracker.complete(List.of(new Settlement(id, Verdict.taken(SmsState.ENROUTE, "m1"), null)))
                .toCompletableFuture()
                .join();
        SmsStatus told =
                new SmsStatus("linktosms", "m1", "mine", "573001234567", state, null, null, null, clock.instant());
        tracker.record(List.of(new StatusReport(id, "a", told, NOON.plus(ReportsUnderWay.CLAIM), true)));
    }

    @Test
    void nothingIsToldASecondTimeWhileItIsUnderWay() {
        Turn turn = reports.begin(message());
        assertThat(turn).isNotNull();
        clock.advance(Duration.ofMinutes(59));
        reports.renew();
        assertThat(reports.begin(message())).isNull();
        reports.end(turn, null);

        assertThat(reports.begin(message())).isNotNull();
    }

    @Test
    void itsClaimIsRenewedUntilItsExchangeEndsAndNotAfterwards() {
        Turn turn = reports.begin(message());
        clock.advance(Duration.ofSeconds(59));
        reports.renew();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(120));
        clock.advance(Duration.ofSeconds(1));
        reports.renew();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(180));

        reports.end(turn, null);
        clock.advance(Duration.ofMinutes(10));
        reports.renew();
        assertThat(message().nextCheck()).isNull();
    }

    @Test
    void aClaimThatIsNearlyOverIsRenewedBeforeItsWordIsTold() {
        TrackedMessage due = message();
        clock.advance(Duration.ofSeconds(119));

        assertThat(reports.begin(due)).isNotNull();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(239));
    }

    @Test
    void whatAQueueDroppedIsToldAgainAfterAnHour() {
        assertThat(reports.begin(message())).isNotNull();
        clock.advance(Duration.ofMinutes(61));
        reports.renew();

        assertThat(reports.begin(message())).isNotNull();
    }

    @Test
    void whatCompletedAfterAnHourWasTold() {
        Turn turn = reports.begin(message());
        clock.advance(Duration.ofMinutes(61));
        reports.renew();
        reports.end(turn, null);

        assertThat(message().nextCheck()).isNull();
    }

    @Test
    void whatFailedAfterAnHourDoesNotEndTheTurnThatFollowed() {
        Turn late = reports.begin(message());
        clock.advance(Duration.ofMinutes(61));
        reports.renew();
        assertThat(reports.begin(message())).isNotNull();
        Instant claimedUntil = message().nextCheck();
        reports.end(late, clock.instant());

        assertThat(message().nextCheck()).isEqualTo(claimedUntil);
        assertThat(reports.begin(message())).isNull();
    }

    @Test
    void whatCompletedWhileTheDatabaseWasAwayIsUnderWayUntilItIsStored() {
        watched.failures.set(1);
        reports.end(reports.begin(message()), null);
        clock.advance(Duration.ofHours(2));
        assertThat(reports.begin(message())).isNull();
        reports.renew();

        assertThat(message().nextCheck()).isNull();
        assertThat(reports.begin(message())).isNotNull();
    }

    @Test
    void whatIsLearntMeanwhileKeepsItsTime() {
        aMessageEndsAs(SmsState.UNKNOWN);
        Turn turn = reports.begin(message());
        Instant asked = NOON.plusSeconds(300);
        SmsStatus onItsWay = message().status().withState(SmsState.ENROUTE);
        assertThat(tracker.record(List.of(StatusReport.answered(message(), onItsWay, asked))))
                .hasSize(1);
        clock.advance(Duration.ofSeconds(90));
        reports.renew();
        reports.end(turn, null);

        assertThat(message().state()).isEqualTo(SmsState.ENROUTE);
        assertThat(message().nextCheck()).isEqualTo(asked);
    }

    @Test
    void whatIsSettledMeanwhileIsNotToldAgain() {
        aMessageEndsAs(SmsState.UNKNOWN);
        Turn turn = reports.begin(message());
        tracker.settle(id, SmsState.REJECTED, null, "by hand");
        reports.end(turn, null);

        assertThat(message().nextCheck()).isNull();
    }

    /** The first telling has the time as it was recorded, the next as a database keeps it: without nanoseconds. */
    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void whatCompletedAfterAnHourIsToldNoMoreWhereTheNextTellingFails(long nanosThatAreNotKept) {
        Turn late = reports.begin(learnt(message(), message().updated().plusNanos(nanosThatAreNotKept)));
        clock.advance(Duration.ofMinutes(61));
        reports.renew();
        Turn next = reports.begin(message());
        reports.end(late, null);
        clock.advance(Duration.ofMinutes(2));
        reports.renew();
        reports.end(next, clock.instant());

        assertThat(message().nextCheck()).isNull();
    }

    private static TrackedMessage learnt(TrackedMessage message, Instant updated) {
        return new TrackedMessage(
                message.id(),
                message.submission(),
                message.stage(),
                message.verdict(),
                message.note(),
                message.created(),
                updated,
                message.nextCheck());
    }

    private TrackedMessage message() {
        return tracker.find(id).orElseThrow();
    }
}
