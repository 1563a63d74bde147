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
package io.massms.camel.transport;

import io.massms.camel.spi.Call;
import io.massms.camel.spi.Reply;
import java.time.Duration;

/** Carries calls to providers: the only outbound I/O. Nothing is ever sent twice. */
public interface Transport extends AutoCloseable {

    /**
     * Sends one request, once. Returns at once; the handler is called exactly once, on any thread, and must not block it.
     *
     * @param call     what to say
     * @param deadline how long everything may take, from now to the last byte of the answer
     * @param handler  receives what came of it
     */
    void exchange(Call call, Duration deadline, ReplyHandler handler);

    /**
     * The same for what belongs to a send of many. Where it goes by connections of its own, nothing else waits behind it.
     *
     * @return ends with this one; to close either closes both
     */
    default Transport forBulk() {
        return this;
    }

    @Override
    void close();

    /** Receives what came of a call: one of the two, once. */
    interface ReplyHandler {

        /**
         * The whole answer arrived, whatever its status code.
         *
         * @param reply the answer
         */
        void onReply(Reply reply);

        /**
         * No answer arrived.
         *
         * @param failure says whether the request may have left
         */
        void onFailure(TransportException failure);
    }
}
