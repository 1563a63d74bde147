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
import io.massms.camel.model.SmsMessage;
import io.massms.camel.spi.Verdict;
import java.util.function.ToIntFunction;

/**
 * How large a request may become that holds a line for each message.
 *
 * @param mostBytes what its lines may take together, as they travel
 * @param lineBytes what one of them takes
 */
public record LineLimit(int mostBytes, ToIntFunction<SmsMessage> lineBytes) {

    int bytes(SmsMessage message) {
        return lineBytes.applyAsInt(message);
    }

    /** Null for a line that has room in a request of its own. */
    Verdict refusal(int bytes) {
        return bytes <= mostBytes
                ? null
                : Verdict.refusedHere(
                        SmsError.TEXT_TOO_LONG,
                        "The message takes " + bytes + " bytes of a block, encoded; blockMaxBytes allows " + mostBytes);
    }
}
