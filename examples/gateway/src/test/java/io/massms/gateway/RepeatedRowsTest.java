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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that name a recipient twice with the same text, where nobody is to get a text twice. */
class RepeatedRowsTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aTextThatComesAgainInALaterBlockIsNotSentAgain() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "2"))) {
            gateway.drop(
                    "promo.csv",
                    "to,text\n573001234561,a\n573001234562,a\n+57 300 123 4561,a\n573001234561,b\n573001234562,a\n3001234561,a\n");
            List<CSVRecord> rows = gateway.done("promo");
            assertThat(states(rows)).containsExactly("ENROUTE", "ENROUTE", "SKIPPED", "ENROUTE", "SKIPPED", "SKIPPED");
            assertThat(rows.get(2).get("error")).isEqualTo("DUPLICATE");
            assertThat(rows.get(2).get("reason")).contains("earlier in this file");
            assertThat(simulator.acceptedCount()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "1000"})
    void itIsNotSentAgainAfterAStopInBetweenEither(String blockSize) throws Exception {
        Map<String, String> slowly =
                Map.of("gateway.block-size", blockSize, "camel.component.sms.concurrent-requests", "1");
        simulator.fault(Fault.delay(Duration.ofMillis(200)));
        try (TestGateway gateway = gateway(slowly)) {
            String once = IntStream.range(10, 40)
                    .mapToObj(i -> "5730012345" + i + ",Hola " + i + "\n")
                    .collect(Collectors.joining());
            gateway.drop("promo.csv", "to,text\n" + once + once);
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() > 5);
        }
        assertThat(simulator.acceptedCount()).as("what the test needs").isLessThan(30);
        simulator.clearFaults();
        try (TestGateway gateway = gateway(slowly)) {
            assertThat(states(gateway.done("promo"))).hasSize(60).containsOnly("ENROUTE", "SKIPPED");
        }
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void whereTheEarlierRowSurelyDidNotLeaveTheLaterOneGoes() throws Exception {
        simulator.fault(Fault.providerCode("105").recipient(".*573001234561").first(1));
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "1", "gateway.redeliveries", "0"))) {
            gateway.drop("promo.csv", "to,text\n573001234562,a\n573001234561,a\n573001234561,a\n573001234561,a\n");
            assertThat(states(gateway.done("promo"))).containsExactly("ENROUTE", "REJECTED", "ENROUTE", "SKIPPED");
        }
    }

    @Test
    void theSameAtAnotherTimeIsAnotherMessage() throws Exception {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String again = "573001234561,a," + tomorrow + "\n";
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "1"))) {
            gateway.drop(
                    "promo.csv",
                    "to,text,scheduledTime\n573001234561,a,\n" + again + again + "573001234561,a,"
                            + tomorrow.plusSeconds(3600) + "\n");
            assertThat(states(gateway.done("promo"))).containsExactly("ENROUTE", "SCHEDULED", "SKIPPED", "SCHEDULED");
        }
    }

    @Test
    void oneThatMayHaveLeftIsNotSentAgain() throws Exception {
        simulator.fault(Fault.acceptThenDrop().first(1));
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "1"))) {
            gateway.drop("promo.csv", "to,text\n573001234561,a\n573001234561,a\n");
            assertThat(states(gateway.done("promo"))).containsExactly("UNKNOWN", "SKIPPED");
        }
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aDryRunTellsOfThemToo() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "1", "gateway.dry-run", "true"))) {
            gateway.drop("promo.csv", "to,text\n573001234561,a\n573001234561,a\n");
            assertThat(TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv"))
                    .extracting(row -> row.get("error"))
                    .containsExactly("", "DUPLICATE");
        }
    }

    @Test
    void whereItIsWantedEachRowIsSent() throws Exception {
        try (TestGateway gateway =
                gateway(Map.of("gateway.block-size", "1", "camel.component.sms.duplicates", "send"))) {
            gateway.drop("promo.csv", "to,text\n573001234561,a\n573001234561,a\n");
            assertThat(states(gateway.done("promo"))).containsExactly("ENROUTE", "ENROUTE");
        }
    }

    private static List<String> states(List<CSVRecord> rows) {
        return rows.stream().map(row -> row.get("state")).toList();
    }

    private TestGateway gateway(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, "linktosms"));
        properties.put("camel.component.sms.duplicates", "skip");
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }
}
