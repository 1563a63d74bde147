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
package io.massms.camel.component;

import io.massms.camel.component.route.Emission;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Emits the account's balance at first and whenever it changed. What a failed exchange said is said again by the next poll; what one says
 * that is still under way is not.
 */
final class SmsBalanceConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final BigDecimal threshold;
    private final AtomicReference<BigDecimal> underWay = new AtomicReference<>();
    private volatile BigDecimal told;
    private Caller caller;

    SmsBalanceConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        Double option = endpoint.getConfiguration().getThreshold();
        threshold = option == null ? null : BigDecimal.valueOf(option);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        SmsAccess access = endpoint.access();
        caller = new Caller(
                endpoint.getComponent().resources().transport(endpoint), access.account(), access.requestTimeout());
    }

    @Override
    protected int poll() throws Exception {
        BigDecimal balance = ask();
        forceConsumerAsReady();
        boolean isNews = !isSame(told, balance) && !isSame(underWay.get(), balance);
        return isNews && tell(balance) ? 1 : 0;
    }

    private static boolean isSame(BigDecimal before, BigDecimal balance) {
        return before != null && before.compareTo(balance) == 0;
    }

    private BigDecimal ask() throws Exception {
        CompletableFuture<Answer<?>> answered = new CompletableFuture<>();
        caller.ask(
                endpoint.access().protocol().account(Operation.balance),
                new AccountQuestion(Operation.balance),
                answered::complete);
        Answer<?> answer = answered.get();
        if (answer instanceof Answer.Failed<?> failed) {
            throw QueryAction.failure(endpoint.access(), failed.verdict(), clock.instant());
        }
        return (BigDecimal) ((Answer.Of<?>) answer).value();
    }

    private boolean tell(BigDecimal balance) {
        boolean low = isLow(balance) && !isLow(told);
        underWay.set(balance);
        return Emission.tell(
                this,
                out -> write(balance, low, out),
                "A balance could not be processed",
                completed -> ended(balance, completed));
    }

    private void ended(BigDecimal balance, boolean completed) {
        if (completed) {
            told = balance;
        }
        underWay.compareAndSet(balance, null);
    }

    private void write(BigDecimal balance, boolean low, Message message) {
        message.setBody(balance);
        message.setHeader(
                SmsConstants.PROVIDER, endpoint.access().account().profile().id());
        message.setHeader(SmsConstants.BALANCE_LOW, low);
    }

    private boolean isLow(BigDecimal balance) {
        return threshold != null && balance != null && balance.compareTo(threshold) < 0;
    }
}
