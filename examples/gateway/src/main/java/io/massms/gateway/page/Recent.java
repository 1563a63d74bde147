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
package io.massms.gateway.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last few of something, the youngest first. */
final class Recent<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    synchronized void add(T item) {
        items.addFirst(item);
        if (items.size() > most) {
            items.removeLast();
        }
    }

    /** Adds one that may have come before: it is there once, as the youngest. */
    synchronized void addAgain(T item, Predicate<T> same) {
        items.removeIf(same);
        add(item);
    }

    synchronized List<T> list() {
        return List.copyOf(items);
    }
}
