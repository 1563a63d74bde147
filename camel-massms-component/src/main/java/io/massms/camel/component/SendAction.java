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

import io.massms.camel.dispatch.Caller;
import io.massms.camel.dispatch.Outcome;
import io.massms.camel.dispatch.RequestSender;
import io.massms.camel.dispatch.SendJob;
import io.massms.camel.dispatch.Sender;
import io.massms.camel.dispatch.TrackedSender;
import io.massms.camel.model.SmsResult;
import io.massms.camel.tracker.SmsTracker;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The operation {@code send}: messages in, a result out. */
final class SendAction {
    private final SmsEndpoint endpoint;
    private final MessageReader reader;
    private final Sender untracked;
    private volatile Sender tracked;
    private final Executor workers;
    private final Executor handOver;

    SendAction(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
        SmsAccess access = endpoint.access();
        SmsResources resources = endpoint.getComponent().resources();
        reader = new MessageReader(endpoint.getConfiguration());
        untracked = new RequestSender(
                new Caller(resources.transport(endpoint), access.account(), access.requestTimeout()),
                resources.pacer(access.account()),
                access.requestInterval());
        workers = resources.workers();
        handOver = resources.handOver();
    }

    /**
     * Sends what the exchange holds; the callback is told once, later.
     *
     * @throws RuntimeException where a header or the body is wrong; nothing was sent then, and the callback is not told
     */
    void process(Exchange exchange, AsyncCallback callback) {
        Object body = exchange.getMessage().getBody();
        MessageSource source = reader.read(exchange);
        new SendJob(
                        endpoint.access().send(),
                        sender(),
                        source.messages(),
                        reader.dryRun(exchange),
                        source.inMemory() ? Runnable::run : workers,
                        outcome -> handOver.execute(() -> finish(exchange, body, outcome, callback)))
                .start();
    }

    /** A consumer of reports may ask for tracking after this was made. */
    private Sender sender() {
        if (tracked == null) {
            SmsTracker tracker = endpoint.getComponent().resources().tracker(endpoint.getConfiguration());
            if (tracker == null) {
                return untracked;
            }
            SmsAccess access = endpoint.access();
            boolean canBeAsked = access.protocol().status() != null;
            tracked = new TrackedSender(
                    untracked,
                    tracker,
                    access.send(),
                    canBeAsked ? Duration.ofMillis(endpoint.getConfiguration().getStatusFirstInterval()) : null);
        }
        return tracked;
    }

    /** On a worker thread: the route goes on from here, and whatever it does must not hold up the thread that does I/O. */
    private void finish(Exchange exchange, Object body, Outcome outcome, AsyncCallback callback) {
        if (outcome.failure() != null) {
            reader.keepForRedelivery(body, outcome.result().retryable());
            exchange.setException(outcome.failure());
        } else {
            write(outcome, exchange.getMessage());
        }
        callback.done(false);
    }

    private static void write(Outcome outcome, Message message) {
        SmsResult result = outcome.result();
        message.setBody(result);
        message.setHeader(SmsConstants.PROVIDER, result.provider());
        message.setHeader(SmsConstants.ACCEPTED_COUNT, result.acceptedCount());
        message.setHeader(SmsConstants.REJECTED_COUNT, result.rejectedCount());
        message.setHeader(SmsConstants.UNCERTAIN_COUNT, result.uncertainCount());
        message.setHeader(SmsConstants.SEGMENTS, result.segments());
        if (outcome.only() != null && outcome.only().messageId() != null) {
            message.setHeader(SmsConstants.MESSAGE_ID, outcome.only().messageId());
        } else {
            message.removeHeader(SmsConstants.MESSAGE_ID);
        }
    }
}
