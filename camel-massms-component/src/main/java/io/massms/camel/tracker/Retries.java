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

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Outcomes that could not be stored and wait for their next try. */
final class Retries {
    private final Set<Write.Complete> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ScheduledExecutorService timer;
    private final Consumer<Write> again;
    private boolean closed;

    Retries(ScheduledExecutorService timer, Consumer<Write> again) {
        this.timer = timer;
        this.again = again;
    }

    /** Tries again after a while; false where that cannot be. */
    synchronized boolean schedule(Write.Complete write, long delayMillis) {
        if (closed) {
            return false;
        }
        waiting.add(write);
        try {
            timer.schedule(() -> retry(write), delayMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (Throwable e) { // an Error, too: there may be no thread for it
            waiting.remove(write);
            return false;
        }
    }

    private synchronized void retry(Write.Complete write) {
        if (waiting.remove(write)) {
            again.accept(write);
        }
    }

    /** Gives everything its next try now, which is the last one. */
    synchronized void close() {
        closed = true;
        waiting.forEach(again);
        waiting.clear();
    }
}
