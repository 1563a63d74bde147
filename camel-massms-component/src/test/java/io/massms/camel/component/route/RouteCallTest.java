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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.EventDrivenPollingConsumer;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** However a route leaves an exchange, whoever waits for its end is notified once. */
class RouteCallTest extends CamelTestSupport {
    private final Queue<String> reported = new ConcurrentLinkedQueue<>();

    @Test
    void anExchangeFailsThatTheRouteDoesNotLetInWhileItIsForcedToStop() {
        Exchange exchange = process(in -> in.setException(new RejectedExecutionException("stopping")));

        assertThat(reported).containsExactly("failure");
        assertThat(exchange.getException()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aFailureIsReportedWhereAStepEndsInAnError() {
        Exchange exchange = process(in -> {
            throw new StackOverflowError("deep");
        });

        assertThat(reported).containsExactly("failure");
        assertThat(exchange.getException()).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void aRouteCanHandleAnErrorAsItHandlesExceptions() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(StackOverflowError.class).maximumRedeliveries(1).handled(true);
                from("direct:in").to("direct:deep").process(in -> reported.add("next step"));
                from("direct:deep").routeId("deep").process(in -> {
                    reported.add("step");
                    throw new StackOverflowError("deep");
                });
            }
        });
        process(context.getRoutes().get(0).getProcessor());

        assertThat(reported).containsExactly("step", "step", "completion");
        assertThat(context.getInflightRepository().size()).isZero();
        assertThat(context.getInflightRepository().size("deep")).isZero();
    }

    @Test
    void nothingIsReportedOfAnExchangeThatWaitsForAPollingConsumer() {
        process(new EventDrivenPollingConsumer(context.getEndpoint("direct:polled")));

        assertThat(reported).isEmpty();
    }

    @Test
    void anExchangeFailsWhereNobodyPollsForItAnyLonger() {
        Exchange exchange = process(PollingQueue.of(context.getEndpoint("direct:polled", DefaultEndpoint.class)));

        assertThat(reported).containsExactly("failure");
        assertThat(exchange.getException()).isInstanceOf(RejectedExecutionException.class);
    }

    private Exchange process(Processor route) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                reported.add("completion");
            }

            @Override
            public void onFailure(Exchange done) {
                reported.add("failure");
            }
        });
        RouteCall.process(route, exchange);
        return exchange;
    }
}
