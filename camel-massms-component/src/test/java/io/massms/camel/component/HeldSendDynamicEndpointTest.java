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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.SimulatedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages for later, held by endpoints that Camel makes for one exchange and stops behind it: {@code cacheSize=-1}. */
@Timeout(120)
class HeldSendDynamicEndpointTest extends SmsTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final List<SmsResult> results = new CopyOnWriteArrayList<>();

    /** An hour behind, so that a slow machine does not take a time in the next moment for one that has passed. */
    @Override
    protected CamelContext createCamelContext() throws Exception {
        return withClock(super.createCamelContext(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        String natalia = sms("natalia", "to=3001234567", "scheduledResultUri=direct:results");
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:toD").toD(natalia, -1);
                from("direct:recipientList").recipientList(constant(natalia)).cacheSize(-1);
                from("direct:routingSlip").routingSlip(constant(natalia)).cacheSize(-1);
                from("direct:enrich").enrich().constant(natalia).cacheSize(-1);
                from("direct:results")
                        .process(exchange -> results.add(exchange.getMessage().getBody(SmsResult.class)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"toD", "recipientList", "routingSlip", "enrich"})
    void aHeldMessageGoesThoughTheEndpointThatHoldsItWasForOneExchange(String route) {
        Exchange exchange = later(route, Duration.ofSeconds(1));
        assertThat(exchange.getException()).isNull();
        assertThat(context.getEndpoints()).noneMatch(SmsEndpoint.class::isInstance);

        await().atMost(PATIENCE).until(() -> !results.isEmpty());
        assertThat(results.get(0).receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(SmsState.ENROUTE));
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @Test
    void whatSuchEndpointsHoldIsNotSentOnceTheComponentIsGone() throws Exception {
        Instant time = Instant.now().plusSeconds(2);
        later("toD", Duration.ofSeconds(2));
        ServiceHelper.stopAndShutdownService(context.removeComponent("sms"));

        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(time.plusSeconds(1)));
        assertThat(simulator.requestCount()).isZero();
        assertThat(results).isEmpty();
    }

    private Exchange later(String route, Duration wait) {
        return send(
                "direct:" + route,
                "Hola",
                Map.of(SmsConstants.SCHEDULED_TIME, Instant.now().plus(wait)));
    }
}
