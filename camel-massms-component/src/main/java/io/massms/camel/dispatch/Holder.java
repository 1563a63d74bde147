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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Keeps messages until their time comes, and sends them then. */
public interface Holder {

    /**
     * Keeps messages. Does not block. The same messages for the same time under the same reference are kept once.
     *
     * @param reference by which they can be withdrawn
     * @param messages  at least one, each with one recipient, alike in all but the recipient; their client id is the reference, or each
     *                  is to get one of its own when it is sent and has none yet
     * @param due       when they are to be sent
     * @param done      called once, on any thread: scheduled; or rejected when they are surely not kept; or uncertain
     */
    void hold(String reference, List<SmsMessage> messages, Instant due, Consumer<Verdict> done);
}
