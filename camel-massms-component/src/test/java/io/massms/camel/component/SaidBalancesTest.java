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

import io.massms.camel.component.SaidBalances.News;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SaidBalancesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SaidBalances said = new SaidBalances(new BigDecimal(50));

    @Test
    void theSameBalanceIsNoNewsWhateverItsScale() {
        said.ended(news(60), true);

        assertThat(said.news(new BigDecimal("60.00"), NOON)).isEmpty();
    }

    @Test
    void aBalanceThatComesBackWhileAnotherIsUnderWayIsNews() {
        news(60);
        news(55);

        assertThat(news(60).alarm()).isFalse();
    }

    @Test
    void anAlarmIsSaidAgainWhereItsExchangeFailedThoughANewerOneCompleted() {
        News alarm = news(40);
        said.ended(news(39), true);
        assertThat(said.news(new BigDecimal(39), NOON)).isEmpty();
        said.ended(alarm, false);

        assertThat(news(39).alarm()).isTrue();
    }

    @Test
    void anAlarmThatFailedIsNotSaidAgainWhereTheBalanceRecovered() {
        News alarm = news(40);
        said.ended(news(60), true);
        said.ended(alarm, false);

        assertThat(said.news(new BigDecimal(60), NOON)).isEmpty();
    }

    @Test
    void anAlarmFollowsEachRecoveryThatWasSaid() {
        said.ended(news(40), true);
        said.ended(news(60), true);
        News again = news(40);
        assertThat(again.alarm()).isTrue();
        said.ended(again, true);
        for (int balance = 39; balance > 30; balance--) {
            News less = news(balance);
            assertThat(less.alarm()).isFalse();
            said.ended(less, true);
        }

        said.ended(news(70), true);
        assertThat(news(40).alarm()).isTrue();
    }

    @Test
    void aRecoveryThatWasNotSaidBringsNoSecondAlarm() {
        said.ended(news(40), true);
        said.ended(news(60), false);

        assertThat(said.news(new BigDecimal(40), NOON)).isEmpty();
    }

    @Test
    void whatAQueueDroppedIsSaidAgainAfterAnHour() {
        news(40);
        assertThat(said.news(new BigDecimal(40), NOON.plus(Duration.ofMinutes(59))))
                .isEmpty();

        assertThat(said.news(new BigDecimal(40), NOON.plus(Duration.ofMinutes(61))))
                .hasValueSatisfying(again -> assertThat(again.alarm()).isTrue());
    }

    @Test
    void whatCompletedAfterAnHourWasSaid() {
        News alarm = news(40);
        News other =
                said.news(new BigDecimal(39), NOON.plus(Duration.ofMinutes(61))).orElseThrow();
        assertThat(other.alarm()).isTrue();
        said.ended(other, false);
        said.ended(alarm, true);

        assertThat(said.news(new BigDecimal(39), NOON.plus(Duration.ofMinutes(61))))
                .hasValueSatisfying(again -> assertThat(again.alarm()).isFalse());
    }

    private News news(int balance) {
        return said.news(new BigDecimal(balance), NOON).orElseThrow();
    }
}
