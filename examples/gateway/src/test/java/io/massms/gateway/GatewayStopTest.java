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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gateway that stops while it tries rows again, or waits for a slow provider. */
class GatewayStopTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void rowsThatWereToBeTriedAgainAreTriedAtTheNextStart() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).recipient("57300123456[25]"));
        try (TestGateway gateway = gateway()) {
            gateway.drop(
                    "promo.csv",
                    "to,text\n573001234561,a\n573001234562,b\n12,c\n573001234564,d\n573001234565,e\n573001234566,f\n");
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > 4);
        }
        assertThat(directory.resolve("processing/promo.csv")).exists();
        simulator.clearFaults();
        try (TestGateway gateway = gateway()) {
            assertThat(gateway.done("promo"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "ENROUTE", "REJECTED", "ENROUTE", "ENROUTE", "ENROUTE");
        }
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSlowProviderIsHandedNoMoreRowsAndGetsThemAtTheNextStart() throws Exception {
        simulator.fault(Fault.delay(Duration.ofMillis(400)));
        Map<String, String> oneByOne = TestGateway.through(simulator, "linktosms");
        oneByOne.put("camel.component.sms.concurrent-requests", "1");
        try (TestGateway gateway = new TestGateway(directory, oneByOne)) {
            gateway.drop("promo.csv", rows(200));
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() > 2);
        }
        assertThat(simulator.acceptedCount()).isLessThan(100);
        simulator.clearFaults();
        try (TestGateway gateway = new TestGateway(directory, oneByOne)) {
            assertThat(gateway.done("promo"))
                    .hasSize(200)
                    .extracting(row -> row.get("state"))
                    .containsOnly("ENROUTE");
        }
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void aDryRunThatIsStoppedWithinABlockBeginsAnew() throws Exception {
        simulator.fault(Fault.delay(Duration.ofMillis(400)));
        Map<String, String> checking = TestGateway.through(simulator, "smsmasivos");
        checking.put("camel.component.sms.concurrent-requests", "1");
        checking.put("gateway.dry-run", "true");
        try (TestGateway gateway = new TestGateway(directory, checking)) {
            gateway.drop("promo.csv", rows(30).replace("573001234", "1144445"));
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > 2);
        }
        simulator.clearFaults();
        try (TestGateway gateway = new TestGateway(directory, checking)) {
            assertThat(TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv"))
                    .hasSize(30);
        }
        assertThat(simulator.messages()).isEmpty();
    }

    private static String rows(int count) {
        return IntStream.range(100, 100 + count)
                .mapToObj(i -> "573001234" + i + ",Hola " + i)
                .collect(Collectors.joining("\n", "to,text\n", "\n"));
    }

    private TestGateway gateway() throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.put("gateway.block-size", "5");
        properties.put("gateway.redelivery-delay", "2s");
        return new TestGateway(directory, properties);
    }
}
