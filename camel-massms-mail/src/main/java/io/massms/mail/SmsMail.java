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

import io.massms.camel.model.InboundSms;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The step of the route template {@code sms-mail-reply}: makes a mail of a message that a handset sent. */
public final class SmsMail implements CamelContextAware {
    private CamelContext camelContext;
    private MailOrigins senders;
    private String mailFrom = "";
    private String numberDomain = "";
    private String mailTo = "";
    private String stateDirectory = "sms-mail";
    private String origins = "file";

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** The From address of mails, where no number domain makes one of the handset's number. */
    public void setMailFrom(String mailFrom) {
        this.mailFrom = mailFrom;
    }

    /** The domain of the mail bridge: mails come from the handset's number there, so that an answer goes back to it. */
    public void setNumberDomain(String numberDomain) {
        this.numberDomain = numberDomain;
    }

    /** Who gets messages that answer no mail. */
    public void setMailTo(String mailTo) {
        this.mailTo = mailTo;
    }

    /** The folder of the mail bridge. */
    public void setStateDirectory(String stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    /** The bean name of a StateRepository, or {@code file}: whose mail which message came from. */
    public void setOrigins(String origins) {
        this.origins = origins;
    }

    /**
     * Makes it ready.
     *
     * @throws Exception where an option is wrong; says what would be right
     */
    public void start() throws Exception {
        if (mailTo.isBlank() || (mailFrom.isBlank())) {
            throw new IllegalArgumentException("sms-mail-reply needs mailTo, an address, and mailFrom, an address");
        }
        senders = MailOrigins.of(camelContext, origins, stateDirectory);
    }

    /**
     * Makes a mail of the message; nothing else of the exchange reaches the mail.
     *
     * @param exchange holds an InboundSms
     */
    public void compose(Exchange exchange) {
        Message message = exchange.getMessage();
        InboundSms sms = message.getBody(InboundSms.class);
        if (sms == null) {
            throw new IllegalArgumentException("The body is no InboundSms; right is what an inbox consumer gives");
        }
        MailSender origin = senders.find(sms.clientId());
        String number = sms.from() == null ? "" : sms.from().replaceAll("[^0-9]", "");
        ReplyMail mail = new ReplyMail(
                        sender(number),
                        origin == null ? mailTo : origin.address(),
                        number.isEmpty() ? "SMS" : "SMS from " + number,
                        "auto-generated")
                .inThreadOf(origin == null ? null : origin.messageId());
        message.removeHeaders("*");
        message.setHeaders(mail.headers());
        message.setBody(sms.text() == null ? "" : sms.text());
    }

    private String sender(String number) {
        return numberDomain.isBlank() || number.isEmpty() ? mailFrom : number + "@" + numberDomain;
    }
}
