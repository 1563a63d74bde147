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
package io.massms.camel.optout;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/** The numbers that must not be written to. Numbers are in E.164 with their plus sign. Safe for concurrent use; may block. */
public interface OptOutRepository {

    /**
     * Adds a number. One that is there already keeps its first reason and time.
     *
     * @param  optOut the number
     * @return        whether it is new
     */
    boolean add(OptOut optOut);

    /**
     * Whether a number must not be written to.
     *
     * @param  number in E.164
     * @return        true when it is here
     */
    default boolean contains(String number) {
        return !among(Set.of(number)).isEmpty();
    }

    /**
     * Which of some numbers must not be written to: one look for a whole request.
     *
     * @param  numbers in E.164
     * @return         those that are here
     */
    Set<String> among(Collection<String> numbers);

    /**
     * Removes a number, because its owner wants to be written to again.
     *
     * @param  number in E.164
     * @return        whether it was there
     */
    boolean remove(String number);

    /**
     * Goes through all, in the order of their numbers, holding few in memory.
     *
     * @param action told each
     */
    void forEach(Consumer<OptOut> action);
}
