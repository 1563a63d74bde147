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
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailConsumer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.util.KeyValueHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs no subject. A mail that stays in the mailbox on purpose is logged at INFO, not as an error. */
final class MailboxConsumer extends MailConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);

    MailboxConsumer(MailboxEndpoint endpoint, Processor processor, JavaMailSender sender) {
        super(endpoint, processor, sender);
    }

    @Override
    protected Exchange createExchange(KeyValueHolder<String, Message> holder) throws MessagingException {
        return holder.getValue().isSet(Flags.Flag.DELETED) ? null : super.createExchange(holder);
    }

    @Override
    protected void processExchange(Exchange exchange) throws Exception {
        getProcessor().process(exchange);
    }

    @Override
    protected void processRollback(Message mail, Exchange exchange) {
        if (exchange.getException() instanceof MailNotYetHandledException kept) {
            release(exchange.getProperty(MAIL_MESSAGE_UID, String.class));
            LOG.info("Kept in the mailbox: {}", kept.getMessage());
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
}
