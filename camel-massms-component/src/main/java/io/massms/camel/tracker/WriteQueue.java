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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What waits to be stored. Hands out everything that has gathered, up to a number of rows: the group of one transaction. */
final class WriteQueue<W extends Write> {
    private static final int MOST_ROWS = 2_000;

    private final Queue<W> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Adds; false once closed. */
    synchronized boolean add(W write) {
        if (closed) {
            return false;
        }
        waiting.add(write);
        notify();
        return true;
    }

    /** Waits for something and takes what has gathered; empty when closed and nothing is left. */
    synchronized List<W> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<W> group = new ArrayList<>();
        int rows = 0;
        while (!waiting.isEmpty() && (group.isEmpty() || rows + waiting.peek().rows() <= MOST_ROWS)) {
            W write = waiting.remove();
            rows += write.rows();
            group.add(write);
        }
        return group;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
