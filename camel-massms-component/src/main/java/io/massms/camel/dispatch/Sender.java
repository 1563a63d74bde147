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

import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** Sends what one request carries. */
public interface Sender {

    /**
     * Sends.
     *
     * @param settings how
     * @param question what
     * @param done     receives the verdicts in the order of the question's messages, exactly once, on any thread
     */
    void send(SendSettings settings, SendQuestion question, Consumer<List<Verdict>> done);

    /**
     * Reports messages that a policy refuses. Who keeps track tells what came of an earlier attempt where there was one: such a message
     * may have left, whatever the policy says now.
     *
     * @param question what does not go
     * @param refusals why, in the order of the question's messages
     * @param done     receives the verdicts in the same order, exactly once, on any thread
     */
    default void refuse(SendQuestion question, List<Verdict> refusals, Consumer<List<Verdict>> done) {
        done.accept(refusals);
    }
}
