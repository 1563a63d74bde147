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

/**
 * The numbers that must not get messages. All numbers are in E.164 with the plus sign, such as {@code +573001234567}. Implementations must be
 * safe for concurrent use. Methods may block, and may throw a {@link RuntimeException} if the store fails.
 */
public interface OptOutRepository {

    /**
     * Adds a number. A number that is already there keeps its first reason and time.
     *
     * @param  optOut the number
     * @return        true if it is new
     */
    boolean add(OptOut optOut);

    /**
     * Whether a number must not get messages.
     *
     * @param  number the number in E.164
     * @return        true if it is in this repository
     */
    default boolean contains(String number) {
        return !among(Set.of(number)).isEmpty();
    }

    /**
     * Which of several numbers must not get messages. One call for a whole request.
     *
     * @param  numbers the numbers in E.164
     * @return         those that are in this repository
     */
    Set<String> among(Collection<String> numbers);

    /**
     * Removes a number, because its owner wants to get messages again.
     *
     * @param  number the number in E.164
     * @return        true if it was there
     */
    boolean remove(String number);

    /**
     * Calls an action for each entry, in the order of the numbers. Implementations should keep only a few entries in memory at a time.
     *
     * @param action called for each entry
     */
    void forEach(Consumer<OptOut> action);
}
