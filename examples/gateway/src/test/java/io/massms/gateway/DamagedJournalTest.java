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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign of which nobody can say how far it came. */
class DamagedJournalTest {
    private static final String ROWS = "to,text\n573001234567,Hola\n";
    private static final String WHY = "The journal is damaged at byte 0: nobody can say which rows were sent";

    @TempDir
    Path directory;

    @BeforeEach
    void damage() throws IOException {
        Files.createDirectories(directory.resolve("gateway-data/processing"));
        Files.createDirectories(directory.resolve("gateway-data/outbox/.journal"));
        Files.writeString(directory.resolve("gateway-data/processing/promo.csv"), ROWS);
        Files.writeString(directory.resolve("gateway-data/outbox/.journal/promo.jsonl"), "no journal\nat all\n");
    }

    @Test
    void theCommandSaysWhyInALineAndFails() throws Exception {
        Path file = Files.writeString(directory.resolve("promo.csv"), ROWS);
        GatewayProcess.Ended ended = new GatewayProcess(directory).run(Map.of(), "campaign", file.toString());

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out()).startsWith("Broke off: " + WHY).hasLineCount(1);
        assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void theOperatorsPageSaysWhy() throws Exception {
        try (TestGateway gateway = new TestGateway(directory.resolve("gateway-data"), Map.of())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(gateway.get("/api/overview").body())
                            .contains("\"BROKEN_OFF\"")
                            .contains(WHY));
        }
    }
}
