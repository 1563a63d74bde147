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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gateway that is started with an account, then without, or the other way round. */
class SimulatorAccountSwitchTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aSampleThatIsStillInTheInboxIsNotSentForReal() throws Exception {
        try (TestGateway simulated = new TestGateway(directory, Map.of("gateway.quiet", "1h"))) {
            assertThat(directory.resolve("inbox/sample-campaign.csv")).exists();
        }
        assertTheSampleIsRefused();
    }

    @Test
    void aSampleThatWasAboutToBeSentIsNotSentForReal() throws Exception {
        try (TestGateway simulated = new TestGateway(directory, Map.of("gateway.quiet", "1h"))) {
            assertThat(directory.resolve("processing")).isEmptyDirectory();
        }
        Files.move(directory.resolve("inbox/sample-campaign.csv"), directory.resolve("processing/sample-campaign.csv"));
        assertTheSampleIsRefused();
    }

    @Test
    void aCampaignThatIsHalfSentForRealDoesNotGoOnInTheSimulator() throws Exception {
        simulator.fault(Fault.delay(Duration.ofMillis(100)));
        try (TestGateway real = real()) {
            real.drop(
                    "promo.csv",
                    IntStream.range(10, 40)
                            .mapToObj(i -> "57300123450" + i % 10 + ",Hola " + i)
                            .collect(Collectors.joining("\n", "to,text\n", "\n")));
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() > 4);
        }
        long sent = simulator.acceptedCount();
        assertThat(sent).isLessThan(30);
        simulator.clearFaults();
        try (TestGateway simulated = new TestGateway(directory, Map.of())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(simulated.get("/api/overview").body()).contains("HELD_UP", "only simulates"));
            assertThat(directory.resolve("processing/promo.csv")).exists();
        }
        try (TestGateway real = real()) {
            assertThat(real.done("promo"))
                    .hasSize(30)
                    .extracting(row -> row.get("state"))
                    .containsOnly("ENROUTE");
            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::text)
                    .hasSize(30)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aFileThatTheCommandTookInWaitsForItsOwnAccountThoughItNeverBegan() throws Exception {
        GatewayProcess gateway = new GatewayProcess(directory);
        String file = Files.writeString(directory.resolve("promo.csv"), "to,text\n573001234567,Hola\n")
                .toString();
        Map<String, String> real = Map.of(
                "GATEWAY_REDELIVERIES", "0",
                "GATEWAY_PROVIDER", "linktosms",
                "CAMEL_COMPONENT_SMS_API_ID", "1",
                "CAMEL_COMPONENT_SMS_USER", "u",
                "CAMEL_COMPONENT_SMS_PASSWORD", "p",
                "CAMEL_COMPONENT_SMS_BASE_URL", "http://127.0.0.1:" + TestGateway.freePort() + "/linktosms");
        gateway.run(real, "campaign", file);
        Path data = directory.resolve("gateway-data");
        assertThat(data.resolve("processing/promo.csv"))
                .as("what the test needs")
                .exists();
        // as where it was killed between the two
        Files.writeString(data.resolve("outbox/.journal/promo.jsonl"), "");

        GatewayProcess.Ended simulated = gateway.run(Map.of(), "campaign", file);
        assertThat(simulated.exitCode()).as(simulated.out() + simulated.err()).isEqualTo(4);
        assertThat(simulated.out()).contains("only simulates");
    }

    private void assertTheSampleIsRefused() throws Exception {
        try (TestGateway real = real()) {
            assertThat(real.refused("sample-campaign"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("reason")).contains("sample campaign", "simulator"));
            real.drop("mine.csv", "to,text\n573001234567,Hola\n");
            real.done("mine");
            assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
        }
    }

    private TestGateway real() throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.put("gateway.block-size", "2");
        return new TestGateway(directory, properties);
    }
}
