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

import static io.massms.camel.tracker.Samples.ACCOUNT;
import static io.massms.camel.tracker.Samples.CLAIM;
import static io.massms.camel.tracker.Samples.begin;
import static io.massms.camel.tracker.Samples.complete;
import static io.massms.camel.tracker.Samples.get;
import static io.massms.camel.tracker.Samples.keyed;
import static io.massms.camel.tracker.Samples.mailed;
import static io.massms.camel.tracker.Samples.plain;
import static io.massms.camel.tracker.Samples.received;
import static io.massms.camel.tracker.Samples.refused;
import static io.massms.camel.tracker.Samples.sent;
import static io.massms.camel.tracker.Samples.status;
import static io.massms.camel.tracker.Samples.taken;
import static io.massms.camel.tracker.Samples.timedOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission.Decision;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every tracker does. */
abstract class TrackerContract {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final SimulatorClock clock = SimulatorClock.standingAt(NOON);
    SmsTracker tracker;

    abstract SmsTracker open();

    @BeforeEach
    void openTracker() {
        tracker = open();
    }

    @AfterEach
    void closeTracker() {
        tracker.close();
    }

    @Test
    void aMessageIsInFlightUntilItsOutcomeIsStored() {
        UUID id = begin(tracker, plain("573001234567")).id();
        assertThat(tracker.find(id)).get().satisfies(message -> {
            assertThat(message.stage()).isEqualTo(Stage.IN_FLIGHT);
            assertThat(message.state()).isEqualTo(SmsState.UNKNOWN);
            assertThat(message.submission()).isEqualTo(plain("573001234567"));
            assertThat(message.created()).isEqualTo(clock.instant());
        });
        clock.advance(Duration.ofSeconds(1));
        Instant nextCheck = clock.instant().plusSeconds(5);
        complete(tracker, id, taken("m1"), nextCheck);
        assertThat(tracker.find(id)).get().satisfies(message -> {
            assertThat(message.stage()).isEqualTo(Stage.TAKEN);
            assertThat(message.verdict()).isEqualTo(taken("m1"));
            assertThat(message.updated()).isEqualTo(clock.instant());
            assertThat(message.nextCheck()).isEqualTo(nextCheck);
        });
    }

    @Test
    void manyMessagesAreAdmittedInTheirOrder() {
        List<Submission> submissions =
                List.of(keyed("1", "a"), plain("2"), keyed("1", "a"), keyed("3", "b"), plain("2"));
        List<Admission> admissions = get(tracker.begin(submissions));
        assertThat(admissions)
                .extracting(Admission::decision)
                .containsExactly(
                        Decision.ADMITTED, Decision.ADMITTED, Decision.UNDER_WAY, Decision.ADMITTED, Decision.ADMITTED);
        assertThat(admissions.get(2).id()).isEqualTo(admissions.get(0).id());
        assertThat(tracker.find(admissions.get(3).id()))
                .map(message -> message.submission().clientId())
                .contains("b");
    }

    @Test
    void whatIsOutstandingIsFoundByItsRecipientTheYoungestFirst() {
        UUID taken = sent(tracker, mailed("1144445555"), null, null);
        clock.advance(Duration.ofSeconds(1));
        UUID uncertain = begin(tracker, mailed("1144445555")).id();
        complete(tracker, uncertain, timedOut(), null);
        clock.advance(Duration.ofSeconds(1));
        UUID inFlight = begin(tracker, mailed("1144445555")).id();
        UUID refused = begin(tracker, mailed("1144445555")).id();
        complete(tracker, refused, refused(), null);
        begin(tracker, mailed("1144446666"));
        begin(tracker, plain("1144445555"));

        assertThat(tracker.findOutstanding(ACCOUNT, Channel.smtp, "1144445555"))
                .extracting(TrackedMessage::id)
                .containsExactly(inFlight, uncertain, taken);
        assertThat(tracker.findOutstanding(ACCOUNT, Channel.smtp, "1144445555")
                        .get(0)
                        .submission())
                .isEqualTo(mailed("1144445555"));
        assertThat(tracker.findOutstanding("other", Channel.smtp, "1144445555")).isEmpty();
        assertThat(tracker.findOutstanding(ACCOUNT, Channel.http, "1144445555")).isEmpty();
    }

    @Test
    void whatIsReportedRefusedIsOutstandingNoLonger() {
        UUID id = sent(tracker, mailed("1144445555"), null, null);
        SmsStatus said = new SmsStatus(
                "smsmasivos", null, null, "1144445555", SmsState.REJECTED, SmsError.LANDLINE, null, "fijo", null);
        assertThat(tracker.record(List.of(new StatusReport(id, ACCOUNT, said, null, true))))
                .hasSize(1);

        assertThat(tracker.findOutstanding(ACCOUNT, Channel.smtp, "1144445555")).isEmpty();
        assertThat(tracker.find(id).map(TrackedMessage::stage)).contains(Stage.FINISHED);
    }

    @Test
    void aClientIdHasALimitThatHoldsForEveryTracker() {
        String longest = Samples.patternless(800, '\u4e00');
        assertThat(begin(tracker, keyed("573001234567", longest)).decision()).isEqualTo(Decision.ADMITTED);
        assertThat(tracker.findByClientId(ACCOUNT, longest)).hasSize(1);

        List<Submission> tooLong = List.of(keyed("573001234567", "order-1"), keyed("573001234567", longest + 'a'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.begin(tooLong))
                .withMessageContaining("at most 800");
        assertThat(tracker.findByClientId(ACCOUNT, "order-1")).isEmpty();
    }

    @Test
    void theSameKeyIsSentOnlyOnce() {
        UUID first = begin(tracker, keyed("573001234567", "order-1")).id();
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.UNDER_WAY);
        complete(tracker, first, taken("m1"), null);
        Admission again = begin(tracker, keyed("573001234567", "order-1"));
        assertThat(again.decision()).isEqualTo(Decision.KNOWN);
        assertThat(again.id()).isEqualTo(first);
        assertThat(again.message().verdict()).isEqualTo(taken("m1"));
    }

    @Test
    void aKeyIsOfOneAccountRecipientClientIdAndPart() {
        begin(tracker, keyed("573001234567", "order-1"));
        List<Submission> others = List.of(
                keyed("573001234568", "order-1"),
                keyed("573001234567", "order-2"),
                keyed("573001234567", "order-1", 2),
                new Submission("other", "markettext", "573001234567", "order-1", true, 1, 1, null),
                new Submission(ACCOUNT, "markettext", "573001234567", "order-1", false, 1, 1, null));
        assertThat(get(tracker.begin(others))).extracting(Admission::decision).containsOnly(Decision.ADMITTED);
    }

    @Test
    void whatSurelyDidNotLeaveMayBeSentAgainUnderTheSameKey() {
        UUID first = begin(tracker, keyed("573001234567", "order-1")).id();
        complete(tracker, first, refused(), null);
        Admission again = begin(tracker, keyed("573001234567", "order-1"));
        assertThat(again.decision()).isEqualTo(Decision.ADMITTED);
        complete(tracker, again.id(), taken("m2"), null);
        assertThat(tracker.find(first).map(TrackedMessage::verdict)).contains(refused());
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.KNOWN);
    }

    @Test
    void anUncertainKeyIsRefusedUntilItIsSettled() {
        UUID first = begin(tracker, keyed("573001234567", "order-1")).id();
        complete(tracker, first, timedOut(), null);
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(tracker.uncertain(ACCOUNT, clock.instant().plusMillis(1), 10))
                .extracting(TrackedMessage::id)
                .containsExactly(first);

        Optional<StatusChange> change = tracker.settle(first, SmsState.ENROUTE, null, "seen in the provider's log");
        assertThat(change).get().satisfies(settled -> {
            assertThat(settled.previous()).isEqualTo(SmsState.UNKNOWN);
            assertThat(settled.message().note()).isEqualTo("seen in the provider's log");
        });
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.KNOWN);
        assertThat(tracker.uncertain(ACCOUNT, clock.instant().plusMillis(1), 10))
                .isEmpty();
    }

    @Test
    void aKeySettledAsNotSentIsFree() {
        UUID first = begin(tracker, keyed("573001234567", "order-1")).id();
        complete(tracker, first, timedOut(), null);
        tracker.settle(first, SmsState.REJECTED, SmsError.OTHER, null);
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void whatTheProviderTookAndForgotCanBeSettled() {
        UUID id = begin(tracker, keyed("573001234567", "order-1")).id();
        complete(tracker, id, taken("m1"), null);
        TrackedMessage message = tracker.find(id).orElseThrow();
        SmsStatus notFound = new SmsStatus(
                "markettext", "m1", null, null, SmsState.UNKNOWN, null, "NOTFOUND", null, clock.instant());
        tracker.record(List.of(StatusReport.last(message, notFound, null)));

        tracker.settle(id, SmsState.REJECTED, SmsError.OTHER, "asked the provider");
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.ADMITTED);
    }

    /** As when somebody settles it so: whoever was told to wait for that may send again. */
    @Test
    void whatTheProviderTookAndForgotAndThenCallsRefusedMayBeSentAgain() {
        UUID id = forgotten(keyed("573001234567", "order-1"), "m1");
        tracker.record(List.of(received("m1", SmsState.REJECTED)));

        assertThat(tracker.find(id).map(TrackedMessage::state)).contains(SmsState.REJECTED);
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void whatTheProviderTookAndForgotIsListedUntilItIsSettled() {
        UUID open = uncertain("1");
        clock.advance(Duration.ofMinutes(1));
        UUID forgotten = forgotten(plain("2"), "m2");
        sent(tracker, plain("3"), "m3", null);
        clock.advance(Duration.ofMinutes(1));
        UUID last = uncertain("4");
        clock.advance(Duration.ofMinutes(1));

        assertThat(tracker.uncertain(ACCOUNT, clock.instant(), 10))
                .extracting(TrackedMessage::id)
                .containsExactly(open, forgotten, last);
        assertThat(tracker.uncertain(ACCOUNT, clock.instant(), 2)).hasSize(2);
        tracker.settle(forgotten, SmsState.DELIVERED, null, null);
        assertThat(tracker.uncertain(ACCOUNT, clock.instant(), 10))
                .extracting(TrackedMessage::id)
                .containsExactly(open, last);
    }

    @Test
    void whatIsSettledAsOnItsWayIsAskedForAgainWhereTheProviderGaveItAnId() {
        UUID forgotten = forgotten(plain("1"), "m1");
        UUID arrived = forgotten(plain("2"), "m2");
        UUID without = uncertain("3");
        tracker.settle(forgotten, SmsState.ENROUTE, null, null);
        tracker.settle(arrived, SmsState.DELIVERED, null, null);
        tracker.settle(without, SmsState.ENROUTE, null, null);

        assertThat(tracker.due(ACCOUNT, clock.instant(), 10, CLAIM))
                .extracting(TrackedMessage::id)
                .containsExactly(forgotten);
        tracker.record(List.of(
                StatusReport.last(tracker.find(forgotten).orElseThrow(), status("m1", SmsState.UNKNOWN), null)));
        assertThat(tracker.find(forgotten).orElseThrow().canBeSettled()).isTrue();
    }

    /** Lines of blocks are asked for by their client ids. */
    @Test
    void whatIsSettledAsOnItsWayIsAskedForAsItWasToBe() {
        UUID onItsWay = begin(tracker, plain("1")).id();
        UUID arrived = begin(tracker, plain("2")).id();
        complete(tracker, onItsWay, timedOut(), clock.instant());
        complete(tracker, arrived, timedOut(), clock.instant());
        tracker.settle(onItsWay, SmsState.ENROUTE, null, null);
        tracker.settle(arrived, SmsState.DELIVERED, null, null);

        assertThat(tracker.due(ACCOUNT, clock.instant(), 10, CLAIM))
                .extracting(TrackedMessage::id)
                .containsExactly(onItsWay);
    }

    private UUID forgotten(Submission submission, String messageId) {
        UUID id = sent(tracker, submission, messageId, null);
        TrackedMessage message = tracker.find(id).orElseThrow();
        tracker.record(List.of(StatusReport.last(message, status(messageId, SmsState.UNKNOWN), null)));
        return id;
    }

    @Test
    void aFinalReportThatNamesAnIdIsFoundByItThoughTheSendBroughtNone() {
        UUID id = sent(tracker, mailed("1144445555"), null, null);
        tracker.record(List.of(new StatusReport(id, ACCOUNT, status("mail 1", SmsState.REJECTED), null, true)));

        assertThat(tracker.findByProviderMessageId(ACCOUNT, "mail 1"))
                .extracting(TrackedMessage::id)
                .containsExactly(id);
    }

    @Test
    void onlyWhatIsUncertainCanBeSettled() {
        UUID id = begin(tracker, plain("573001234567")).id();
        assertThatIllegalStateException()
                .isThrownBy(() -> tracker.settle(id, SmsState.REJECTED, SmsError.OTHER, null))
                .withMessageContaining("IN_FLIGHT");
        complete(tracker, id, timedOut(), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.settle(id, SmsState.UNKNOWN, null, null))
                .withMessageContaining("REJECTED");
        assertThat(tracker.settle(UUID.randomUUID(), SmsState.ENROUTE, null, null))
                .isEmpty();
    }

    @Test
    void uncertainMessagesAreListedOldestFirstByAccountAndAge() {
        UUID first = uncertain("1");
        clock.advance(Duration.ofMinutes(1));
        UUID second = uncertain("2");
        clock.advance(Duration.ofMinutes(1));
        Instant cutoff = clock.instant();
        uncertain("3");
        assertThat(tracker.uncertain(ACCOUNT, cutoff, 10))
                .extracting(TrackedMessage::id)
                .containsExactly(first, second);
        assertThat(tracker.uncertain(ACCOUNT, cutoff, 1)).hasSize(1);
        assertThat(tracker.uncertain("other", cutoff, 10)).isEmpty();
    }

    private UUID uncertain(String to) {
        UUID id = begin(tracker, plain(to)).id();
        complete(tracker, id, timedOut(), null);
        return id;
    }

    @Test
    void aWaiterForAnOutcomeIsNotifiedWhenItIsStored() {
        UUID id = begin(tracker, keyed("573001234567", "order-1")).id();
        CompletableFuture<Optional<TrackedMessage>> outcome =
                tracker.await(id, Duration.ofSeconds(20)).toCompletableFuture();
        assertThat(outcome).isNotDone();
        complete(tracker, id, taken("m1"), null);
        assertThat(get(outcome)).map(TrackedMessage::verdict).contains(taken("m1"));
        assertThat(get(tracker.await(id, Duration.ofSeconds(20)))).isPresent();
    }

    @Test
    void aWaiterForAnOutcomeThatDoesNotComeIsNotifiedAfterTheTimeout() {
        UUID id = begin(tracker, plain("573001234567")).id();
        assertThat(get(tracker.await(id, Duration.ofMillis(50)))).isEmpty();
    }

    @Test
    void whatIsDueIsClaimedOnceUntilTheClaimEnds() {
        Instant start = clock.instant();
        UUID late = sent(tracker, plain("1"), "m1", start.plusSeconds(20));
        UUID early = sent(tracker, plain("2"), "m2", start.plusSeconds(10));
        sent(tracker, plain("3"), "m3", start.plusSeconds(30));
        sent(tracker, plain("4"), "m4", null);

        assertThat(tracker.due(ACCOUNT, start, 10, CLAIM)).isEmpty();
        assertThat(tracker.due("other", start.plusSeconds(20), 10, CLAIM)).isEmpty();
        assertThat(tracker.due(ACCOUNT, start.plusSeconds(20), 10, CLAIM))
                .extracting(TrackedMessage::id, TrackedMessage::nextCheck)
                .containsExactly(tuple(early, start.plusSeconds(10)), tuple(late, start.plusSeconds(20)));
        assertThat(tracker.due(ACCOUNT, start.plusSeconds(20), 10, CLAIM)).isEmpty();
        assertThat(tracker.due(ACCOUNT, start.plusSeconds(30).plus(CLAIM), 1, CLAIM))
                .hasSize(1);
        assertThat(tracker.due(ACCOUNT, start.plusSeconds(30).plus(CLAIM), 10, CLAIM))
                .hasSize(2);
    }

    @Test
    void aReportThatSaysSomethingNewIsAChangeOnce() {
        UUID id = sent(tracker, plain("573001234567"), "m1", clock.instant());
        TrackedMessage due = tracker.due(ACCOUNT, clock.instant(), 1, CLAIM).get(0);
        Instant nextCheck = clock.instant().plusSeconds(60);
        assertThat(tracker.record(List.of(StatusReport.answered(due, status("m1", SmsState.ENROUTE), nextCheck))))
                .isEmpty();
        assertThat(tracker.find(id).map(TrackedMessage::nextCheck)).contains(nextCheck);

        List<StatusChange> changes =
                tracker.record(List.of(received("m1", SmsState.DELIVERED), received("m1", SmsState.DELIVERED)));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.previous()).isEqualTo(SmsState.ENROUTE);
            assertThat(change.message().stage()).isEqualTo(Stage.FINISHED);
            assertThat(change.message().status().to()).isEqualTo("573001234567");
            assertThat(change.message().verdict().providerText()).isEqualTo("una palabra");
        });
        assertThat(tracker.record(List.of(received("m1", SmsState.DELIVERED)))).isEmpty();
    }

    @Test
    void reportsOutOfOrderNeverTakeAMessageBack() {
        UUID id = begin(tracker, plain("573001234567")).id();
        complete(tracker, id, Verdict.taken(SmsState.SCHEDULED, "m1"), clock.instant());
        assertThat(tracker.record(List.of(received("m1", SmsState.ENROUTE)))).hasSize(1);
        assertThat(tracker.record(List.of(received("m1", SmsState.SCHEDULED)))).isEmpty();
        assertThat(tracker.record(List.of(received("m1", SmsState.UNKNOWN)))).isEmpty();
        assertThat(tracker.record(List.of(received("m1", SmsState.UNDELIVERABLE), received("m1", SmsState.ENROUTE))))
                .hasSize(1);
        assertThat(tracker.record(List.of(received("m1", SmsState.DELIVERED)))).isEmpty();
        assertThat(tracker.find(id)).get().satisfies(message -> {
            assertThat(message.state()).isEqualTo(SmsState.UNDELIVERABLE);
            assertThat(message.note()).contains("DELIVERED");
        });
    }

    @Test
    void theFinalReportOnAMessageCanBeThatNothingIsKnown() {
        UUID id = sent(tracker, plain("573001234567"), "m1", clock.instant());
        TrackedMessage message = tracker.find(id).orElseThrow();
        assertThat(tracker.record(List.of(StatusReport.last(message, status("m1", SmsState.UNKNOWN), null))))
                .singleElement()
                .satisfies(change -> assertThat(change.previous()).isEqualTo(SmsState.ENROUTE));
        assertThat(tracker.find(id)).get().satisfies(last -> {
            assertThat(last.state()).isEqualTo(SmsState.UNKNOWN);
            assertThat(last.nextCheck()).isNull();
            assertThat(last.stage()).isEqualTo(Stage.TAKEN);
        });
        assertThat(tracker.record(List.of(received("m1", SmsState.DELIVERED)))).hasSize(1);
    }

    @Test
    void aChangeThatWasNotEmittedIsDueAgain() {
        UUID id = sent(tracker, plain("573001234567"), "m1", clock.instant());
        TrackedMessage due = tracker.due(ACCOUNT, clock.instant(), 1, CLAIM).get(0);
        tracker.record(List.of(StatusReport.answered(due, status("m1", SmsState.DELIVERED), null)));
        Instant afterClaim = clock.instant().plus(CLAIM);
        assertThat(tracker.due(ACCOUNT, afterClaim, 1, CLAIM))
                .singleElement()
                .satisfies(message -> assertThat(message.state()).isEqualTo(SmsState.DELIVERED));
        tracker.schedule(tracker.find(id).orElseThrow(), null);
        assertThat(tracker.due(ACCOUNT, afterClaim.plus(CLAIM), 1, CLAIM)).isEmpty();
    }

    @Test
    void theFinalReportThatNothingIsKnownIsDueUntilItIsEmitted() {
        UUID id = sent(tracker, plain("573001234567"), "m1", clock.instant());
        TrackedMessage message = tracker.due(ACCOUNT, clock.instant(), 1, CLAIM).get(0);
        assertThat(message.pollingFinished()).isFalse();
        Instant reminder = clock.instant().plusSeconds(60);
        tracker.record(List.of(StatusReport.last(message, status("m1", SmsState.UNKNOWN), reminder)));

        assertEmittedOnce(id, reminder, SmsState.UNKNOWN);
    }

    @Test
    void theFinalReportThatAMessageIsOnItsWayIsDueUntilItIsEmitted() {
        UUID id = uncertain("1");
        Instant reminder = clock.instant().plusSeconds(60);
        recordFinalReport(id, reminder);

        assertEmittedOnce(id, reminder, SmsState.ENROUTE);
    }

    @Test
    void theFinalReportIsNewsWhereItConfirmsWhatWasKnownAndNoneASecondTime() {
        UUID id = sent(tracker, plain("2"), "m2", clock.instant());
        Instant reminder = clock.instant().plusSeconds(60);
        assertThat(recordFinalReport(id, reminder)).singleElement().satisfies(change -> {
            assertThat(change.previous()).isEqualTo(SmsState.ENROUTE);
            assertThat(change.message().stage()).isEqualTo(Stage.FINISHED);
            assertThat(change.message().providerMessageId()).isEqualTo("m2");
            assertThat(change.message().verdict().providerText()).isEqualTo("una palabra");
        });
        assertEmittedOnce(id, reminder, SmsState.ENROUTE);

        assertThat(recordFinalReport(id, reminder)).isEmpty();
        assertThat(tracker.find(id).map(TrackedMessage::nextCheck)).isEmpty();
    }

    private List<StatusChange> recordFinalReport(UUID id, Instant reminder) {
        TrackedMessage message = tracker.find(id).orElseThrow();
        return tracker.record(List.of(StatusReport.last(message, status(null, SmsState.ENROUTE), reminder)));
    }

    private void assertEmittedOnce(UUID id, Instant reminder, SmsState state) {
        assertThat(tracker.due(ACCOUNT, reminder.minusMillis(1), 10, CLAIM)).isEmpty();
        assertThat(tracker.due(ACCOUNT, reminder, 10, CLAIM)).singleElement().satisfies(due -> {
            assertThat(due.id()).isEqualTo(id);
            assertThat(due.state()).isEqualTo(state);
            assertThat(due.pollingFinished()).isTrue();
        });
        tracker.schedule(tracker.find(id).orElseThrow(), null);
        assertThat(tracker.due(ACCOUNT, reminder.plus(CLAIM), 10, CLAIM)).isEmpty();
    }

    /** As when a question was under way while somebody settled it, or while another consumer emitted its report. */
    @Test
    void anAnswerThatComesAfterTheLastReportWasEmittedMakesNothingDueAgain() {
        UUID id = uncertain("1");
        TrackedMessage asked = tracker.find(id).orElseThrow();
        tracker.settle(id, SmsState.REJECTED, SmsError.OTHER, "asked the provider");
        Instant reminder = clock.instant().plus(CLAIM);

        assertThat(tracker.record(List.of(StatusReport.answered(asked, status(null, SmsState.REJECTED), reminder))))
                .isEmpty();
        assertThat(tracker.find(id).map(TrackedMessage::nextCheck)).isEmpty();
        tracker.record(List.of(StatusReport.answered(asked, status(null, SmsState.DELIVERED), reminder)));
        assertThat(tracker.find(id)).get().satisfies(settled -> {
            assertThat(settled.note()).contains("DELIVERED");
            assertThat(settled.nextCheck()).isNull();
        });
    }

    @Test
    void aFinalStateIsDueUntilItIsEmittedThoughALaterAnswerSaysThatNothingIsKnown() {
        UUID id = sent(tracker, plain("1"), "m1", clock.instant());
        TrackedMessage asked = tracker.due(ACCOUNT, clock.instant(), 1, CLAIM).get(0);
        Instant reminder = clock.instant().plusSeconds(60);
        tracker.record(List.of(StatusReport.answered(asked, status("m1", SmsState.DELIVERED), reminder)));
        tracker.record(List.of(StatusReport.last(asked, status("m1", SmsState.UNKNOWN), reminder)));

        assertEmittedOnce(id, reminder, SmsState.DELIVERED);
    }

    @Test
    void whatWasSeenBeforeItChangedSetsNoTime() {
        UUID id = sent(tracker, plain("573001234567"), "m1", clock.instant());
        TrackedMessage seen = tracker.find(id).orElseThrow();
        Instant next = clock.instant().plus(CLAIM);
        tracker.record(List.of(StatusReport.answered(seen, status("m1", SmsState.DELIVERED), next)));
        tracker.schedule(seen, null);
        assertThat(tracker.find(id).orElseThrow().nextCheck()).isEqualTo(next);
        tracker.schedule(tracker.find(id).orElseThrow(), null);
        assertThat(tracker.find(id).orElseThrow().nextCheck()).isNull();
    }

    @Test
    void aReportBeforeTheAnswerWaitsForItsMessage() {
        UUID id = begin(tracker, plain("573001234567")).id();
        assertThat(tracker.record(List.of(
                        received("m1", SmsState.ENROUTE),
                        received("m1", SmsState.DELIVERED),
                        received("m1", SmsState.ENROUTE))))
                .isEmpty();
        complete(tracker, id, taken("m1"), clock.instant().plusSeconds(30));
        assertThat(tracker.find(id).map(TrackedMessage::state)).contains(SmsState.DELIVERED);
        assertThat(tracker.due(ACCOUNT, clock.instant(), 10, CLAIM))
                .extracting(TrackedMessage::id)
                .containsExactly(id);
    }

    /** PostgreSQL stores no NUL character, and its indexes no endless id. */
    @Test
    void aReportBeforeTheAnswerFailsNoOtherWhateverItHolds() {
        UUID known = sent(tracker, plain("573001234567"), "m1", null);
        UUID odd = begin(tracker, plain("573001234568")).id();
        SmsStatus oddly =
                new SmsStatus("markettext", "m\0", null, null, SmsState.DELIVERED, null, "1\0", "una\0palabra", null);
        assertThat(tracker.record(List.of(
                        StatusReport.received(ACCOUNT, oddly),
                        received(Samples.patternless(5_000, '!'), SmsState.DELIVERED),
                        received("m1", SmsState.DELIVERED))))
                .extracting(change -> change.message().id())
                .containsExactly(known);

        complete(tracker, odd, taken("m\0"), null);
        assertThat(tracker.find(odd).map(TrackedMessage::state)).contains(SmsState.DELIVERED);
        assertThat(tracker.findByProviderMessageId(ACCOUNT, "m\0")).hasSize(1);
    }

    @Test
    void aReportByClientIdBeforeTheAnswerIsNotTakenBackByIt() {
        UUID id = begin(tracker, keyed("573001234567", "order-1")).id();
        SmsStatus delivered =
                new SmsStatus("markettext", null, "order-1", null, SmsState.DELIVERED, null, null, null, null);
        assertThat(tracker.record(List.of(StatusReport.received(ACCOUNT, delivered))))
                .hasSize(1);
        complete(tracker, id, taken("m1"), clock.instant());
        assertThat(tracker.find(id)).get().satisfies(message -> {
            assertThat(message.state()).isEqualTo(SmsState.DELIVERED);
            assertThat(message.providerMessageId()).isEqualTo("m1");
        });
    }

    @Test
    void aReportSettlesAnUncertainMessage() {
        UUID id = begin(tracker, keyed("573001234567", "order-1")).id();
        complete(tracker, id, timedOut(), null);
        SmsStatus refused = new SmsStatus(
                "markettext", null, "order-1", null, SmsState.REJECTED, SmsError.INVALID_NUMBER, "-3", null, null);
        assertThat(tracker.record(List.of(StatusReport.received(ACCOUNT, refused))))
                .hasSize(1);
        assertThat(begin(tracker, keyed("573001234567", "order-1")).decision()).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void messagesAreFoundByTheProvidersIdAndByTheCallersReference() {
        UUID first = sent(tracker, keyed("1", "order-1"), "m1", null);
        clock.advance(Duration.ofSeconds(1));
        UUID second = sent(tracker, keyed("2", "order-1"), "m2", null);
        assertThat(tracker.findByProviderMessageId(ACCOUNT, "m1"))
                .extracting(TrackedMessage::id)
                .containsExactly(first);
        assertThat(tracker.findByProviderMessageId("other", "m1")).isEmpty();
        assertThat(tracker.findByClientId(ACCOUNT, "order-1"))
                .extracting(TrackedMessage::id)
                .containsExactly(second, first);
        assertThat(tracker.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void purgingForgetsOnlyWhatIsOldAndOver() {
        UUID refused = begin(tracker, plain("1")).id();
        complete(tracker, refused, refused(), null);
        UUID taken = sent(tracker, keyed("2", "order-1"), "m2", null);
        UUID abandoned = sent(tracker, plain("3"), "m3", clock.instant());
        UUID awaited = sent(tracker, plain("4"), "m4", clock.instant().plus(Duration.ofDays(2)));
        UUID uncertain = uncertain("5");
        UUID inFlight = begin(tracker, plain("6")).id();
        clock.advance(Duration.ofDays(1));
        UUID young = sent(tracker, plain("7"), "m7", null);

        assertThat(tracker.purge(clock.instant().minus(Duration.ofHours(1)))).isEqualTo(3);
        assertThat(List.of(refused, taken, abandoned))
                .allSatisfy(id -> assertThat(tracker.find(id)).isEmpty());
        assertThat(List.of(awaited, uncertain, inFlight, young))
                .allSatisfy(id -> assertThat(tracker.find(id)).isPresent());
        assertThat(begin(tracker, keyed("2", "order-1")).decision()).isEqualTo(Decision.ADMITTED);
    }

    @Test
    void whatProvidersSayIsKeptWhateverItHolds() {
        UUID id = begin(tracker, plain("573001234567")).id();
        Verdict odd = Verdict.rejected(SmsError.OTHER, "x'\0", "ñandú \uD83D\uDE00 'quoted' \\", "{\"a\",NULL}");
        complete(tracker, id, odd, null);
        assertThat(tracker.find(id)).get().satisfies(message -> {
            assertThat(message.verdict().providerText()).isEqualTo(odd.providerText());
            assertThat(message.verdict().reason()).isEqualTo(odd.reason());
        });
    }
}
