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

import static io.massms.camel.tracker.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LateOutcomesTest {
    private final List<Write.Complete> stored = new ArrayList<>();
    private final Write.Complete impossible = outcomes(1);

    @Test
    void oneThatCanNeverBeStoredHoldsUpNoOther() {
        LateOutcomes late = new LateOutcomes(10, this::store);
        Write.Complete first = outcomes(1);
        Write.Complete second = outcomes(1);
        Stream.of(impossible, first, second).forEach(outcomes -> late.keep(outcomes, null));

        assertThat(late.storeSome()).isFalse();
        assertThat(late.storeSome()).isTrue();
        assertThat(stored).containsExactly(first, second);
        assertThat(late.storeSome()).isFalse();
    }

    @Test
    void thereIsRoomForSoManyMessagesAndAgainWhenTheyAreStored() {
        LateOutcomes late = new LateOutcomes(3, this::store);
        Stream.of(outcomes(2), outcomes(2), outcomes(1)).forEach(outcomes -> late.keep(outcomes, null));
        late.storeSome();
        assertThat(stored).extracting(Write.Complete::rows).containsExactly(2, 1);

        late.keep(outcomes(3), null);
        late.storeSome();
        assertThat(stored).extracting(Write.Complete::rows).containsExactly(2, 1, 3);
    }

    @Test
    void whatIsLeftIsTriedWhenTheTrackerClosesAndNothingIsKeptAfterwards() {
        LateOutcomes late = new LateOutcomes(10, this::store);
        Stream.of(impossible, outcomes(1)).forEach(outcomes -> late.keep(outcomes, null));
        late.close(Duration.ofMillis(500));
        assertThat(stored).hasSize(1);

        late.keep(outcomes(1), null);
        late.storeSome();
        assertThat(stored).hasSize(1);
    }

    private boolean store(Write.Complete outcomes) {
        return outcomes != impossible && stored.add(outcomes);
    }

    private static Write.Complete outcomes(int rows) {
        List<Settlement> settlements = Stream.generate(() -> new Settlement(UUID.randomUUID(), taken("m1"), null))
                .limit(rows)
                .toList();
        return new Write.Complete(settlements, 0, 1, new CompletableFuture<>());
    }
}
