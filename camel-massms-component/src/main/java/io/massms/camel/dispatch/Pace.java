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

import io.massms.camel.spi.RateLimit;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How fast an endpoint's requests may follow one another.
 *
 * @param interval how long after the start of the account's request before; zero for at once
 * @param patience how long a request waits at most when the provider asked to slow down
 * @param account  name of the account, for the shared limit
 * @param shared   a limit that other processes keep too; null for none
 * @param workers  ask the shared limit, which may block
 */
public record Pace(Duration interval, Duration patience, String account, RateLimit shared, Executor workers) {

    /**
     * The pace of a single process.
     *
     * @param  interval how long after the start of the account's request before
     * @param  patience how long a request waits at most when the provider asked to slow down
     * @return          the pace
     */
    public static Pace of(Duration interval, Duration patience) {
        return new Pace(interval, patience, null, null, Runnable::run);
    }
}
