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
package io.massms.camel.component.mail;

import io.massms.camel.dispatch.Waits;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.MailCall;
import io.massms.camel.transport.Transport;
import io.massms.camel.transport.TransportException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Hands mails to the mail server of a camel-mail endpoint. That blocks, so each does it on a thread of its own; the deadline is kept all
 * the same.
 */
public final class MailTransport implements Transport {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final MailEndpoint server;
    private final Producer producer;
    private final Executor threads;
    private final Waits deadlines;

    private MailTransport(MailEndpoint server, Producer producer, Executor threads, Waits deadlines) {
        this.server = server;
        this.producer = producer;
        this.threads = threads;
        this.deadlines = deadlines;
    }

    /**
     * Finds the mail server; connects to nothing.
     *
     * @param  uri       of the endpoint
     * @param  context   where it is found
     * @param  threads   which may block, also when they are closed
     * @param  deadlines which are this one's alone
     * @return           to be closed
     * @throws           IllegalArgumentException where there is no such endpoint; says what would be right
     */
    public static MailTransport to(String uri, CamelContext context, Executor threads, Waits deadlines) {
        if (context.getComponent(uri.substring(0, uri.indexOf(':'))) == null) {
            throw new IllegalArgumentException(
                    "channel=smtp needs camel-mail on the class path; add org.apache.camel:camel-mail");
        }
        try {
            Endpoint endpoint = context.getEndpoint(uri);
            Producer producer = endpoint.createProducer();
            ServiceHelper.startService(producer);
            return new MailTransport((MailEndpoint) endpoint, producer, threads, deadlines);
        } catch (Exception e) {
            throw new IllegalArgumentException("mailEndpoint is not one that camel-mail can use; check its options", e);
        }
    }

    @Override
    public void exchange(Call call, Duration deadline, ReplyHandler handler) {
        SubjectMail mail;
        try {
            mail = new SubjectMail(server.getConfiguration().getFrom(), (MailCall) call);
        } catch (MessagingException e) {
            handler.onFailure(TransportException.notSent("The from address of mailEndpoint is no mail address", null));
            return;
        }
        new MailExchange(() -> send(mail), deadline, handler).start(threads, deadlines);
    }

    /** Null where the mail server took the mail. */
    private Exception send(SubjectMail mail) {
        Exchange exchange = server.createExchange();
        exchange.getMessage().setBody(mail);
        try {
            producer.process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        }
    }

    /** Gives the mails under way a second to be taken. Of the others it is open whether they are. */
    @Override
    public void close() {
        deadlines.close(GRACE);
        ServiceHelper.stopAndShutdownService(producer);
    }
}
