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
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.NotEncodableException;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;
import io.massms.camel.transport.Transport;
import io.massms.camel.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks a provider one question, once, and turns whatever happens into an answer. */
public final class Caller {
    private final Transport transport;
    private final Account account;
    private final Duration timeout;

    /**
     * A caller for one account.
     *
     * @param transport carries the calls
     * @param account   whose
     * @param timeout   how long one call may take
     */
    public Caller(Transport transport, Account account, Duration timeout) {
        this.transport = transport;
        this.account = account;
        this.timeout = timeout;
    }

    /**
     * Asks.
     *
     * @param codec    how to ask
     * @param question what
     * @param done     receives the answer exactly once, on any thread
     * @param <Q>      what is asked
     * @param <A>      what is answered
     */
    public <Q, A> void ask(Codec<Q, A> codec, Q question, Consumer<Answer<A>> done) {
        Call call;
        try {
            call = codec.encode(question, account);
        } catch (NotEncodableException e) {
            done.accept(Answer.failed(Verdict.refusedHere(e.error(), e.getMessage())));
            return;
        } catch (Throwable e) { // whatever it is: somebody waits for the answer
            done.accept(Answer.failed(notEncodable(e)));
            return;
        }
        Once.ask(
                first -> transport.exchange(call, timeout, new Transport.ReplyHandler() {
                    @Override
                    public void onReply(Reply reply) {
                        first.accept(understand(codec, question, reply));
                    }

                    @Override
                    public void onFailure(TransportException failure) {
                        first.accept(Answer.failed(verdict(failure)));
                    }
                }),
                done,
                failure -> Answer.failed(Once.open("The connection", failure)));
    }

    /**
     * Asks.
     *
     * @param  codec    how to ask
     * @param  question what
     * @param  <Q>      what is asked
     * @param  <A>      what is answered
     * @return          the answer, once it is there; never a failure
     */
    public <Q, A> CompletableFuture<Answer<A>> ask(Codec<Q, A> codec, Q question) {
        CompletableFuture<Answer<A>> answer = new CompletableFuture<>();
        ask(codec, question, answer::complete);
        return answer;
    }

    private <Q, A> Answer<A> understand(Codec<Q, A> codec, Q question, Reply reply) {
        try {
            Answer<A> answer = codec.decode(reply, question, account);
            return isComplete(answer) ? answer : notUnderstood("nothing was made of it");
        } catch (Throwable e) {
            return notUnderstood(e.getClass().getName());
        }
    }

    private static boolean isComplete(Answer<?> answer) {
        return answer instanceof Answer.Failed<?> failed
                ? failed.verdict() != null
                : answer instanceof Answer.Of<?> of && of.value() != null;
    }

    private static <A> Answer<A> notUnderstood(String why) {
        return Answer.failed(Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE, null, "The answer could not be understood (" + why + ")"));
    }

    private static Verdict notEncodable(Throwable e) {
        return Verdict.refusedHere(
                SmsError.OTHER,
                "The request could not be written (" + e.getClass().getName() + ")");
    }

    private static Verdict verdict(TransportException failure) {
        return failure.requestMayHaveLeft()
                ? Verdict.uncertain(failure.error(), null, failure.getMessage())
                : Verdict.refusedHere(failure.error(), failure.getMessage());
    }
}
