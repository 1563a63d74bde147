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

import io.massms.camel.component.EmittedBalances.BalanceEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmittedBalancesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final EmittedBalances emitted = new EmittedBalances(new BigDecimal(50));

    @Test
    void theSameBalanceIsNoEventWhateverItsScale() {
        emitted.ended(event(60), true);

        assertThat(emitted.event(new BigDecimal("60.00"), NOON)).isEmpty();
    }

    @Test
    void aBalanceThatComesBackWhileAnotherIsUnderWayIsAnEvent() {
        event(60);
        event(55);

        assertThat(event(60).alarm()).isFalse();
    }

    @Test
    void anAlarmIsEmittedAgainWhereItsExchangeFailedThoughANewerOneCompleted() {
        BalanceEvent alarm = event(40);
        emitted.ended(event(39), true);
        assertThat(emitted.event(new BigDecimal(39), NOON)).isEmpty();
        emitted.ended(alarm, false);

        assertThat(event(39).alarm()).isTrue();
    }

    @Test
    void anAlarmThatFailedIsNotEmittedAgainWhereTheBalanceRecovered() {
        BalanceEvent alarm = event(40);
        emitted.ended(event(60), true);
        emitted.ended(alarm, false);

        assertThat(emitted.event(new BigDecimal(60), NOON)).isEmpty();
    }

    @Test
    void anAlarmFollowsEachRecoveryThatWasEmitted() {
        emitted.ended(event(40), true);
        emitted.ended(event(60), true);
        BalanceEvent again = event(40);
        assertThat(again.alarm()).isTrue();
        emitted.ended(again, true);
        for (int balance = 39; balance > 30; balance--) {
            BalanceEvent less = event(balance);
            assertThat(less.alarm()).isFalse();
            emitted.ended(less, true);
        }

        emitted.ended(event(70), true);
        assertThat(event(40).alarm()).isTrue();
    }

    @Test
    void aRecoveryThatWasNotEmittedBringsNoSecondAlarm() {
        emitted.ended(event(40), true);
        emitted.ended(event(60), false);

        assertThat(emitted.event(new BigDecimal(40), NOON)).isEmpty();
    }

    @Test
    void whatAQueueDroppedIsEmittedAgainAfterAnHour() {
        event(40);
        assertThat(emitted.event(new BigDecimal(40), NOON.plus(Duration.ofMinutes(59))))
                .isEmpty();

        assertThat(emitted.event(new BigDecimal(40), NOON.plus(Duration.ofMinutes(61))))
                .hasValueSatisfying(again -> assertThat(again.alarm()).isTrue());
    }

    @Test
    void whatCompletedAfterAnHourWasEmitted() {
        BalanceEvent alarm = event(40);
        BalanceEvent other = emitted.event(new BigDecimal(39), NOON.plus(Duration.ofMinutes(61)))
                .orElseThrow();
        assertThat(other.alarm()).isTrue();
        emitted.ended(other, false);
        emitted.ended(alarm, true);

        assertThat(emitted.event(new BigDecimal(39), NOON.plus(Duration.ofMinutes(61))))
                .hasValueSatisfying(again -> assertThat(again.alarm()).isFalse());
    }

    private BalanceEvent event(int balance) {
        return emitted.event(new BigDecimal(balance), NOON).orElseThrow();
    }
}
