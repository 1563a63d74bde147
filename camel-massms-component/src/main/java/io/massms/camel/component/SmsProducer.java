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
import io.massms.camel.dispatch.SendJob;
import io.massms.camel.spi.Operation;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.PluginHelper;

/** Sends, or asks the provider. Holds no thread while it waits for an answer, unless a transaction is under way. */
final class SmsProducer extends DefaultAsyncProducer {
    private SendAction send;
    private CancelAction cancel;
    private SettleAction settle;
    private QueryAction query;
    private TransactionUnderWay transaction;

    /** The same for the one who waits for it. */
    private final AsyncProcessor waiting = new AsyncProcessorSupport() {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return ask(exchange, callback);
        }
    };

    SmsProducer(SmsEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        SmsEndpoint endpoint = endpoint();
        send = new SendAction(endpoint);
        cancel = new CancelAction(endpoint);
        settle = new SettleAction(endpoint);
        query = new QueryAction(endpoint);
        transaction = new TransactionUnderWay(endpoint.getCamelContext());
    }

    /** A transaction belongs to the thread that began it: what follows must not go on in the thread that brought the answer. */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (!transaction.has(exchange)) {
            return ask(exchange, callback);
        }
        PluginHelper.getAsyncProcessorAwaitManager(exchange.getContext().getCamelContextExtension())
                .process(waiting, exchange);
        callback.done(true);
        return true;
    }

    private boolean ask(Exchange exchange, AsyncCallback callback) {
        try {
            Operation operation = operation(exchange);
            if (operation == Operation.send) {
                SendResults.clear(exchange.getMessage());
                return started(send.job(exchange, callback), exchange, callback);
            }
            ask(operation, exchange, callback);
            return false;
        } catch (RuntimeException e) {
            return failed(
                    exchange,
                    e instanceof IllegalArgumentException wrong ? Failures.notAsked(endpoint(), wrong) : e,
                    callback);
        }
    }

    /** From here on no failure says any more that nothing left. */
    private static boolean started(SendJob job, Exchange exchange, AsyncCallback callback) {
        try {
            job.start();
            return false;
        } catch (RuntimeException e) {
            return failed(exchange, e, callback);
        }
    }

    private static boolean failed(Exchange exchange, Exception failure, AsyncCallback callback) {
        exchange.setException(failure);
        callback.done(true);
        return true;
    }

    private void ask(Operation operation, Exchange exchange, AsyncCallback callback) {
        switch (operation) {
            case cancel -> cancel.process(exchange, callback);
            case reconcile -> settle.reconcile(exchange, callback);
            case settle -> settle.settle(exchange, callback);
            default -> query.process(operation, exchange, callback);
        }
    }

    private Operation operation(Exchange exchange) {
        SmsAccess access = endpoint().access();
        String header = Texts.ofHeader(exchange.getMessage(), SmsConstants.OPERATION);
        return header == null ? access.operation() : access.permitted(header.strip());
    }

    private SmsEndpoint endpoint() {
        return (SmsEndpoint) getEndpoint();
    }
}
