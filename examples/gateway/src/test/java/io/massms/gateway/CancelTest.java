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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
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
    void aCampaignThatIsCancelledWhileABlockIsTriedAgainHasALineForEachRow() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)));
        try (TestGateway gateway = gateway("linktosms", tryingAgain())) {
            gateway.drop("promo.csv", file(35));
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > 0);
            assertThat(post(gateway, "/api/campaigns/promo/cancel")).isEqualTo(200);

            List<CSVRecord> rows = gateway.done("promo");
            assertThat(rows)
                    .extracting(row -> Integer.parseInt(row.get("row")))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 35).boxed().toList());
            assertThat(rows).extracting(row -> row.get("state")).containsOnly("SKIPPED");
            assertThat(simulator.requestCount()).as("no try behind it").isLessThanOrEqualTo(20);
        }
    }

    @Test
    void whatIsKnownOfABlockThatIsCancelledBetweenItsTriesStaysKnown() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).recipient("573001234512"));
        try (TestGateway gateway = gateway("linktosms", tryingAgain())) {
            gateway.drop("promo.csv", file(4).replace("573001234511", "11") + file(30).replace("to,text\n", ""));
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > 9);
            assertThat(post(gateway, "/api/campaigns/promo/cancel")).isEqualTo(200);

            List<CSVRecord> rows = gateway.done("promo");
            assertThat(rows).hasSize(34);
            assertThat(rows.subList(0, 4))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "REJECTED", "SKIPPED", "ENROUTE");
            assertThat(rows.subList(10, 34)).extracting(row -> row.get("state")).containsOnly("SKIPPED");
            assertThat(rows.get(2).get("reason")).contains("cancelled");
        }
    }

    private static Map<String, String> tryingAgain() {
        return Map.of("gateway.block-size", "10", "gateway.redeliveries", "5", "gateway.redelivery-delay", "1s");
    }

    private static String file(int rows) {
        return IntStream.range(10, 10 + rows)
                .mapToObj(i -> "5730012345" + i + ",Hola " + i)
                .collect(Collectors.joining("\n", "to,text\n", "\n"));
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
