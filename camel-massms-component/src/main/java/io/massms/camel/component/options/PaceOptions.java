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
package io.massms.camel.component.options;

import io.massms.camel.dispatch.Pace;
import io.massms.camel.spi.Account;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Checks the options that say how fast requests follow one another. */
public final class PaceOptions {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SLOWEST = 1.0 / 86_400;

    private PaceOptions() {}

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    public static void check(SmsPaceConfiguration options) {
        Ranges.atLeast("concurrentRequests", options.getConcurrentRequests(), 1, "");
        Ranges.atLeast("rateLimitWait", options.getRateLimitWait(), 0, " ms");
        if (options.getRequestInterval() != null) {
            Ranges.atLeast("requestInterval", options.getRequestInterval(), 0, " ms");
        }
        Double perSecond = options.getRequestsPerSecond();
        if (perSecond != null && !(perSecond >= SLOWEST && perSecond <= NANOS_PER_SECOND)) {
            throw new IllegalArgumentException("requestsPerSecond=" + perSecond
                    + " is out of range; right is a number such as 0.5 or 20, at least one a day (0.0000116)");
        }
    }

    public static Pace pace(SmsPaceConfiguration options, Account account, Executor workers) {
        return new Pace(
                interval(options, account),
                Duration.ofMillis(options.getRateLimitWait()),
                account.key(),
                options.getRateLimit(),
                workers);
    }

    /** What the user says counts, the slower one of two; else what the provider asks for. */
    private static Duration interval(SmsPaceConfiguration options, Account account) {
        if (options.getRequestsPerSecond() == null && options.getRequestInterval() == null) {
            return account.profile().requestInterval();
        }
        Duration given =
                options.getRequestInterval() == null ? Duration.ZERO : Duration.ofMillis(options.getRequestInterval());
        Duration spread = options.getRequestsPerSecond() == null
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(NANOS_PER_SECOND / options.getRequestsPerSecond()));
        return given.compareTo(spread) > 0 ? given : spread;
    }
}
