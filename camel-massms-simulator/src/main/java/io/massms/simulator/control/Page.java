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
package io.massms.simulator.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A part of a list, the newest first. */
record Page<T>(int total, int offset, int limit, List<T> items) {
    static final Set<String> NAMES = Set.of("limit", "offset");
    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    /** Cuts the page that the query asks for out of a list in order of arrival. */
    static <T> Page<T> of(Query query, List<T> all) {
        int offset = query.number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = query.number("limit", USUAL, 1, MOST);
        int end = Math.max(0, all.size() - offset);
        int begin = Math.max(0, end - limit);
        return new Page<>(all.size(), offset, limit, reversed(all.subList(begin, end)));
    }

    <R> Page<R> map(Function<T, R> change) {
        return new Page<>(total, offset, limit, items.stream().map(change).toList());
    }

    private static <T> List<T> reversed(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        Collections.reverse(copy);
        return copy;
    }
}
