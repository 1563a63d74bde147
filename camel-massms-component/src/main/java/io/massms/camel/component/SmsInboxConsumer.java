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

import io.massms.camel.model.InboundSms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes an inbox whose mark-as-read has no per-message form: it marks whatever the same call returns. So a message counts as
 * consumed when its exchange completed, is then remembered in the repository by the provider's id, and only then marked; what a
 * marking call brings that was not consumed is consumed next; and at start and from time to time the whole inbox, read messages
 * included, is compared with the repository.
 *
 * <p>With a persistent repository every message is delivered exactly once, except in one window: when the process dies after an
 * exchange completed and before the repository stored its id, that message comes again.
 */
final class SmsInboxConsumer extends ScheduledBatchPollingConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(SmsInboxConsumer.class);
    private static final int REMEMBERED_IN_MEMORY = 100_000;
    private static final int MARKING_CALLS = 20;

    private final SmsEndpoint endpoint;
    private final Clock clock;
    private final IdempotentRepository repository;
    private final Duration reconcileInterval;
    private InboxLedger ledger;
    private InboxReader inbox;
    private OptOutReplies optOuts;
    private Instant reconcileNext = Instant.MIN;

    SmsInboxConsumer(SmsEndpoint endpoint, Processor processor, Clock clock) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clock = clock;
        SmsConfiguration options = endpoint.getConfiguration();
        repository = options.getIdempotentRepository() != null
                ? options.getIdempotentRepository()
                : MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED_IN_MEMORY);
        reconcileInterval = Duration.ofMillis(options.getReconcileInterval());
        setMaxMessagesPerPoll(options.getMaxMessagesPerPoll());
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        inbox = new InboxReader(endpoint);
        optOuts = OptOutReplies.of(endpoint);
        String account = endpoint.access().account().key();
        String handset = endpoint.getConfiguration().getFrom();
        ledger = new InboxLedger(
                repository,
                handset == null ? account : account + ":" + handset,
                endpoint.getConfiguration().getMaxRedeliveries());
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(repository);
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        List<InboundSms> unread = inbox.unread();
        List<InboundSms> candidates = clock.instant().isBefore(reconcileNext) ? unread : withForgotten(unread);
        forceConsumerAsReady();
        int consumed = consume(candidates);
        if (isRunAllowed()) {
            consumed += consume(mark(unread));
        }
        return consumed;
    }

    /**
     * Adds what is marked as read and was not consumed: a crash left it behind. When the repository is new nobody knows what was
     * consumed before; then what is marked as read counts as consumed.
     */
    private List<InboundSms> withForgotten(List<InboundSms> unread) {
        List<InboundSms> all = inbox.all();
        if (ledger.isNew()) {
            Set<String> unreadIds = ids(unread);
            all.stream()
                    .filter(message -> !unreadIds.contains(message.messageId()))
                    .forEach(ledger::consumed);
            ledger.known();
        }
        reconcileNext = clock.instant().plus(reconcileInterval);
        return all;
    }

    private int consume(List<InboundSms> candidates) throws Exception {
        Queue<Object> exchanges = new ArrayDeque<>();
        for (InboundSms message : candidates) {
            if (ledger.take(message)) {
                exchanges.add(exchange(message));
            }
        }
        return exchanges.isEmpty() ? 0 : processBatch(exchanges);
    }

    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        int most = maxMessagesPerPoll > 0 ? Math.min(maxMessagesPerPoll, exchanges.size()) : exchanges.size();
        int index = 0;
        while (!exchanges.isEmpty()) {
            Exchange exchange = (Exchange) exchanges.poll();
            if (index >= most || !isBatchAllowed()) {
                ledger.putBack(exchange.getMessage().getBody(InboundSms.class));
                releaseExchange(exchange, false);
                continue;
            }
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, most);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == most - 1);
            pendingExchanges = most - index - 1;
            process(exchange);
            index++;
        }
        return index;
    }

    private void process(Exchange exchange) {
        try {
            if (optOuts != null) {
                optOuts.process(exchange);
            }
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("A message could not be processed", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }

    /**
     * Marks what was consumed. Where every unread message was, one call does; where some were not, only the handsets are marked of
     * which all were, so that the others stay unread.
     *
     * @return what was marked without having been consumed
     */
    private List<InboundSms> mark(List<InboundSms> unread) {
        Set<String> open = new HashSet<>();
        Set<String> done = new LinkedHashSet<>();
        for (InboundSms message : unread) {
            (ledger.isConsumed(message) ? done : open).add(message.from());
        }
        if (done.isEmpty()) {
            return List.of();
        }
        try {
            List<InboundSms> marked = new ArrayList<>();
            if (open.isEmpty()) {
                marked.addAll(inbox.mark());
            } else {
                done.removeAll(open);
                done.stream().limit(MARKING_CALLS).forEach(handset -> marked.addAll(inbox.markOf(handset)));
            }
            marked.removeIf(ledger::isConsumed);
            return marked;
        } catch (RuntimeException e) {
            reconcileNext = Instant.MIN;
            throw e;
        }
    }

    private Exchange exchange(InboundSms inbound) {
        Exchange exchange = createExchange(false);
        Message message = exchange.getMessage();
        message.setBody(inbound);
        message.setHeader(SmsConstants.PROVIDER, inbound.provider());
        message.setHeader(SmsConstants.FROM, inbound.from());
        message.setHeader(SmsConstants.TO, inbound.to());
        message.setHeader(SmsConstants.MESSAGE_ID, inbound.messageId());
        message.setHeader(SmsConstants.CLIENT_ID, inbound.clientId());
        message.setHeader(SmsConstants.RECEIVED_TIME, inbound.receivedTime());
        exchange.getExchangeExtension().addOnCompletion(new Synchronization() {
            @Override
            public void onComplete(Exchange done) {
                ledger.completed(inbound);
            }

            @Override
            public void onFailure(Exchange failed) {
                if (ledger.failed(inbound)) {
                    LOG.warn(
                            "Message {} of {} failed too often; it stays unread and is left alone until the next start",
                            inbound.messageId(),
                            inbound.provider());
                }
                reconcileNext = Instant.MIN;
            }
        });
        return exchange;
    }

    private static Set<String> ids(List<InboundSms> messages) {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(message.messageId()));
        return ids;
    }
}
