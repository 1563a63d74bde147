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

import static io.massms.camel.tracker.Samples.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When nobody asks for a message any longer. */
class StatusPlanTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MAX_AGE = Duration.ofDays(3);
    private static final Verdict NOT_UNDERSTOOD =
            Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, "STATUS:9", "The manual does not know it");

    private final StatusPlan plan =
            new StatusPlan(Duration.ofSeconds(10), Duration.ofHours(1), MAX_AGE, Duration.ofMinutes(5));

    @Test
    void whatIsOnItsWayForLongExpires() {
        assertThat(answered(SmsState.ENROUTE, NOON.plus(MAX_AGE).minusMillis(1)))
                .isEqualTo(SmsState.ENROUTE);
        assertThat(answered(SmsState.ENROUTE, NOON.plus(MAX_AGE))).isEqualTo(SmsState.EXPIRED);
    }

    @Test
    void whatWasScheduledUntilNowIsNotExpired() {
        assertThat(answered(SmsState.SCHEDULED, NOON.plus(Duration.ofDays(30)))).isEqualTo(SmsState.ENROUTE);
    }

    @Test
    void whatIsNotUnderstoodIsAskedForOnceMorePastTheAge() {
        Instant old = NOON.plus(MAX_AGE).plusSeconds(60);
        Instant duePastAge = plan.next(message(SmsState.ENROUTE, NOON), old);
        Instant dueBefore =
                plan.next(message(SmsState.ENROUTE, NOON), NOON.plus(MAX_AGE).minusSeconds(60));

        assertThat(plan.afterFailure(message(SmsState.ENROUTE, dueBefore), NOT_UNDERSTOOD, dueBefore))
                .isEmpty();
        assertThat(plan.afterFailure(message(SmsState.ENROUTE, duePastAge), NOT_UNDERSTOOD, duePastAge))
                .get()
                .satisfies(report -> {
                    assertThat(report.last()).isTrue();
                    assertThat(report.status().state()).isEqualTo(SmsState.UNKNOWN);
                    assertThat(report.status().providerText()).isEqualTo("STATUS:9");
                });
    }

    @Test
    void whatIsScheduledIsAskedForHoweverOld() {
        Instant old = NOON.plus(Duration.ofDays(30));
        assertThat(plan.afterFailure(message(SmsState.SCHEDULED, old), NOT_UNDERSTOOD, old))
                .isEmpty();
    }

    @Test
    void aFailureWithoutTextOfTheProviderEndsNothing() {
        Instant old = NOON.plus(Duration.ofDays(30));
        Verdict cut = Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "The connection was lost");
        Verdict page = NOT_UNDERSTOOD.withProvider("HTTP 502", "Bad gateway");
        Verdict refused = Verdict.rejected(SmsError.MAINTENANCE, null, "en mantenimiento", "Try later");
        for (Verdict failure : new Verdict[] {cut, page, refused}) {
            assertThat(plan.afterFailure(message(SmsState.ENROUTE, old), failure, old))
                    .isEmpty();
        }
    }

    private SmsState answered(SmsState before, Instant now) {
        SmsStatus answer = Samples.status("m1", SmsState.ENROUTE);
        return plan.report(message(before, now), answer, now).status().state();
    }

    /** One that was sent at noon. */
    private static TrackedMessage message(SmsState state, Instant due) {
        Verdict verdict = Verdict.taken(state, "m1");
        return new TrackedMessage(
                UUID.randomUUID(), plain("573001234567"), Stage.TAKEN, verdict, null, NOON, NOON, due);
    }
}
