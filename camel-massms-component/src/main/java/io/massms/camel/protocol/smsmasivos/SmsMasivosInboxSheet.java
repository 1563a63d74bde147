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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Reply;

/** The inbox as a spreadsheet for people ({@code formato=excel}): handed through as it comes. */
final class SmsMasivosInboxSheet implements Codec<InboxQuestion, byte[]> {

    @Override
    public Call encode(InboxQuestion question, Account account) {
        return SmsMasivosInbox.form(question, account).add("formato", "excel").call();
    }

    @Override
    public Answer<byte[]> decode(Reply reply, InboxQuestion question, Account account) {
        return reply.status() == 200 ? Answer.of(reply.body()) : Unclear.query(reply, account);
    }
}
