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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Threads that do something with what waits, many at a time: while they are busy, the next group gathers. */
final class GroupWorkers<W extends Write> {
    private final WriteQueue<W> queue = new WriteQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Consumer<List<W>> work;

    /** Starts them. {@code work} must not throw: nobody would be left to do the rest. */
    GroupWorkers(String name, int count, Consumer<List<W>> work) {
        this.work = work;
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::run, name + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Adds; false once closed. */
    boolean add(W write) {
        return queue.add(write);
    }

    private void run() {
        try {
            for (List<W> group = queue.take(); !group.isEmpty(); group = queue.take()) {
                work.accept(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what waits, and then ends; a thread that takes longer than {@code grace} is not waited for. */
    void close(Duration grace) {
        queue.close();
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join(grace.toMillis());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
