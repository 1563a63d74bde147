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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Time stands still unless the test moves it. */
class PacerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Verdict TAKEN = Verdict.taken(SmsState.ENROUTE, "1");
    private static final Verdict BUSY = Verdict.rejected(SmsError.RATE_LIMITED, "429", null, "later");
    private final PriorityQueue<Later> later = new PriorityQueue<>((a, b) -> Long.compare(a.time() - b.time(), 0));
    private final List<String> started = new ArrayList<>();
    private final List<Verdict> refused = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000_000_000L; // nanoTime may overflow
    private final Pacer pacer = new Pacer(() -> now, this::schedule);

    @Test
    void requestsStartAnIntervalApartWhicheverEndpointTheyComeFrom() {
        request("a", 2_000);
        request("b", 2_000);
        request("c", 500);
        request("d", 500);
        assertThat(started).containsExactly("a");
        pass(2_000);
        assertThat(started).containsExactly("a", "b");
        pass(2_000);
        assertThat(started).containsExactly("a", "b", "c");
        pass(499);
        assertThat(started).hasSize(3);
        pass(1);
        assertThat(started).hasSize(4);
    }

    @Test
    void theTimeThatARequestTakesToGetUnderWayIsNotTakenFromTheInterval() {
        pacer.await(
                Duration.ofSeconds(2),
                PATIENCE,
                () -> now += Duration.ofMillis(300).toNanos(),
                refused::add);
        request("next", 2_000);
        pass(1_999);
        assertThat(started).isEmpty();
        pass(1);
        assertThat(started).containsExactly("next");
    }

    @Test
    void requestsWithoutAnIntervalStartAtOnce() {
        request("a", 0);
        request("b", 0);

        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void aRequestToSlowDownHoldsBackAllOfTheAccount() {
        request("waiting", 0);
        request("paced 1", 1_000);
        request("paced 2", 1_000);
        pacer.heed(List.of(BUSY.withRetryAfter(Duration.ofSeconds(5))));
        request("new", 0);
        pass(4_999);
        assertThat(started).containsExactly("waiting", "paced 1");
        pass(1);
        assertThat(started).contains("new", "paced 2");
        assertThat(refused).isEmpty();
    }

    @Test
    void aPauseLongerThanThePatienceRefusesWithTheTimeToWait() {
        pacer.heed(List.of(BUSY.withRetryAfter(Duration.ofSeconds(11))));
        request("new", 0);

        assertThat(started).isEmpty();
        assertThat(refused).singleElement().satisfies(verdict -> {
            assertThat(verdict.isRetryable()).isTrue();
            assertThat(verdict.error()).isEqualTo(SmsError.RATE_LIMITED);
            assertThat(verdict.retryAfter()).isEqualTo(Duration.ofSeconds(11));
        });
    }

    @Test
    void whatWaitsForItsTurnIsRefusedTooWhenThePauseGrowsTooLong() {
        request("first", 1_000);
        request("waits", 1_000);
        pacer.heed(List.of(BUSY.withRetryAfter(Duration.ofMinutes(1))));
        pass(1_000);

        assertThat(started).containsExactly("first");
        assertThat(refused).hasSize(1);
    }

    @Test
    void answersThatDoNotSayHowLongPauseForASecondThatDoublesUntilOneIsTaken() {
        assertThat(pauses(BUSY, BUSY, BUSY, TAKEN, BUSY)).containsExactly(1, 2, 4, 0, 1);
        Verdict[] many = new Verdict[12];
        Arrays.fill(many, BUSY);
        assertThat(pauses(many)).startsWith(1, 2, 4, 8, 8).endsWith(8, 8);
    }

    @Test
    void noProviderPausesAnAccountForMoreThanAnHour() {
        assertThat(new Slowdown().after(List.of(BUSY.withRetryAfter(Duration.ofDays(365)))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anAnswerThatIsBusyForSomeRecipientsOnlyDoesNotSlowTheAccountDown() {
        pacer.heed(List.of(TAKEN, BUSY));
        request("new", 0);

        assertThat(started).containsExactly("new");
    }

    @Test
    void anUncertainAnswerThatAsksToWaitSlowsDownToo() {
        pacer.heed(List.of(Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "HTTP 503")
                .withRetryAfter(Duration.ofSeconds(3))));
        request("new", 0);

        assertThat(started).isEmpty();
    }

    @Test
    void whatWaitsWhenThePacerClosesIsRefusedOnce() {
        request("first", 1_000);
        request("waits", 1_000);
        pacer.close();
        assertThat(later).as("what the timer still has").isEmpty();
        request("late", 1_000);
        pass(10_000);

        assertThat(started).containsExactly("first");
        assertThat(refused).hasSize(2).allMatch(Verdict::isRetryable);
    }

    @Test
    void aTurnThatTheTimerDoesNotTakeIsRefusedOnce() {
        Pacer stopping = new Pacer(() -> now, (action, nanos) -> {
            throw new RejectedExecutionException("the timer is closed");
        });
        stopping.delay(1_000, PATIENCE, () -> started.add("waits"), refused::add);
        stopping.close();

        assertThat(started).isEmpty();
        assertThat(refused).singleElement().matches(Verdict::isRetryable);
    }

    private static List<Integer> pauses(Verdict... answers) {
        Slowdown slowdown = new Slowdown();
        return Arrays.stream(answers)
                .map(answer -> (int) slowdown.after(List.of(answer)).toSeconds())
                .toList();
    }

    private void request(String name, long interval) {
        pacer.await(Duration.ofMillis(interval), PATIENCE, () -> started.add(name), refused::add);
    }

    private Future<?> schedule(Runnable action, long nanos) {
        Later turn = new Later(now + nanos, action);
        later.add(turn);
        CompletableFuture<?> start = new CompletableFuture<>();
        start.whenComplete((nothing, cancelled) -> later.remove(turn));
        return start;
    }

    private void pass(long millis) {
        long until = now + millis * 1_000_000;
        while (!later.isEmpty() && later.peek().time() - until <= 0) {
            Later next = later.poll();
            now = next.time();
            next.action().run();
        }
        now = until;
    }

    private record Later(long time, Runnable action) {}
}
