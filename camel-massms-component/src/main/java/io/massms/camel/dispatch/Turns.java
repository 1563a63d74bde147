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

import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** When an account's requests have their turn. */
public interface Turns {

    /**
     * Runs an action as soon as its turn comes: at once, on this thread, where nothing is to be waited for.
     *
     * @param interval how long after the start of the one before
     * @param patience how long to wait at most when the provider asked to slow down
     * @param go       run when the turn comes
     * @param refused  receives instead why the turn never comes: this is closed, or the wait would be too long
     */
    void await(Duration interval, Duration patience, Runnable go, Consumer<Verdict> refused);

    /** The same for an action that has its turn after some time, whatever others do. */
    void delay(long nanos, Duration patience, Runnable go, Consumer<Verdict> refused);

    /** Takes note of an answer: one that asks to slow down slows all of the account's requests. */
    void heed(List<Verdict> verdicts);
}
