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

import io.massms.camel.component.body.ReadBodies;
import io.massms.camel.component.route.RouteCall;
import io.massms.camel.dispatch.Outcome;
import io.massms.camel.dispatch.SendJob;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** The operation {@code send}: messages in, a result out. */
final class SendAction {
    private final SmsEndpoint endpoint;
    private final MessageReader reader;
    private final Executor workers;
    private final Executor handOver;
    private final BooleanSupplier stopping;

    SendAction(SmsEndpoint endpoint) {
        this.endpoint = endpoint;
        SmsResources resources = endpoint.getComponent().resources();
        reader = new MessageReader(endpoint.getConfiguration(), resources.readBodies());
        workers = resources.workers();
        handOver = resources.handOver();
        stopping = resources::isClosing;
    }

    /**
     * Reads what the exchange holds; nothing is sent before the job starts. Then the callback is called once, later.
     *
     * @throws RuntimeException if a header or the body is wrong
     */
    SendJob job(Exchange exchange, AsyncCallback callback) {
        Object body = exchange.getMessage().getBody();
        boolean dryRun = reader.dryRun(exchange);
        SendPipeline pipeline = endpoint.sendPipeline();
        MessageSource source = reader.read(exchange);
        return new SendJob(
                pipeline.settings(),
                pipeline.sender(source.many()),
                source.messages(),
                source.inMemory() ? () -> false : stopping,
                dryRun,
                source.inMemory() ? Runnable::run : workers,
                outcome -> handOver.execute(() -> finish(exchange, body, outcome, callback)));
    }

    /** On a worker thread: the route goes on from here, and whatever it does must not hold up the thread that does I/O. */
    private void finish(Exchange exchange, Object body, Outcome outcome, AsyncCallback callback) {
        ReadBodies.close(body);
        if (outcome.failure() != null) {
            reader.keepUnsent(body, outcome.unsent());
            exchange.setException(outcome.failure());
        } else {
            reader.noteSent(body, outcome.result().count());
            SendResults.write(reader.withoutOptions(outcome.result()), outcome.only(), exchange.getMessage());
        }
        RouteCall.resume(exchange, callback);
    }
}
