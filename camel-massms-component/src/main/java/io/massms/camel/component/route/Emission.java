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
package io.massms.camel.component.route;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultConsumer;

/** How a consumer emits to its route: in an exchange of its own, whose failure goes to the exception handler. */
public final class Emission {
    private Emission() {}

    /**
     * Emits an exchange, and waits until the route has processed it, or has handed it on.
     *
     * @param  consumer whose route it is
     * @param  content  writes the message
     * @param  failure  the message for the exception handler if the route fails
     * @param  end      called once, on any thread: true if the exchange completed. Until then the exchange is under way
     * @return          false if the route failed
     */
    public static boolean emit(
            DefaultConsumer consumer, Consumer<Message> content, String failure, Consumer<Boolean> end) {
        Exchange exchange = consumer.createExchange(false);
        content.accept(exchange.getMessage());
        exchange.getExchangeExtension().addOnCompletion(new CompletionCallback(end));
        boolean taken = RouteCall.process(consumer.getProcessor(), exchange);
        if (!taken) {
            consumer.getExceptionHandler().handleException(failure, exchange, RouteFailure.of(exchange));
        }
        consumer.releaseExchange(exchange, false);
        return taken;
    }
}
