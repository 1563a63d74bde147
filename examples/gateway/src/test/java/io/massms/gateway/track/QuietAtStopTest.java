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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;

class QuietAtStopTest {
    private static final Exception REFUSED = new CamelExecutionException("x", null, new RejectedExecutionException());

    private final CamelContext context = new DefaultCamelContext();
    private final List<String> reported = new ArrayList<>();
    private final QuietAtStop handler = new QuietAtStop(context, new Recorder());

    @Test
    void aRefusalIsReportedUnlessTheGatewayStops() throws Exception {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.CamelContextStoppingEvent) {
                    handler.handleException("refused at the stop", REFUSED);
                    handler.handleException("broken at the stop", new IllegalStateException());
                }
            }
        });
        context.start();
        handler.handleException("refused", REFUSED);
        context.stop();
        assertThat(reported).containsExactly("refused", "broken at the stop");
    }

    private final class Recorder implements ExceptionHandler {
        @Override
        public void handleException(Throwable exception) {
            reported.add(exception.toString());
        }

        @Override
        public void handleException(String message, Throwable exception) {
            reported.add(message);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            reported.add(message);
        }
    }
}
