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
package io.massms.mail;

import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replies to the senders of mails: only to people, and only so many per hour. */
final class ReplySender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

    private final Replies wanted;
    private final String smtp;
    private final String from;
    private final ReplyLimit limit;
    private final ProducerTemplate template;

    ReplySender(MailBridge bridge, Clock clock) {
        wanted = bridge.getReplies();
        smtp = bridge.getSmtp();
        from = bridge.getMailFrom();
        limit = new ReplyLimit(bridge.getRepliesPerHour(), clock);
        template = bridge.getCamelContext().createProducerTemplate();
    }

    void answer(MailCase mail) {
        if (!isWanted(mail) || !mail.sender().answerable()) {
            return;
        }
        if (!limit.allows(mail.sender().address())) {
            LOG.warn("The sender of the mail {} gets no reply: it got enough in the last hour", mail.mailId());
            return;
        }
        send(mail);
    }

    @Override
    public void close() {
        template.stop();
    }

    private boolean isWanted(MailCase mail) {
        if (mail.refusal().isPresent()) {
            return wanted != Replies.none && mail.refusal().get().refusal().answerable();
        }
        return mail.failed()
                ? wanted != Replies.none
                : wanted == Replies.all && !mail.recipientOutcomes().isEmpty();
    }

    private void send(MailCase mail) {
        ReplyMail reply = new ReplyMail(from, mail.sender().address(), ReplyText.subject(mail), "auto-replied")
                .inThreadOf(mail.sender().messageId());
        try {
            template.sendBodyAndHeaders(smtp, ReplyText.of(mail), reply.headers());
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn(
                    "The reply to the mail {} could not be sent: {}",
                    mail.mailId(),
                    cause.getClass().getName());
            LOG.debug("The reply to the mail {} could not be sent", mail.mailId(), e);
        }
    }
}
