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

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.List;

/** How long an account pauses after an answer that asks for it. */
final class Slowdown {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 3;
    private static final Duration LONGEST = Duration.ofHours(1);

    private int inARow;

    /**
     * The pause after an answer: what it asks for, or else a second that doubles up to eight while such answers follow one another. That
     * is less than requests wait by default: a pause that nobody asked for delays another try, and does not refuse it. An answer that
     * is busy for some recipients only is about them and not about the account.
     */
    synchronized Duration after(List<Verdict> verdicts) {
        if (verdicts.isEmpty() || !allBusy(verdicts)) {
            inARow = 0;
            return Duration.ZERO;
        }
        Duration asked = verdicts.get(0).retryAfter();
        Duration pause = asked == null ? FIRST.multipliedBy(1L << Math.min(inARow, MOST_DOUBLINGS)) : asked;
        inARow++;
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** A loop: after each answer a stream would cost more than the question. */
    private static boolean allBusy(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (!isBusy(verdict)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBusy(Verdict verdict) {
        return verdict.retryAfter() != null
                || verdict.error() == SmsError.RATE_LIMITED
                || verdict.error() == SmsError.MAINTENANCE;
    }
}
