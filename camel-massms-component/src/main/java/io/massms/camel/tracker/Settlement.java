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

import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The outcome of sending one message.
 *
 * @param id        the tracker's id
 * @param verdict   the meaning of the provider's answer, or of its absence. REJECTED and SKIPPED say that the message certainly was not sent:
 *                  the same key may then be sent again
 * @param nextCheck when to ask the provider for its status for the first time; null for never
 */
public record Settlement(UUID id, Verdict verdict, Instant nextCheck) {

    /** Throws {@link NullPointerException} if the id or the verdict is missing. */
    public Settlement {
        Objects.requireNonNull(id, "A settlement needs the id that its admission gave");
        Objects.requireNonNull(verdict, "A settlement needs a verdict");
    }

    /** Whether it is certain that nothing left. */
    boolean nothingLeft() {
        return Progress.nothingLeft(verdict.state());
    }
}
