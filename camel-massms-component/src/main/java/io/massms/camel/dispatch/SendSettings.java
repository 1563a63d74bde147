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

import io.massms.camel.spi.Account;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.text.LongText;
import io.massms.camel.text.TextPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How an endpoint sends.
 *
 * @param account              whose money it is
 * @param profile              what the channel can carry
 * @param codec                how the channel is spoken to
 * @param numberPolicy         what happens to numbers
 * @param textPolicy           what happens to characters
 * @param longText             what happens to long texts
 * @param duplicates           what happens to repeated recipients
 * @param receipts             how much of the result is kept
 * @param idempotent           whether the same client id to the same recipient is sent once only
 * @param recipientsPerRequest the most recipients in one request, from 1 to the profile's limit
 * @param lineLimit            how large a request may become that holds a line for each message; null where recipients alone bound it
 * @param concurrentRequests   the most requests of one send under way at a time, from 1
 * @param requestTimeout       how long one request may take
 * @param clock                tells which scheduled times have passed
 * @param policies             what must be true of a message before it goes
 * @param clientIds            references for messages that need one and came without
 */
public record SendSettings(
        Account account,
        SendProfile profile,
        Codec<SendQuestion, SendAnswer> codec,
        NumberPolicy numberPolicy,
        TextPolicy textPolicy,
        LongText longText,
        Duplicates duplicates,
        ReceiptsKept receipts,
        boolean idempotent,
        int recipientsPerRequest,
        LineLimit lineLimit,
        int concurrentRequests,
        Duration requestTimeout,
        Clock clock,
        SendPolicies policies,
        Supplier<String> clientIds) {

    /**
     * The same under other policies.
     *
     * @param  others what must be true of a message before it goes
     * @return        a copy
     */
    public SendSettings with(SendPolicies others) {
        return copy(receipts, others);
    }

    /**
     * The same, keeping more or less of the result.
     *
     * @param  kept how much
     * @return      a copy
     */
    public SendSettings with(ReceiptsKept kept) {
        return copy(kept, policies);
    }

    private SendSettings copy(ReceiptsKept kept, SendPolicies others) {
        return new SendSettings(
                account,
                profile,
                codec,
                numberPolicy,
                textPolicy,
                longText,
                duplicates,
                kept,
                idempotent,
                recipientsPerRequest,
                lineLimit,
                concurrentRequests,
                requestTimeout,
                clock,
                others,
                clientIds);
    }
}
