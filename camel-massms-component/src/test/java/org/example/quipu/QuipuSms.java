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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Channel;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Parameter;
import io.massms.camel.spi.Protocol;
import io.massms.camel.spi.ProviderProfile;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendProfile;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.StatusQuestion;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.Alphabet;
import io.massms.camel.text.TextRules;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

// tag::provider[]
/** A provider that takes and answers JSON, and knows its accounts by a bearer token. */
public final class QuipuSms implements SmsProvider {
    private static final String API = "https://api.quipu.example/v1/";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public ProviderProfile profile() {
        return ProviderProfile.of("quipu", "Quipu SMS")
                .country("PE")
                .zone("America/Lima")
                .methods(HttpMethod.POST)
                .exactAnswers()
                .send(Channel.http, SendProfile.of(1, new TextRules(Alphabet.UNICODE, 160, 70)))
                .url(Operation.send, API + "messages")
                .url(Operation.status, API + "messages")
                .url(Operation.inbox, API + "inbox")
                .url(Operation.balance, API + "balance")
                .credentials(Credential.token)
                .build();
    }

    @Override
    public Protocol protocol() {
        return Protocol.builder()
                .send(Channel.http, new Send())
                .status(new Status())
                .inbox(Channel.http, new QuipuInbox())
                .balance(new Balance())
                .build();
    }

    static List<Parameter> key(Account account) {
        return List.of(BodyCall.bearer(account.secret(Credential.token)));
    }

    /** Missing where the answer is no JSON, or not only: nothing of it is understood then. */
    static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Null where it says none: the component's own time counts then. */
    static Instant time(String said) {
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static final class Send implements Codec<SendQuestion, SendAnswer> {
        @Override
        public Call encode(SendQuestion question, Account account) {
            JsonNode document = JSON.createObjectNode()
                    .put("to", question.first().to())
                    .put("text", question.first().text());
            return BodyCall.json(account.url(Operation.send), key(account), document.toString());
        }

        @Override
        public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
            JsonNode answer = read(reply);
            String id = answer.path("id").asText();
            if (answer.path("status").asText().equals("queued") && isId(id, question, account)) {
                return Answer.of(SendAnswer.forAll(Verdict.taken(SmsState.ENROUTE, id), question));
            }
            SmsError error = error(answer.path("error").asText());
            if (error == null) {
                return Answer.of(Unclear.send(reply, question, account));
            }
            String words = Excerpts.of(answer.path("message").asText(), question, account);
            String reason = words == null ? "Quipu refused the message" : "Quipu refused the message: " + words;
            Verdict refused = Verdict.rejected(error, answer.path("error").asText(), words, reason)
                    .withRetryAfter(reply.retryAfter());
            return Answer.of(SendAnswer.forAll(refused, question));
        }

        private static boolean isId(String said, SendQuestion question, Account account) {
            return said.matches("[A-Za-z0-9-]{1,40}")
                    && !account.credentials().areRepeatedIn(said)
                    && !said.equals(question.first().to());
        }

        /** Null for what the manual does not know: such an answer decides nothing. */
        private static SmsError error(String code) {
            return switch (code) {
                case "no_credit" -> SmsError.NO_BALANCE;
                case "bad_number" -> SmsError.INVALID_NUMBER;
                case "too_fast" -> SmsError.RATE_LIMITED;
                default -> null;
            };
        }
    }

    private static final class Status implements Codec<StatusQuestion, SmsStatus> {
        @Override
        public Call encode(StatusQuestion question, Account account) {
            return BodyCall.get(BodyCall.path(account.url(Operation.status), question.id()), key(account));
        }

        @Override
        public Answer<SmsStatus> decode(Reply reply, StatusQuestion question, Account account) {
            JsonNode answer = read(reply);
            String word = answer.path("status").asText(answer.path("error").asText());
            SmsState state = state(word);
            if (state == null) {
                return Unclear.query(reply, account);
            }
            SmsError error = state == SmsState.UNDELIVERABLE ? SmsError.OTHER : null;
            Instant time = time(answer.path("at").asText());
            String id = question.id();
            return Answer.of(new SmsStatus(account.profile().id(), id, null, null, state, error, word, null, time));
        }

        /** An id that the provider does not know, which it says with a 404, is an answer too. */
        private static SmsState state(String word) {
            return switch (word) {
                case "queued" -> SmsState.ENROUTE;
                case "delivered" -> SmsState.DELIVERED;
                case "lost" -> SmsState.UNDELIVERABLE;
                case "unknown_id" -> SmsState.UNKNOWN;
                default -> null;
            };
        }
    }

    private static final class Balance implements Codec<AccountQuestion, BigDecimal> {
        @Override
        public Call encode(AccountQuestion question, Account account) {
            return BodyCall.get(account.url(Operation.balance), key(account));
        }

        @Override
        public Answer<BigDecimal> decode(Reply reply, AccountQuestion question, Account account) {
            JsonNode credit = read(reply).path("credit");
            return credit.isNumber() ? Answer.of(credit.decimalValue()) : Unclear.query(reply, account);
        }
    }
}
// end::provider[]
