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
import io.massms.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway prints, as its operator reads it. */
class ConsoleOutputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aFileThatIsNotTakenIsNamedOnce() throws Exception {
        start(Map.of("GATEWAY_SAMPLE", "false"));
        awaitLine("Drop CSV files into");
        drop("libro.xlsx", "PK");
        drop("list.txt", "to,text\n573001234567,Hola\n");
        awaitLine("libro.xlsx is not taken: right is a CSV file");
        awaitLine("list.txt is not taken");
        drop("last.csv", "to,text\n573001234567,Hola\n");
        awaitLine("last: done");

        assertThat(lines).filteredOn(line -> line.contains("is not taken")).hasSize(2);
        assertThat(directory.resolve("gateway-data/inbox/libro.xlsx")).exists();
    }

    @Test
    void theSampleIsReportedToHaveTheRowsThatItHas() throws Exception {
        start(Map.of());
        awaitLine("sample-campaign: begins, about 300 rows through linktosms");
    }

    @Test
    void theSampleIsOfTheProvidersCountry() throws Exception {
        start(Map.of("GATEWAY_PROVIDER", "smsmasivos", "GATEWAY_SIMULATOR", "true"));
        awaitLine("sample-campaign: begins, about 300 rows through smsmasivos");
        awaitLine("sample-campaign: done");

        assertThat(Files.readAllLines(directory.resolve("gateway-data/outbox/sample-campaign-results.csv")))
                .filteredOn(line -> line.contains(",ENROUTE,"))
                .hasSizeGreaterThan(250);
    }

    @Test
    void whereNothingWasInFlightNothingIsSaidOfIt() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.fault(Fault.delay(Duration.ofMillis(200)));
            Map<String, String> environment = new HashMap<>(Map.of("CAMEL_COMPONENT_SMS_CONCURRENT_REQUESTS", "1"));
            environment.put("GATEWAY_PROVIDER", "linktosms");
            environment.put("CAMEL_COMPONENT_SMS_API_ID", "1");
            environment.put("CAMEL_COMPONENT_SMS_USER", "u");
            environment.put("CAMEL_COMPONENT_SMS_PASSWORD", "p");
            environment.put("CAMEL_COMPONENT_SMS_BASE_URL", simulator.baseUrl("linktosms"));
            start(environment);
            awaitLine("Drop CSV files into");
            drop(
                    "promo.csv",
                    IntStream.range(0, 200)
                            .mapToObj(i -> (573_001_234_000L + i) + ",Hola " + i + "\n")
                            .collect(Collectors.joining("", "to,text\n", "")));
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() > 2);
            stop();
            simulator.clearFaults();
            lines.clear();
            start(environment);
            awaitLine("promo: goes on behind row ");
            assertThat(lines).noneMatch(line -> line.contains("in flight"));
            awaitLine("promo: done");
        }
    }

    @Test
    void anUnknownProviderIsRefusedNamingThoseThatExist() throws Exception {
        Process ends = new GatewayProcess(directory)
                .start(Map.of("GATEWAY_PROVIDER", "linktosmss", "GATEWAY_SIMULATOR", "true"));
        GatewayProcess.Ended ended = new GatewayProcess(directory).end(ends);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains(
                        "There is no SMS provider 'linktosmss'; there are: itcloud, linktosms, markettext, natalia, smsmasivos");
    }

    @Test
    void aMissingCredentialIsNamedAsTheEnvironmentHasIt() throws Exception {
        Process ends = new GatewayProcess(directory)
                .start(Map.of("GATEWAY_PROVIDER", "linktosms", "CAMEL_COMPONENT_SMS_USER", "ana"));
        GatewayProcess.Ended ended = new GatewayProcess(directory).end(ends);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains("missing: apiId, password"
                        + " (environment: CAMEL_COMPONENT_SMS_API_ID, CAMEL_COMPONENT_SMS_PASSWORD)");
    }

    private void start(Map<String, String> environment) throws IOException {
        Map<String, String> quick = new HashMap<>(environment);
        quick.put("GATEWAY_QUIET", "1s");
        quick.put("JAVA_TOOL_OPTIONS", "-Dlog4j2.configurationFile=classpath:log4j2.properties");
        process = new GatewayProcess(directory).start(quick);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> out.lines().forEach(lines::add));
        reader.setDaemon(true);
        reader.start();
    }

    private void awaitLine(String part) {
        await().atMost(PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains(part)));
    }

    private void drop(String name, String content) throws IOException {
        TestGateway.drop(directory.resolve("gateway-data"), name, content.getBytes(StandardCharsets.UTF_8));
    }
}
