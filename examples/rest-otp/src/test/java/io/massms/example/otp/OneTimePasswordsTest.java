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
package io.massms.example.otp;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.example.otp.OneTimePasswords.Verdict;
import io.massms.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class OneTimePasswordsTest {
    private static final String ANA = "+573001234567";
    private static final String JOSE = "+573001234568";

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-11-21T12:00:00Z"));
    private final OneTimePasswords passwords =
            new OneTimePasswords(new SecretKeySpec(new byte[32], "HmacSHA256"), clock);

    @Test
    void theRightCodeWorksOnce() {
        String code = passwords.issue(ANA);

        assertThat(code).matches("\\d{6}");
        assertThat(passwords.verify(ANA, code)).isEqualTo(Verdict.RIGHT);
        assertThat(passwords.verify(ANA, code)).isEqualTo(Verdict.NO_CODE);
    }

    @Test
    void aCodeBelongsToItsPhone() {
        String code = passwords.issue(ANA);

        assertThat(passwords.verify(JOSE, code)).isEqualTo(Verdict.NO_CODE);
        assertThat(passwords.verify(ANA, code)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void anEarlierCodeEndsWithTheNext() {
        String first = passwords.issue(ANA);
        String second = anotherThan(first);

        assertThat(passwords.verify(ANA, first)).isEqualTo(Verdict.WRONG);
        assertThat(passwords.verify(ANA, second)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        String inTime = passwords.issue(ANA);
        String late = passwords.issue(JOSE);

        clock.advance(OneTimePasswords.VALID.minusMillis(1));
        assertThat(passwords.verify(ANA, inTime)).isEqualTo(Verdict.RIGHT);
        clock.advance(Duration.ofMillis(1));
        assertThat(passwords.verify(JOSE, late)).isEqualTo(Verdict.NO_CODE);
    }

    @Test
    void guessesAtTheSameTimeCountOneByOne() {
        String code = passwords.issue(ANA);

        List<Verdict> verdicts = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(guess -> passwords.verify(ANA, "guess " + guess))
                .toList();

        assertThat(verdicts).filteredOn(verdict -> verdict == Verdict.WRONG).hasSize(OneTimePasswords.TRIES);
        assertThat(passwords.verify(ANA, code)).isEqualTo(Verdict.NO_CODE);
    }

    @Test
    void theRightCodeIsTakenAtTheLastTry() {
        String code = passwords.issue(ANA);
        for (int i = 1; i < OneTimePasswords.TRIES; i++) {
            assertThat(passwords.verify(ANA, "wrong")).isEqualTo(Verdict.WRONG);
        }

        assertThat(passwords.verify(ANA, code)).isEqualTo(Verdict.RIGHT);
    }

    private String anotherThan(String code) {
        String next = passwords.issue(ANA);
        while (next.equals(code)) {
            next = passwords.issue(ANA);
        }
        return next;
    }
}
