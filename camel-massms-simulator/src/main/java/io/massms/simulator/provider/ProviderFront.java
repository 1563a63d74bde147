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
package io.massms.simulator.provider;

import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.http.RequestHead;
import java.util.List;
import java.util.Optional;

/** The face that one provider shows on the wire. */
public interface ProviderFront {
    /** The provider's id, below which its paths are mounted. */
    String id();

    /** Whether it has an answer for the time in which it is under maintenance. */
    default boolean tellsMaintenance() {
        return false;
    }

    /** What a request is for; empty for a path that the provider does not have. */
    Optional<Operation> operation(RequestHead head);

    /** The parameters of a request, where they do not stand in the query or a form; {@code plain} are those that do. */
    default Params params(RequestHead head, String body, Params plain) {
        return plain;
    }

    /** The recipients that a request names, as it writes them. */
    List<String> recipients(Operation operation, Params params);

    /** Does what is asked and says so in the provider's words. */
    Answer answer(Operation operation, Exchange exchange);
}
