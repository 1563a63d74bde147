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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files whose names leave no room for what the gateway writes beside them, or cannot be moved. */
@DisabledOnOs(OS.WINDOWS)
class CampaignFileNamesTest extends GatewayTestSupport {
    private static final String FILE = "to,text\n573001234567,Hola\n";

    @Test
    void aNameThatNoCampaignCanHaveIsRefusedOnceAndHoldsUpNoOther() throws Exception {
        try (TestGateway gateway = new TestGateway(directory, TestGateway.through(simulator, "linktosms"))) {
            Files.writeString(directory.resolve("inbox/" + "x".repeat(251) + ".csv"), FILE);
            Files.writeString(directory.resolve("inbox/" + "\u00f1".repeat(122) + ".csv"), FILE);
            Files.writeString(directory.resolve("inbox/a\\b.csv"), FILE);
            assertThat(reason(gateway.refused("x".repeat(229))))
                    .contains("255 bytes")
                    .contains("at most 229");
            assertThat(reason(gateway.refused("\u00f1".repeat(114)))).contains("248 bytes");
            assertThat(reason(gateway.refused("a_b"))).contains("backslash");
            gateway.drop("y".repeat(225) + ".csv", FILE);
            assertThat(gateway.done("y".repeat(225))).hasSize(1);
            assertThat(directory.resolve("inbox")).isEmptyDirectory();
            assertThat(simulator.acceptedCount()).isEqualTo(1);
            JsonNode campaigns = new ObjectMapper()
                    .readTree(gateway.get("/api/overview").body())
                    .at("/campaigns");
            assertThat(campaigns.findValuesAsText("phase"))
                    .containsExactlyInAnyOrder("REFUSED", "REFUSED", "REFUSED", "DONE");
        }
    }

    @Test
    void oneThatCannotBePutAwayHoldsUpNoOther() throws Exception {
        try (TestGateway gateway = new TestGateway(directory, TestGateway.through(simulator, "linktosms"))) {
            Files.delete(directory.resolve("error"));
            Files.writeString(directory.resolve("inbox/a\\b.csv"), FILE);
            gateway.drop("good.csv", FILE);
            assertThat(gateway.done("good")).hasSize(1);
            assertThat(directory.resolve("inbox/a\\b.csv")).exists();
        }
    }

    @Test
    void theCommandLineRefusesSuchAFileToo() throws Exception {
        String file = Files.writeString(directory.resolve("a\\b.csv"), FILE).toString();
        GatewayProcess.Ended ended =
                new GatewayProcess(directory).run(Map.of("GATEWAY_SIMULATOR", "true"), "campaign", file);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("backslash");
    }

    private static String reason(List<CSVRecord> results) {
        assertThat(results).hasSize(1);
        return results.get(0).get("reason");
    }
}
