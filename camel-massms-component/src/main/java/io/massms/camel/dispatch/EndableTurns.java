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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turns among those of an account that can be ended while the others go on. */
public final class EndableTurns implements Turns, AutoCloseable {
    private final Turns turns;
    private final Set<Consumer<Verdict>> waiting = new HashSet<>();
    private boolean closed;

    /** Among the turns of an account. */
    public EndableTurns(Turns turns) {
        this.turns = turns;
    }

    @Override
    public void await(Duration interval, Duration patience, Runnable go, Consumer<Verdict> refused) {
        if (add(refused)) {
            turns.await(
                    interval, patience, () -> endWith(refused, go), why -> endWith(refused, () -> refused.accept(why)));
        } else {
            refused.accept(stopping());
        }
    }

    @Override
    public void delay(long nanos, Duration patience, Runnable go, Consumer<Verdict> refused) {
        if (add(refused)) {
            turns.delay(
                    nanos, patience, () -> endWith(refused, go), why -> endWith(refused, () -> refused.accept(why)));
        } else {
            refused.accept(stopping());
        }
    }

    @Override
    public void heed(List<Verdict> verdicts) {
        turns.heed(verdicts);
    }

    /** Refuses every action that waits, and those that come later. */
    @Override
    public void close() {
        Set<Consumer<Verdict>> left;
        synchronized (this) {
            closed = true;
            left = Set.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(refused -> refused.accept(stopping()));
    }

    private synchronized boolean add(Consumer<Verdict> refused) {
        return !closed && waiting.add(refused);
    }

    private void endWith(Consumer<Verdict> waited, Runnable end) {
        boolean mine;
        synchronized (this) {
            mine = waiting.remove(waited);
        }
        if (mine) {
            end.run();
        }
    }

    private static Verdict stopping() {
        return Verdict.refusedHere(SmsError.CONNECT_FAILED, "What sends stopped before the request's turn came");
    }
}
