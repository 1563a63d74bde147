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
package io.massms.gateway.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnnotedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Unnoted unnoted = new Unnoted();

    @Test
    void aMessageThatBeganEarlierIsNotWaitedFor() throws Exception {
        Instant earlier = Instant.now().minusSeconds(1);
        unnoted.begin();
        unnoted.await(earlier);
        assertThat(unnoted.isEmpty()).isFalse();
    }

    @Test
    void oneThatMayBeAmongThemIsWaitedForUntilTheyAreNoted() throws Exception {
        unnoted.begin();
        Instant created = Instant.now();
        Thread report = new Thread(() -> waitFor(created));
        report.start();
        await().atMost(PATIENCE).until(() -> report.getState() == Thread.State.WAITING);
        unnoted.end();
        report.join(PATIENCE.toMillis());
        assertThat(report.isAlive()).isFalse();
    }

    private void waitFor(Instant created) {
        try {
            unnoted.await(created);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
