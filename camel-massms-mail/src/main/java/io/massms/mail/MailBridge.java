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

import io.massms.camel.model.SmsMessage;
import jakarta.mail.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the route template {@code sms-mail-bridge}: {@link #open} reads a mail into messages, {@link #settle}
 * records their outcomes, {@link #answer} replies to the sender.
 */
public final class MailBridge extends BridgeOptions implements CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(MailBridge.class);

    private CamelContext camelContext;
    private MailRecipients recipients;
    private MailIntake intake;
    private MailLedger mails;
    private MailTries tries;
    private MessageClaims messages;
    private ReplySender replySender;
    private boolean together;

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /**
     * Makes the bridge ready.
     *
     * @throws Exception where an option is wrong; says what would be right
     */
    public void start() throws Exception {
        OptionChecks.check(this);
        together = RecipientNumbers.isSms(camelContext, getSms());
        RecipientNumbers numbers = RecipientNumbers.of(camelContext, getSms());
        recipients = new MailRecipients(getNumberDomain(), numbers);
        mails = MailLedger.of(camelContext, getLedger(), getStateDirectory());
        tries = new MailTries(mails, Clock.systemUTC(), Duration.parse(getRetryDelay()), getMaximumTries());
        intake = new MailIntake(
                new MailReader(this, BridgeAccounts.of(camelContext, getAccounts()), recipients), mails, tries);
        messages = new MessageClaims(mails, MailOrigins.of(camelContext, getOrigins(), getStateDirectory()), numbers);
        replySender = new ReplySender(this, Clock.systemUTC());
    }

    /** Ends the bridge with its route. */
    public void stop() {
        replySender.close();
    }

    /**
     * Reads a mail and claims its messages, so that they are not sent twice. The headers of the mail are dropped here: anybody can write
     * them, and they would control the SMS endpoint, the mailbox consumer and the steps after the bridge.
     *
     * @param  exchange holds the mail
     * @return          the messages to send; none where the mail is refused or was handled before
     * @throws Exception {@link MailNotYetHandledException} if it is not due for another try yet
     */
    public List<SmsMessage> open(Exchange exchange) throws Exception {
        Message mail = exchange.getIn(MailMessage.class).getOriginalMessage();
        exchange.setMessage(new DefaultMessage(exchange));
        mail.getAllHeaders(); // one fetch; else each header that is asked for would be fetched on its own
        MailHeaders headers = new MailHeaders(mail);
        MailCase opened = new MailCase(MailIds.of(headers, getNumberDomain()), MailSender.of(headers, recipients));
        opened.attachTo(exchange);
        intake.read(mail, headers, opened).ifPresent(request -> messages.claim(request, opened));
        return opened.claimed();
    }

    /**
     * Records the outcomes of the messages.
     *
     * @param  exchange holds the answer of the SMS endpoint, or the exception that it threw
     * @return          the outcome
     * @throws MailNotYetHandledException if a message was not sent and may succeed later
     */
    public MailOutcome settle(Exchange exchange) {
        MailCase opened = MailCase.of(exchange);
        if (opened.handledBefore()) {
            return opened.outcome();
        }
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        SendOutcomes outcomes = new SendOutcomes(
                opened.claimed(), together, exchange.getMessage().getBody(), failure);
        opened.claimed().forEach(message -> opened.recipientOutcomes().add(outcomes.of(message)));
        if (opened.recipientOutcomes().stream().anyMatch(RecipientOutcome::retryable)) {
            keepForRetry(opened);
        }
        messages.settle(opened);
        mails.settle(opened.mailId());
        forget(opened);
        LOG.info("{}", opened.outcome());
        return opened.outcome();
    }

    /** Removes the notes for another try. The mail is settled: if the ledger fails now, the sender must still get a reply. */
    private void forget(MailCase opened) {
        try {
            messages.markReported(opened);
            tries.forget(opened.mailId());
        } catch (RuntimeException e) {
            LOG.warn("Notes on the mail {}, which is settled, could not be removed", opened.mailId(), e);
        }
    }

    /**
     * Replies to the sender, as far as the options and RFC 3834 allow. A reply that cannot be sent is a warning in the
     * log: the mail is settled all the same.
     *
     * @param exchange the same
     */
    public void answer(Exchange exchange) {
        replySender.answer(MailCase.of(exchange));
    }

    private void keepForRetry(MailCase opened) {
        int number = tries.count(opened.mailId());
        if (tries.isLast(number)) {
            return;
        }
        messages.prepareRetry(opened);
        Instant named = opened.recipientOutcomes().stream()
                .map(RecipientOutcome::retryTime)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        throw tries.notYetHandled(
                opened.mailId(), number, named, "the provider did not take all of it for a passing reason");
    }
}
