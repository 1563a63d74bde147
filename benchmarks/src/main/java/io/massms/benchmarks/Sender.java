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
package io.massms.benchmarks;

import java.util.function.IntConsumer;

/** One way of sending requests to the provider. */
interface Sender extends AutoCloseable {

    /**
     * Sends one request.
     *
     * @param to   one number, or several with commas
     * @param done receives how many recipients the provider took, exactly once, on any thread
     */
    void send(String to, IntConsumer done) throws Exception;

    /** Whether {@link #send} returns only after the answer: then each request in flight needs a thread. */
    boolean blocking();
}
