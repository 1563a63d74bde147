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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which row of which campaign a delivery report is about, where that is not easily told. */
class ReportOriginTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> QUICK = Map.of(
            "camel.component.sms.status-first-interval", "20",
            "camel.component.sms.status-max-interval", "50",
            "gateway.status-delay", "20ms");

    @Test
    void aReportThatComesBeforeTheEndOfItsBlockStandsBesideItsResultsToo() throws Exception {
        simulator.fault(Fault.delay(Duration.ofSeconds(3)).recipient(".*573001234563"));
        try (TestGateway gateway = gateway(Map.of("camel.component.sms.concurrent-requests", "1"))) {
            gateway.drop("promo.csv", "to,text\n573001234561,a\n573001234562,b\n573001234563,c\n");
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() >= 2);
            simulator.clock().advance(Duration.ofDays(1));
            gateway.done("promo");
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> reports("promo").size() + reports("messages").size() >= 4);
            assertThat(reports("messages")).isEmpty();
            assertThat(reports("promo").subList(1, 4))
                    .anyMatch(line -> line.startsWith("1,573001234561,"))
                    .anyMatch(line -> line.startsWith("2,573001234562,"))
                    .anyMatch(line -> line.startsWith("3,573001234563,"));
        }
    }

    @Test
    void aMessageByHttpWithTheReferenceOfAnUncertainRowIsNotTakenForIt() throws Exception {
        simulator.fault(Fault.acceptThenDrop().first(1));
        try (TestGateway gateway = gateway(Map.of())) {
            gateway.drop("promo.csv", "to,text,clientId\n573001234561,a,customer-1\n");
            assertThat(gateway.done("promo").get(0).get("state")).isEqualTo("UNKNOWN");
            gateway.post("{\"to\": \"573001234561\", \"text\": \"Hola\", \"clientId\": \"customer-1\"}");
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> reports("promo").size() + reports("messages").size() == 2);
            assertThat(reports("promo")).isEmpty();
            assertThat(reports("messages").get(1)).startsWith(",573001234561,").contains(",customer-1,DELIVERED,");
        }
    }

    @Test
    void whatAFullDiskLeftOfTheReportsSpoilsNoReportBehindIt() throws Exception {
        Path outbox = Files.createDirectories(directory.resolve("outbox"));
        Files.writeString(outbox.resolve("promo-reports.csv"), "");
        Files.writeString(outbox.resolve("messages-reports.csv"), "row,to,messageId\n,57300");
        try (TestGateway gateway = gateway(Map.of())) {
            gateway.drop("promo.csv", "to,text\n573001234561,a\n");
            gateway.done("promo");
            gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\"}");
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> String.join("", reports("promo")).contains("DELIVERED")
                            && String.join("", reports("messages")).contains("DELIVERED"));
        }
        assertThat(reports("promo").get(0)).startsWith("row,to,");
        assertThat(reports("promo")).hasSize(2);
        assertThat(reports("messages")).hasSize(3).element(2).asString().startsWith(",573001234567,");
    }

    private List<String> reports(String name) throws IOException {
        Path file = directory.resolve("outbox/" + name + "-reports.csv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private TestGateway gateway(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, "linktosms"));
        properties.putAll(QUICK);
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }
}
