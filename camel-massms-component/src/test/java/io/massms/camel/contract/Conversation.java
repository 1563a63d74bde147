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
package io.massms.camel.contract;

import io.massms.camel.spi.Account;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SmsProvider;
import io.massms.camel.spi.StatusQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;

/**
 * A vector's question as one provider's codec asks it.
 *
 * @param <Q> the question's type
 */
final class Conversation<Q> {
    private final Codec<Q, ?> codec;
    private final Q question;
    private final Account account;

    private Conversation(Codec<Q, ?> codec, Q question, Account account) {
        this.codec = codec;
        this.question = question;
        this.account = account;
    }

    static Conversation<?> of(SmsProvider provider, Operation operation, Vector vector) {
        return of(provider, operation, vector.question(), vector.account().at(provider.profile()));
    }

    static Conversation<?> of(SmsProvider provider, Operation operation, Vector.Question question, Account account) {
        return switch (operation) {
            case send ->
                new Conversation<>(provider.protocol().send(question.channelOrDefault()), question.toSend(), account);
            case status ->
                new Conversation<>(provider.protocol().status(), new StatusQuestion(question.messageId()), account);
            case inbox ->
                new Conversation<>(
                        provider.protocol().inbox(question.channelOrDefault()),
                        new InboxQuestion(question.from(), question.unreadOnly(), question.markRead()),
                        account);
            default ->
                new Conversation<>(provider.protocol().account(operation), new AccountQuestion(operation), account);
        };
    }

    Call call() {
        return codec.encode(question, account);
    }

    Outcome outcome(Reply reply) {
        Answer<?> answer = codec.decode(reply, question, account);
        if (answer instanceof Answer.Failed<?> failed) {
            return new Outcome(List.of(), 0, null, failed.verdict());
        }
        Object value = ((Answer.Of<?>) answer).value();
        return value instanceof SendAnswer sent
                ? new Outcome(sent.verdicts(), sent.resendInParts(), null, null)
                : new Outcome(List.of(), 0, value, null);
    }

    /** What a log could show of it. */
    String shown() {
        return codec + " " + question + " " + account + " " + account.credentials() + " " + call();
    }

    /** What was understood: verdicts after a send, else a value, or a failure. */
    record Outcome(List<Verdict> verdicts, int resendInParts, Object value, Verdict failed) {

        boolean accepted(int recipient) {
            return verdicts.get(recipient).state().isAccepted();
        }

        /** Whether it is accepted under a few digits, which may be an answer of their own although a longer one begins with them. */
        boolean isShortCode(int recipient) {
            String id = verdicts.get(recipient).messageId();
            return id != null && id.matches("[0-9]{1,5}");
        }

        boolean anyAccepted() {
            return verdicts.stream().anyMatch(verdict -> verdict.state().isAccepted());
        }
    }
}
