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

import io.massms.camel.component.inbox.InboxLedger;
import io.massms.camel.component.inbox.InboxPages;
import io.massms.camel.component.inbox.InboxReader;
import io.massms.camel.component.inbox.InboxSurvey;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.route.CompletionCallback;
import io.massms.camel.component.route.RouteCall;
import io.massms.camel.component.route.RouteFailure;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.model.InboundSms;
import io.massms.camel.spi.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes an inbox whose mark-as-read has no per-message form: it marks whatever the same call returns. So a message counts as
 * consumed when its exchange completed, is then remembered in the repository by the provider's id, and only then marked; what a
 * marking call brings that was not consumed is consumed next; and at start and from time to time the whole inbox, read messages
 * included, is compared with the repository.
 *
 * <p>With a persistent repository every message is delivered exactly once, except in one window: when the process dies between the
 * beginning of a message's exchange and the moment at which the repository has stored its id, that message comes again, and what its
 * route had done by then is done twice.
 */
final class SmsInboxConsumer extends ScheduledBatchPollingConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(SmsInboxConsumer.class);

    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final Duration reconcileInterval;
    private final int most;
    private final int maxRedeliveries;
    private InboxLedger ledger;
    private InboxSurvey survey;
    private OptOutReplies optOuts;
    private int failedInPoll;

    SmsInboxConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsConfiguration options = endpoint.getConfiguration();
        reconcileInterval = Duration.ofMillis(options.getReconcileInterval());
        most = options.getMaxMessagesPerPoll();
        maxRedeliveries = options.getMaxRedeliveries();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        Account account = endpoint.access().account();
        SmsConfiguration options = endpoint.getConfiguration();
        String handset = account.numberForm(options.getFrom());
        optOuts = OptOutReplies.of(endpoint);
        ledger = endpoint.getComponent()
                .resources()
                .inboxLedgers()
                .of(account.key(), handset, options.getIdempotentRepository(), endpoint.getEndpointUri());
        survey = new InboxSurvey(reader(account, handset), ledger, clock, reconcileInterval);
    }

    private InboxReader reader(Account account, String handset) {
        SmsAccess access = endpoint.access();
        Caller caller =
                new Caller(endpoint.getComponent().resources().transport(endpoint), account, access.requestTimeout());
        InboxPages pages = new InboxPages(
                caller, access.protocol().inbox(endpoint.getConfiguration().getChannel()), true);
        return new InboxReader(pages, handset, failure -> Failures.unanswered(endpoint, failure));
    }

    @Override
    protected void doStart() throws Exception {
        ledger.start();
        survey.startAnew();
        super.doStart();
    }

    /** Counts what the route was given and did not fail at: behind a count above 0 a greedy consumer polls again at once. */
    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        failedInPoll = 0;
        ledger.settleCompleted();
        List<InboundSms> unread = survey.unread();
        forceConsumerAsReady();
        ledger.learn(unread);
        int consumed = consume(ledger.take(most, maxRedeliveries));
        if (consumed < most && isRunAllowed()) {
            survey.mark(unread);
            consumed += consume(ledger.take(most - consumed, 0));
        }
        return consumed - failedInPoll;
    }

    /** An inbox whose messages all failed is not idle. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (failedInPoll == 0) {
            super.processEmptyMessage();
        }
    }

    private int consume(List<InboundSms> messages) throws Exception {
        Queue<Object> exchanges = new ArrayDeque<>();
        messages.forEach(message -> exchanges.add(exchange(message)));
        try {
            return exchanges.isEmpty() ? 0 : processBatch(exchanges);
        } finally {
            exchanges.forEach(exchange -> putBack((Exchange) exchange));
        }
    }

    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        int size = exchanges.size();
        int index = 0;
        while (!exchanges.isEmpty()) {
            Exchange exchange = (Exchange) exchanges.poll();
            if (isBatchAllowed()) {
                exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
                exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
                exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
                pendingExchanges = size - index - 1;
                process(exchange);
                index++;
            } else {
                putBack(exchange);
            }
        }
        return index;
    }

    private void putBack(Exchange exchange) {
        ledger.putBack(exchange.getMessage().getBody(InboundSms.class));
        releaseExchange(exchange, false);
    }

    private void process(Exchange exchange) {
        InboundSms message = exchange.getMessage().getBody(InboundSms.class);
        if (!isLookedAt(message)) {
            failedInPoll++;
            ledger.delayed(message);
        } else if (!RouteCall.process(getProcessor(), exchange)) {
            failedInPoll++;
            reportGivenUp(message, exchange);
        }
        releaseExchange(exchange, false);
    }

    private void reportGivenUp(InboundSms message, Exchange exchange) {
        if (isGivenUp(message)) {
            getExceptionHandler()
                    .handleException("A message of the inbox failed too often", exchange, RouteFailure.of(exchange));
        }
    }

    /** A stop word that cannot be stored is none of the route's failures, and is not given up. */
    private boolean isLookedAt(InboundSms message) {
        try {
            if (optOuts != null) {
                optOuts.accept(message);
            }
            return true;
        } catch (Throwable e) { // an Error, too: it would end the consumer
            LOG.warn(
                    "Message {} of {} could not be looked at for an opt-out; it is tried again at the next poll",
                    message.messageId(),
                    message.provider(),
                    e);
            return false;
        }
    }

    private void failed(InboundSms message) {
        ledger.failed(message);
        if (isGivenUp(message)) {
            LOG.warn(
                    "Message {} of {} failed too often; it stays unread and is left alone until the next start",
                    message.messageId(),
                    message.provider());
        }
    }

    private boolean isGivenUp(InboundSms message) {
        return ledger.failures(message) > maxRedeliveries;
    }

    private Exchange exchange(InboundSms inbound) {
        Exchange exchange = createExchange(false);
        InboundHeaders.fill(exchange.getMessage(), inbound);
        exchange.getExchangeExtension().addOnCompletion(new CompletionCallback(completed -> ended(inbound, completed)));
        return exchange;
    }

    private void ended(InboundSms message, boolean completed) {
        if (completed) {
            ledger.completed(message);
        } else {
            failed(message);
        }
    }
}
