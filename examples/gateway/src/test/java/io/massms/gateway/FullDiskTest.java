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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A block that has left and whose results nobody can write. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest extends GatewayTestSupport {
    private static final String ROWS = "to,text\n573001234567,Hola\n573001234568,Hola\n";

    @BeforeEach
    void fill() throws IOException {
        Path data = directory.resolve("gateway-data");
        Files.createDirectories(data.resolve("processing"));
        Files.createDirectories(data.resolve("outbox"));
        Files.writeString(data.resolve("processing/promo.csv"), ROWS);
        Files.createSymbolicLink(data.resolve("outbox/promo-results.csv"), Path.of("/dev/full"));
    }

    @Test
    void theCommandSaysWhyInALineAndFails() throws Exception {
        String file = Files.writeString(directory.resolve("promo.csv"), ROWS).toString();
        GatewayProcess.Ended ended = new GatewayProcess(directory).run(settings(), "campaign", file);

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out())
                .as("how far it came, and why")
                .contains("Broke off: ", "No space left")
                .hasLineCount(2);
        assertThat(ended.err()).isEmpty();
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aGatewayThatServesSaysWhyOnceAndWaits() throws Exception {
        Map<String, String> settings = settings();
        settings.put("GATEWAY_PAUSE", "1h");
        Process process = new GatewayProcess(directory).start(settings);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader out = process.inputReader()) {
                out.lines().forEach(lines::add);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        reader.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines.stream().anyMatch(line -> line.contains("broke off")));
            // some of the looks that would find it again
            await().during(Duration.ofSeconds(2)).until(() -> true);
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            reader.join();
        }
        assertThat(lines.stream().filter(line -> line.contains("promo: ")))
                .singleElement()
                .asString()
                .contains("broke off")
                .contains("No space left");
        assertThat(lines).noneMatch(line -> line.contains("Failed delivery"));
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    private Map<String, String> settings() {
        return new TreeMap<>(Map.of(
                "GATEWAY_BLOCK_SIZE", "1",
                "GATEWAY_PROVIDER", "linktosms",
                "CAMEL_COMPONENT_SMS_API_ID", "1",
                "CAMEL_COMPONENT_SMS_USER", "u",
                "CAMEL_COMPONENT_SMS_PASSWORD", "p",
                "CAMEL_COMPONENT_SMS_BASE_URL", simulator.baseUrl("linktosms")));
    }
}
