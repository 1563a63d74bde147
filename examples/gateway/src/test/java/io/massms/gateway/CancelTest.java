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
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CancelTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aCampaignThatWaitsForAnotherStaysCancelledAcrossARestart() throws Exception {
        Fault empty = simulator.fault(Fault.providerCode("110"));
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            gateway.drop("a.csv", "to,text\n573001234561,Uno\n573001234562,Dos\n");
            await().atMost(PATIENCE)
                    .until(() -> gateway.get("/api/overview").body().contains("HELD_UP"));
            simulator.fault(Fault.delay(Duration.ofSeconds(1)));
            simulator.removeFault(empty.id());
            gateway.drop("b.csv", "to,text\n" + "573001234569,B\n".repeat(30));
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() > 0);
            assertThat(post(gateway, "/api/campaigns/a/cancel")).isEqualTo(200);
            assertThat(directory.resolve("processing/a.csv")).exists();
        }
        simulator.clearFaults();
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            assertThat(gateway.done("a")).extracting(row -> row.get("state")).containsOnly("SKIPPED");
            assertThat(gateway.done("b")).extracting(row -> row.get("state")).containsOnly("ENROUTE");
            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::to)
                    .hasSize(30)
                    .containsOnly("573001234569");
        }
    }

    @Test
    void aDryRunEndsWhenItIsCancelled() throws Exception {
        simulator.fault(Fault.delay(Duration.ofMillis(200)));
        try (TestGateway gateway = gateway("smsmasivos", Map.of("gateway.dry-run", "true"))) {
            gateway.drop("promo.csv", "to,text\n" + "1144445555,Hola\n".repeat(50));
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > 0);
            assertThat(post(gateway, "/api/campaigns/promo/cancel")).isEqualTo(200);
            assertThat(TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv"))
                    .hasSize(50)
                    .last()
                    .satisfies(row -> assertThat(row.get("reason")).contains("cancelled"));
            assertThat(simulator.requestCount()).isLessThan(50);
        }
    }

    @Test
    void nothingButACampaignUnderWayCanBeCancelled() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            gateway.drop("promo.csv", "to,text\n573001234561,Uno\n");
            gateway.done("promo");
            for (String name : new String[] {"nothing", "promo", "..%2Fdone%2Fpromo", "%00"}) {
                assertThat(post(gateway, "/api/campaigns/" + name + "/cancel"))
                        .as(name)
                        .isBetween(400, 404);
            }
            assertThat(post(gateway, "/api/campaigns/nothing/goOn")).isEqualTo(404);
            assertThat(directory.resolve("outbox/.journal")).isDirectoryNotContaining("glob:**.cancelled");
        }
    }

    private TestGateway gateway(String provider, Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, provider));
        properties.put("gateway.token", "open-sesame");
        properties.put("gateway.block-size", "1");
        properties.put("gateway.pause", "1h");
        properties.put("gateway.redeliveries", "0");
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }

    private static int post(TestGateway gateway, String path) throws Exception {
        return TestGateway.send(HttpRequest.newBuilder(gateway.uri(path))
                        .header("Authorization", "Bearer open-sesame")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }
}
