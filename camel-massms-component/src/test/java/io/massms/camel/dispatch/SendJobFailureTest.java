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
package io.massms.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.tracker.Admission;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.Stage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever throws: a send ends, once, and says "not sent" only of what surely was not. */
class SendJobFailureTest {
    private final List<Outcome> outcomes = new ArrayList<>();
    private SendSettings settings = FakeProvider.settings();

    static Stream<Throwable> failures() {
        return Stream.of(new IOException("the file is gone"), new NoClassDefFoundError("x"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anInputThatFailsInAnyWayKeepsWhatWasSentBeforeAndReportsTheFailure(Throwable failure) {
        Iterator<SmsMessage> rows = Stream.of("a", "b", "end")
                .map(text -> text.equals("end") ? SendJobFailureTest.<SmsMessage>sneak(failure) : to(text))
                .iterator();
        start(this::take, rows);

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(outcome().failure()).isNull();
    }

    @Test
    void aMessageThatCannotBePreparedTakesNoOtherWithItAndGoesToNobody() {
        settings = with(new FailingClock(2));
        start(this::take, Stream.of(to("a"), to("b"), to("c")).iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.REJECTED, SmsState.ENROUTE);
    }

    @Test
    void aClientIdThatNobodyCanStoreIsRefusedForItsMessageAlone() {
        start(this::take, Stream.of(to("a"), to("a").withClientId("b\0")).iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(result().receipts().get(1).reason()).contains("NUL");
    }

    @Test
    void aClientIdThatIsTooLongForADatabasesIndexIsRefusedForItsMessageAlone() {
        String longest = "b".repeat(800);
        start(
                this::take,
                Stream.of(to("a").withClientId(longest), to("a").withClientId(longest + 'b'))
                        .iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.REJECTED);
        assertThat(result().receipts().get(1).reason()).contains("801 characters", "at most 800");
        assertThat(result().retryable()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatASenderThatFailsWasGivenIsUncertain(Throwable failure) {
        start(
                (how, question, done) -> {
                    if (question.first().text().equals("b")) {
                        sneak(failure);
                    }
                    take(how, question, done);
                },
                Stream.of(to("a"), to("b"), to("c")).iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.UNKNOWN, SmsState.ENROUTE);
    }

    @Test
    void aSenderThatAnswersAndFailsIsBelievedItsAnswerOnce() {
        start(
                (how, question, done) -> {
                    take(how, question, done);
                    take(how, question, done);
                    throw new IllegalArgumentException("too late to be of interest");
                },
                Stream.of(to("a"), to("b")).iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.ENROUTE);
    }

    @Test
    void anAnswerBehindAFailureChangesNothing() {
        List<Runnable> late = new ArrayList<>();
        start(
                (how, question, done) -> {
                    late.add(() -> take(how, question, done));
                    throw new IllegalStateException();
                },
                List.of(to("a")).iterator());
        late.forEach(Runnable::run);

        assertThat(outcome().failure()).isInstanceOf(SmsUncertainException.class);
        assertThat(states()).containsExactly(SmsState.UNKNOWN);
    }

    @Test
    void partsBehindOneWhoseSendingFailedDoNotGo() {
        List<Integer> parts = new ArrayList<>();
        start(
                (how, question, done) -> {
                    parts.add(question.part());
                    if (question.part() == 2) {
                        throw new IllegalStateException();
                    }
                    take(how, question, done);
                },
                List.of(to("word ".repeat(90))).iterator());

        assertThat(parts).containsExactly(1, 2);
        assertThat(states()).containsExactly(SmsState.ENROUTE, SmsState.UNKNOWN, SmsState.SKIPPED);
    }

    @Test
    void nothingIsSentWhereTheGatekeeperFails() {
        guardedBy(work -> {
            throw new RejectedExecutionException();
        });
        start(this::take, List.of(to("a")).iterator());

        assertThat(outcome().failure()).isInstanceOf(SmsTemporaryException.class);
    }

    @Test
    void aMemoryThatFailsWithAnErrorKeepsMessagesHereAndEndsTheSend() {
        settings = settings.with(SendPolicies.NONE.with(null, gatekeeper(Runnable::run, new BrokenMemory())));
        start(this::take, List.of(to("a")).iterator());

        assertThat(outcome().failure()).isInstanceOf(SmsTemporaryException.class);
    }

    @Test
    void aGatekeeperThatFailsAfterwardsChangesNoOutcome() {
        List<Runnable> works = new ArrayList<>();
        guardedBy(work -> {
            works.add(work);
            if (works.size() > 1) {
                throw new RejectedExecutionException();
            }
            work.run();
        });
        start(this::take, List.of(to("a")).iterator());

        assertThat(states()).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void whatAHolderThatFailsWasGivenIsUncertain() {
        settings = settings.with(SendPolicies.NONE.with(
                (reference, messages, due, done) -> {
                    throw new IllegalStateException();
                },
                null));
        start(
                this::take,
                List.of(to("a").withScheduledTime(FakeProvider.NOW.plusSeconds(60)))
                        .iterator());

        assertThat(outcome().failure()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void whereTheTrackerFailsBeforeSendingNothingGoes() {
        startTracked(failing("begin"), this::take);

        assertThat(outcome().failure()).isInstanceOf(SmsTemporaryException.class);
    }

    @Test
    void whereTheTrackerFailsAfterSendingTheAnswerStands() {
        startTracked(failing("complete"), this::take);

        assertThat(states()).containsExactly(SmsState.ENROUTE);
    }

    @Test
    void whereTheTrackerSaysNothingAfterSendingTheAnswerStands() {
        startTracked(answering("complete", null), this::take);

        assertThat(states()).containsExactly(SmsState.ENROUTE);
    }

    static Stream<List<Admission>> incompleteAdmissions() {
        return Stream.of(null, List.of(), Collections.singletonList(null));
    }

    @ParameterizedTest
    @MethodSource("incompleteAdmissions")
    void whereTheTrackerDoesNotSayOfEachMessageWhetherItMayGoNothingGoes(List<Admission> admissions) {
        List<SmsMessage> sent = new ArrayList<>();
        startTracked(answering("begin", CompletableFuture.completedFuture(admissions)), (how, question, done) -> {
            sent.addAll(question.messages());
            take(how, question, done);
        });

        assertThat(sent).isEmpty();
        assertThat(outcome().failure()).isInstanceOf(SmsTemporaryException.class);
    }

    @Test
    void whatASenderThatFailsWasGivenIsTrackedAsUncertain() {
        SmsTracker tracker = new MemoryTracker();
        startTracked(tracker, (how, question, done) -> {
            throw new IllegalArgumentException();
        });

        assertThat(outcome().failure()).isInstanceOf(SmsUncertainException.class);
        assertThat(tracker.findByClientId(settings.account().key(), "order-1"))
                .singleElement()
                .satisfies(message -> assertThat(message.stage()).isEqualTo(Stage.UNCERTAIN));
    }

    private void take(SendSettings how, SendQuestion question, Consumer<List<Verdict>> done) {
        done.accept(question.messages().stream()
                .map(message -> Verdict.taken(SmsState.ENROUTE, "x"))
                .toList());
    }

    private void startTracked(SmsTracker tracker, Sender sender) {
        start(
                new TrackedSender(sender, tracker, settings, null, null),
                List.of(to("a").withClientId("order-1")).iterator());
    }

    private void start(Sender sender, Iterator<SmsMessage> messages) {
        new SendJob(settings, sender, messages, false, Runnable::run, outcomes::add).start();
    }

    private void guardedBy(Executor workers) {
        settings = settings.with(SendPolicies.NONE.with(
                null, gatekeeper(workers, new MemoryRecentSends(Clock.fixed(FakeProvider.NOW, ZoneOffset.UTC)))));
    }

    private static Gatekeeper gatekeeper(Executor workers, RecentSends recent) {
        return new Gatekeeper("fake", null, false, recent, Duration.ofMinutes(1), workers, Clock.systemUTC());
    }

    private Outcome outcome() {
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private SmsResult result() {
        return outcome().result();
    }

    private List<SmsState> states() {
        return result().receipts().stream().map(SmsReceipt::state).toList();
    }

    private static SmsMessage to(String text) {
        return SmsMessage.of("3001234567", text);
    }

    private static <T> T sneak(Throwable failure) {
        return SendJobFailureTest.<T, RuntimeException>thrown(failure);
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T thrown(Throwable failure) throws E {
        throw (E) failure;
    }

    private static SmsTracker failing(String step) {
        return tracker(step, () -> sneak(new NoClassDefFoundError("x")));
    }

    private static SmsTracker answering(String step, Object answer) {
        return tracker(step, () -> answer);
    }

    private static SmsTracker tracker(String step, Supplier<Object> answer) {
        SmsTracker tracker = new MemoryTracker();
        return (SmsTracker) Proxy.newProxyInstance(
                SendJobFailureTest.class.getClassLoader(),
                new Class<?>[] {SmsTracker.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(step)) {
                        return answer.get();
                    }
                    return method.invoke(tracker, arguments);
                });
    }

    private static SendSettings with(Clock clock) {
        SendSettings settings = FakeProvider.settings();
        return new SendSettings(
                settings.account(),
                settings.profile(),
                settings.codec(),
                settings.numberPolicy(),
                settings.textPolicy(),
                settings.longText(),
                settings.duplicates(),
                settings.receipts(),
                settings.idempotent(),
                settings.recipientsPerRequest(),
                settings.lineLimit(),
                settings.concurrentRequests(),
                settings.requestTimeout(),
                clock,
                settings.policies(),
                settings.clientIds());
    }

    /** Fails once it was read some times, and goes on after that. */
    private static final class FailingClock extends Clock {
        private final int failing;
        private int reads;

        FailingClock(int failing) {
            this.failing = failing;
        }

        @Override
        public Instant instant() {
            if (++reads == failing) {
                throw new NoClassDefFoundError("x");
            }
            return FakeProvider.NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class BrokenMemory implements RecentSends {
        @Override
        public Note note(Send send, String key, Duration window) {
            throw new NoClassDefFoundError("x");
        }

        @Override
        public void forget(Send send) {
            throw new NoClassDefFoundError("x");
        }
    }
}
