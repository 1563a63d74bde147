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
import org.junit.jupiter.api.Test;

/** A gateway that is told to stop while it tries rows again. */
class StopTest extends GatewayTestSupport {
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

    private TestGateway gateway() throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.put("gateway.block-size", "5");
        properties.put("gateway.redelivery-delay", "2000");
        return new TestGateway(directory, properties);
    }
}
