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

import io.massms.camel.component.EmittedBalances.BalanceEvent;
import io.massms.camel.component.route.Emission;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Emits the account's balance at first and whenever it changed. The balance of a failed exchange is emitted again by the next poll; that of
 * an exchange that is still under way is not.
 */
final class SmsBalanceConsumer extends ScheduledPollConsumer {
    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final EmittedBalances emitted;
    private Caller caller;

    SmsBalanceConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        Double option = endpoint.getConfiguration().getThreshold();
        emitted = new EmittedBalances(option == null ? null : BigDecimal.valueOf(option));
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
        return emitted.event(balance, clock.instant()).filter(this::emit).isPresent() ? 1 : 0;
    }

    private BigDecimal ask() throws Exception {
        Answer<?> answer = caller.ask(
                        endpoint.access().protocol().account(Operation.balance), new AccountQuestion(Operation.balance))
                .get();
        return (BigDecimal) answer.orElseThrow(verdict -> Failures.unanswered(endpoint, verdict));
    }

    private boolean emit(BalanceEvent event) {
        return Emission.emit(
                this,
                out -> write(event, out),
                "A balance could not be processed",
                completed -> emitted.ended(event, completed));
    }

    private void write(BalanceEvent event, Message message) {
        message.setBody(event.balance());
        message.setHeader(
                SmsConstants.PROVIDER, endpoint.access().account().profile().id());
        message.setHeader(SmsConstants.BALANCE_LOW, event.alarm());
    }
}
