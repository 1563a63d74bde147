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
import org.apache.camel.spi.Synchronization;

/**
 * Reports the end of an exchange, wherever that is: a queue that takes the exchange over takes this along.
 *
 * @param end called once, on any thread: true if the exchange completed, false if it failed or was rolled back
 */
public record CompletionCallback(Consumer<Boolean> end) implements Synchronization {

    @Override
    public void onComplete(Exchange exchange) {
        end.accept(!RouteFailure.isIn(exchange));
    }

    @Override
    public void onFailure(Exchange exchange) {
        end.accept(false);
    }
}
