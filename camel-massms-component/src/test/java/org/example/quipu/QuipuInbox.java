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
package org.example.quipu;

import com.fasterxml.jackson.databind.JsonNode;
import io.massms.camel.model.InboundSms;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

// tag::inbox[]
/** The inbox, whole or not at all. The provider keeps no mark of what was read, so both kinds of question get everything. */
final class QuipuInbox implements Codec<InboxQuestion, List<InboundSms>> {

    @Override
    public Call encode(InboxQuestion question, Account account) {
        return BodyCall.get(account.url(Operation.inbox), QuipuSms.key(account));
    }

    @Override
    public Answer<List<InboundSms>> decode(Reply reply, InboxQuestion question, Account account) {
        JsonNode answer = QuipuSms.read(reply);
        if (!answer.path("messages").isArray()) {
            return Unclear.query(reply, account);
        }
        if (answer.hasNonNull("next")) {
            return Unclear.isNotAll();
        }
        List<InboundSms> messages = new ArrayList<>();
        for (JsonNode one : answer.path("messages")) {
            InboundSms message = message(one, account);
            if (message == null) {
                return Unclear.query(reply, account);
            }
            if (question.from() == null || question.from().equals(message.from())) {
                messages.add(message);
            }
        }
        messages.sort(Comparator.comparing(InboundSms::receivedTime));
        return Answer.of(messages);
    }

    /** Null where it lacks what every message has. */
    private static InboundSms message(JsonNode one, Account account) {
        Instant time = QuipuSms.time(one.path("at").asText());
        if (time == null
                || !one.path("id").isTextual()
                || !one.path("from").isTextual()
                || !one.path("text").isTextual()) {
            return null;
        }
        return new InboundSms(
                account.profile().id(),
                one.path("from").textValue(),
                null,
                one.path("text").textValue(),
                one.path("id").textValue(),
                null,
                time);
    }
}
// end::inbox[]
