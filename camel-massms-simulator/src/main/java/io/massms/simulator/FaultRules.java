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
package io.massms.simulator;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What makes a {@link Fault} sensible. */
final class FaultRules {
    private FaultRules() {}

    static void checkPattern(String recipient) {
        if (recipient == null) {
            return;
        }
        try {
            Pattern.compile(recipient);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "recipient is not a regular expression: " + e.getDescription() + " in '" + recipient + "'", e);
        }
    }

    static void checkTrigger(Fault.When.Mode mode, long n, double probability, Long remaining) {
        boolean counts = mode == Fault.When.Mode.FIRST || mode == Fault.When.Mode.NTH || mode == Fault.When.Mode.EVERY;
        require(!counts || n >= 1, "FIRST, NTH and EVERY take an n of 1 or more, not " + n);
        require(
                mode != Fault.When.Mode.PROBABILITY || (probability >= 0 && probability <= 1),
                "A probability lies between 0 and 1, not at " + probability);
        require(remaining == null || remaining >= 0, "remaining is 0 or more, not " + remaining);
    }

    static void checkEffect(
            Fault.Kind kind, boolean accepted, Duration duration, Integer status, String code, Long bytes) {
        switch (kind) {
            case DELAY ->
                require(
                        duration != null && !duration.isNegative(),
                        "DELAY takes a duration of zero or more, like PT2S");
            case SLOW_DRIP ->
                require(duration != null && duration.toMillis() >= 1, "SLOW_DRIP takes a duration of 1 ms or more");
            case HTTP_STATUS ->
                require(status != null && status >= 200 && status <= 599, "HTTP_STATUS takes a status from 200 to 599");
            case OVERSIZE -> require(bytes != null && bytes >= 1, "OVERSIZE takes a number of bytes of 1 or more");
            case PROVIDER_CODE ->
                require(
                        code != null && !code.isBlank() && !accepted,
                        "PROVIDER_CODE takes a code of the provider, and accepts nothing");
            case RESET_BEFORE_READING -> require(!accepted, "RESET_BEFORE_READING accepts nothing");
            case ACCEPT_THEN_DROP, ACCEPT_THEN_TIMEOUT ->
                require(accepted, kind + " accepts; for the opposite use RESET_BEFORE_READING");
            default -> {}
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
