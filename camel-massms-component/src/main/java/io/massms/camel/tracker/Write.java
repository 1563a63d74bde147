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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that waits to be stored, and those who wait for that. */
sealed interface Write {

    /** How many rows it touches. */
    int rows();

    /**
     * The intent to send.
     *
     * @param intents     what is to be sent
     * @param maybeStored whether it came to a commit, however that ended
     * @param done        receives which may
     */
    record Begin(List<Intent> intents, AtomicBoolean maybeStored, CompletableFuture<List<Admission>> done)
            implements Write {
        @Override
        public int rows() {
            return intents.size();
        }
    }

    /**
     * What came of sending.
     *
     * @param settlements the outcomes
     * @param giveUpAt    until when it is tried, on {@link System#nanoTime()}'s scale
     * @param tries       how often it has been tried
     * @param done        completed when it is stored
     */
    record Complete(List<Settlement> settlements, long giveUpAt, int tries, CompletableFuture<Void> done)
            implements Write {
        @Override
        public int rows() {
            return settlements.size();
        }

        Complete again() {
            return new Complete(settlements, giveUpAt, tries + 1, done);
        }
    }
}
