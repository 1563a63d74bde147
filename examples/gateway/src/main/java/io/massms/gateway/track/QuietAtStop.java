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
package io.massms.gateway.track;

import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.util.ObjectHelper;

/**
 * Says nothing of a report or a reply that comes while the gateway stops: Camel takes none then, it is emitted again after the next start,
 * and no operator has to do anything.
 */
final class QuietAtStop implements ExceptionHandler {
    private final CamelContext context;
    private final ExceptionHandler otherwise;

    QuietAtStop(CamelContext context, ExceptionHandler otherwise) {
        this.context = context;
        this.otherwise = otherwise;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        boolean refused = ObjectHelper.getException(RejectedExecutionException.class, exception) != null;
        if (!refused || !context.isStopping()) {
            otherwise.handleException(message, exchange, exception);
        }
    }
}
