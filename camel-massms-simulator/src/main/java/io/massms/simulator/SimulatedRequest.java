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

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request that reached a provider's path, whatever became of it. It holds what the client sent, credentials included,
 * so {@link #toString()} shows none of it.
 *
 * @param id the simulator's own number, rising in order of arrival
 * @param provider the provider's id
 * @param method the HTTP method
 * @param path the path below the provider's mount
 * @param headers the request's headers in their order
 * @param params the parameters of the query string, then of the body, decoded
 * @param query the raw query string, empty when there was none
 * @param body the raw body, empty when there was none or it was never read
 * @param fault the id of the fault that was played on it, or null
 * @param accepted how many messages it added
 * @param answerStatus the HTTP status of the answer, 0 when none was sent
 * @param answerBody the body of the answer (of a very large one the beginning)
 * @param time when it arrived, by the simulator's clock
 */
public record SimulatedRequest(
        long id,
        String provider,
        String method,
        String path,
        List<Field> headers,
        List<Field> params,
        String query,
        String body,
        Long fault,
        int accepted,
        int answerStatus,
        String answerBody,
        Instant time) {

    /** A name and a value; names can repeat. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The last value of a parameter, its name compared without regard to case. */
    public Optional<String> param(String name) {
        return last(params, name);
    }

    /** The last value of a header, its name compared without regard to case. */
    public Optional<String> header(String name) {
        return last(headers, name);
    }

    private static Optional<String> last(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .reduce((first, second) -> second)
                .map(Field::value);
    }

    @Override
    public String toString() {
        return "SimulatedRequest[id=" + id + ", provider=" + provider + ", " + method + " " + path + ", accepted="
                + accepted + ", answerStatus=" + answerStatus + "]";
    }
}
