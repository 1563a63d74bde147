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
package io.massms.camel.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * Asks for the delivery reports of all messages that the provider processed since a time.
 *
 * @param since the time, with a resolution of one second; not null
 */
public record StatusesQuestion(Instant since) {
    /** Refuses a question about no time. */
    public StatusesQuestion {
        Objects.requireNonNull(since, "A question about many messages needs the moment from which they count");
    }

    /**
     * A question by our clock. It starts one minute earlier, because the provider's clock may be behind.
     *
     * @param  first when the first of the messages was sent
     * @return       a question whose answer contains all of them, and perhaps others
     */
    public static StatusesQuestion sentFrom(Instant first) {
        return new StatusesQuestion(Clocks.earliest(first));
    }
}
