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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A call of a provider to a webhook: the decoded parameters of one HTTP request.
 *
 * @param parameters   the parameters in the order in which they came
 * @param receivedTime when the call came
 */
public record Push(List<Parameter> parameters, Instant receivedTime) {

    /** Keeps a copy. */
    public Push {
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(receivedTime, "receivedTime");
    }

    /**
     * The values of a parameter.
     *
     * @param  name the name; case does not matter
     * @return      all its values; empty if it did not come
     */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Parameter parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(name)) {
                values.add(parameter.value());
            }
        }
        return values;
    }
}
