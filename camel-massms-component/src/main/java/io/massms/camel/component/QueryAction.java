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

import io.massms.camel.component.body.Texts;
import io.massms.camel.component.inbox.InboxPages;
import io.massms.camel.component.options.InboxFormat;
import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.component.route.RouteCall;
import io.massms.camel.dispatch.Caller;
import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.AccountQuestion;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.StatusQuestion;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** The operations that ask and send nothing: {@code status}, {@code balance} and the like. */
final class QueryAction {
    private final SmsEndpoint endpoint;
    private final SmsConfiguration options;
    private final SmsAccess access;
    private final Executor workers;
    private final String provider;
    private final Clock clock;

    QueryAction(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
        options = endpoint.getConfiguration();
        access = endpoint.access();
        workers = endpoint.getComponent().resources().workers();
        provider = access.account().profile().id();
        clock = endpoint.getComponent().clock();
    }

    /** Asks; the callback is called once, later. */
    void process(Operation operation, Exchange exchange, AsyncCallback callback) {
        Caller caller = caller(operation);
        String clientId =
                operation == Operation.status ? Texts.ofHeader(exchange.getMessage(), SmsConstants.CLIENT_ID) : null;
        Consumer<Answer<?>> done = answer -> workers.execute(() -> finish(exchange, answer, clientId, callback));
        if (operation == Operation.status) {
            caller.ask(access.protocol().status(), new StatusQuestion(reference(exchange, clientId)), done::accept);
        } else if (operation == Operation.inbox) {
            askForInbox(caller, exchange, done);
        } else {
            caller.ask(access.protocol().account(operation), new AccountQuestion(operation), done::accept);
        }
    }

    /** A header may ask for another operation than the endpoint's, whose answers may be longer. */
    private Caller caller(Operation operation) {
        return new Caller(
                endpoint.getComponent().resources().transport(endpoint, operation),
                access.account(),
                access.requestTimeout());
    }

    /** The provider's id, or the caller's own reference where the provider is asked by that. */
    private String reference(Exchange exchange, String clientId) {
        boolean byClientId = access.protocol().statusByClientId();
        String reference = byClientId && clientId != null
                ? clientId
                : Texts.ofHeader(exchange.getMessage(), SmsConstants.MESSAGE_ID);
        if (reference == null) {
            throw new IllegalArgumentException(provider + " is asked for a message by "
                    + (byClientId
                            ? "its client id: set the header CamelSmsClientId (or CamelSmsMessageId)"
                            : "the provider's id: set the header CamelSmsMessageId"));
        }
        return reference;
    }

    /** Fetches once and marks nothing. */
    private void askForInbox(Caller caller, Exchange exchange, Consumer<Answer<?>> done) {
        String header = Texts.ofHeader(exchange.getMessage(), SmsConstants.FROM);
        String handset = access.account().numberForm(header == null ? options.getFrom() : header);
        InboxQuestion question = new InboxQuestion(handset, options.isUnreadOnly(), false);
        if (options.getFormat() == InboxFormat.excel) {
            caller.ask(access.protocol().inboxSheet(), question, done::accept);
        } else {
            new InboxPages(caller, access.protocol().inbox(options.getChannel()), false)
                    .ask(question)
                    .thenAccept(done);
        }
    }

    private void finish(Exchange exchange, Answer<?> answer, String clientId, AsyncCallback callback) {
        try {
            Object value = answer.orElseThrow(verdict -> Failures.unanswered(endpoint, verdict));
            exchange.getMessage().setBody(body(value, clientId));
            exchange.getMessage().setHeader(SmsConstants.PROVIDER, provider);
        } catch (SmsException noAnswer) {
            exchange.setException(noAnswer);
        }
        RouteCall.resume(exchange, callback);
    }

    private Object body(Object value, String clientId) {
        if (value instanceof SmsStatus status) {
            return complete(status, clientId);
        }
        return value instanceof byte[] sheet ? new ByteArrayInputStream(sheet) : value;
    }

    private SmsStatus complete(SmsStatus status, String asked) {
        return status.withProvider(provider)
                .withClientId(status.clientId() == null ? asked : status.clientId())
                .withTime(status.time() == null ? clock.instant() : status.time());
    }
}
