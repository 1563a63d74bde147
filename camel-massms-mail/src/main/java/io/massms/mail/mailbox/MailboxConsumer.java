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
package io.massms.mail.mailbox;

import io.massms.mail.MailNotYetHandledException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailConsumer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.LRUCacheFactory;
import org.apache.camel.util.KeyValueHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs no subject. A mail that stays in the mailbox on purpose is logged at INFO, not as an error, and is not read before it is due: each poll
 * would read it for nothing, and with {@code maxMessagesPerPoll} or {@code fetchSize} it would take another mail's place.
 */
final class MailboxConsumer extends MailConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);
    private static final String NAME = "SmsMailboxName";
    private static final int MAX_MAILS = 10_000;

    /** When mails are due that were kept. */
    private final Map<String, Instant> kept = LRUCacheFactory.newLRUCache(MAX_MAILS);

    private final Clock clock;

    MailboxConsumer(MailboxEndpoint endpoint, Processor processor, JavaMailSender sender, Clock clock) {
        super(endpoint, processor, sender);
        this.clock = clock;
    }

    @Override
    protected Exchange createExchange(KeyValueHolder<String, Message> holder) throws MessagingException {
        if (holder.getValue().isSet(Flags.Flag.DELETED)) {
            return null;
        }
        String name = name(holder);
        if (!isDue(name)) {
            release(holder.getKey());
            return null;
        }
        Exchange exchange = super.createExchange(holder);
        if (exchange != null) {
            exchange.setProperty(NAME, name);
        }
        return exchange;
    }

    @Override
    protected void processExchange(Exchange exchange) throws Exception {
        getProcessor().process(exchange);
    }

    @Override
    protected void processRollback(Message mail, Exchange exchange) {
        if (exchange.getException() instanceof MailNotYetHandledException cause) {
            release(exchange.getProperty(MAIL_MESSAGE_UID, String.class));
            keep(exchange.getProperty(NAME, String.class), cause.getRetryTime());
            LOG.info("Kept in the mailbox: {}", cause.getMessage());
        } else {
            super.processRollback(mail, exchange);
        }
    }

    /** As Camel does when it rolls back: otherwise no poll takes the mail again, neither here nor in another process. */
    private void release(String uid) {
        IdempotentRepository repository = getEndpoint().getIdempotentRepository();
        if (repository != null && uid != null) {
            repository.remove(uid);
        }
    }

    private void keep(String name, Instant due) {
        if (name != null && due != null) {
            kept.put(name, due);
        }
    }

    private boolean isDue(String name) {
        Instant due = name == null ? null : kept.get(name);
        return due == null || !due.isAfter(clock.instant());
    }

    /** An IMAP server may give ids anew to other mails, and says so. Null where a server names no mails. */
    private static String name(KeyValueHolder<String, Message> holder) throws MessagingException {
        return holder.getKey() != null && holder.getValue().getFolder() instanceof UIDFolder folder
                ? folder.getUIDValidity() + " " + holder.getKey()
                : holder.getKey();
    }
}
