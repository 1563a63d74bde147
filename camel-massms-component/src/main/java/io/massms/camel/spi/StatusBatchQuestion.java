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
 * Asks what became of all messages of which the provider has learnt something lately.
 *
 * @param since      what the provider learnt at this moment of its own clock, or later
 * @param unreadOnly whether to leave out what an earlier question marked as read
 * @param markRead   whether the provider marks all that it answers as read
 */
public record StatusBatchQuestion(Instant since, boolean unreadOnly, boolean markRead) {

    /** Refuses a question without a beginning. */
    public StatusBatchQuestion {
        Objects.requireNonNull(since, "since");
    }
}
