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

import io.massms.camel.component.report.ReportClaims;
import io.massms.camel.component.report.ReportClaims.ReportClaim;
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

class ReportClaimsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SimulatorClock clock = SimulatorClock.standingAt(NOON);
    private final SmsTracker tracker = WatchedTracker.of(new MemoryTracker(10, clock));
    private final WatchedTracker watched = WatchedTracker.behind(tracker);
    private final ReportClaims claims = new ReportClaims(tracker, clock);
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
        SmsStatus report =
                new SmsStatus("linktosms", "m1", "mine", "573001234567", state, null, null, null, clock.instant());
        tracker.record(List.of(new StatusReport(id, "a", report, NOON.plus(ReportClaims.CLAIM), true)));
    }

    @Test
    void nothingIsEmittedASecondTimeWhileItIsClaimed() {
        ReportClaim claim = claims.begin(message());
        assertThat(claim).isNotNull();
        clock.advance(Duration.ofMinutes(59));
        claims.renew();
        assertThat(claims.begin(message())).isNull();
        claims.end(claim, null);

        assertThat(claims.begin(message())).isNotNull();
    }

    @Test
    void aClaimIsRenewedUntilItsExchangeEndsAndNotAfterwards() {
        ReportClaim claim = claims.begin(message());
        clock.advance(Duration.ofSeconds(59));
        claims.renew();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(120));
        clock.advance(Duration.ofSeconds(1));
        claims.renew();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(180));

        claims.end(claim, null);
        clock.advance(Duration.ofMinutes(10));
        claims.renew();
        assertThat(message().nextCheck()).isNull();
    }

    @Test
    void aClaimThatIsNearlyOverIsRenewedBeforeItsReportIsEmitted() {
        TrackedMessage due = message();
        clock.advance(Duration.ofSeconds(119));

        assertThat(claims.begin(due)).isNotNull();
        assertThat(message().nextCheck()).isEqualTo(NOON.plusSeconds(239));
    }

    @Test
    void whatAQueueDroppedIsEmittedAgainAfterAnHour() {
        assertThat(claims.begin(message())).isNotNull();
        clock.advance(Duration.ofMinutes(61));
        claims.renew();

        assertThat(claims.begin(message())).isNotNull();
    }

    @Test
    void whatCompletedAfterAnHourWasEmitted() {
        ReportClaim claim = claims.begin(message());
        clock.advance(Duration.ofMinutes(61));
        claims.renew();
        claims.end(claim, null);

        assertThat(message().nextCheck()).isNull();
    }

    @Test
    void whatFailedAfterAnHourDoesNotEndTheClaimThatFollowed() {
        ReportClaim late = claims.begin(message());
        clock.advance(Duration.ofMinutes(61));
        claims.renew();
        assertThat(claims.begin(message())).isNotNull();
        Instant claimedUntil = message().nextCheck();
        claims.end(late, clock.instant());

        assertThat(message().nextCheck()).isEqualTo(claimedUntil);
        assertThat(claims.begin(message())).isNull();
    }

    @Test
    void whatCompletedWhileTheDatabaseWasAwayIsClaimedUntilItIsStored() {
        watched.failures.set(1);
        claims.end(claims.begin(message()), null);
        clock.advance(Duration.ofHours(2));
        assertThat(claims.begin(message())).isNull();
        claims.renew();

        assertThat(message().nextCheck()).isNull();
        assertThat(claims.begin(message())).isNotNull();
    }

    @Test
    void whatIsLearntMeanwhileKeepsItsTime() {
        aMessageEndsAs(SmsState.UNKNOWN);
        ReportClaim claim = claims.begin(message());
        Instant asked = NOON.plusSeconds(300);
        SmsStatus onItsWay = message().status().withState(SmsState.ENROUTE);
        assertThat(tracker.record(List.of(StatusReport.answered(message(), onItsWay, asked))))
                .hasSize(1);
        clock.advance(Duration.ofSeconds(90));
        claims.renew();
        claims.end(claim, null);

        assertThat(message().state()).isEqualTo(SmsState.ENROUTE);
        assertThat(message().nextCheck()).isEqualTo(asked);
    }

    @Test
    void whatIsSettledMeanwhileIsNotEmittedAgain() {
        aMessageEndsAs(SmsState.UNKNOWN);
        ReportClaim claim = claims.begin(message());
        tracker.settle(id, SmsState.REJECTED, null, "by hand");
        claims.end(claim, null);

        assertThat(message().nextCheck()).isNull();
    }

    /** The first emission has the time as it was recorded, the next as a database keeps it: without nanoseconds. */
    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void whatCompletedAfterAnHourIsEmittedNoMoreWhereTheNextEmissionFails(long nanosThatAreNotKept) {
        ReportClaim late = claims.begin(learnt(message(), message().updated().plusNanos(nanosThatAreNotKept)));
        clock.advance(Duration.ofMinutes(61));
        claims.renew();
        ReportClaim next = claims.begin(message());
        claims.end(late, null);
        clock.advance(Duration.ofMinutes(2));
        claims.renew();
        claims.end(next, clock.instant());

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
