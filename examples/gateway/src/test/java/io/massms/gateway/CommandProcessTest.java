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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands in processes of their own, as a shell runs them. */
class CommandProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void credentialsComeFromTheEnvironmentAndTheOutputHoldsTheResultAlone() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            simulator.balance("linktosms", new BigDecimal(1234));
            Process process = start(
                    Map.of(
                            "GATEWAY_PROVIDER", "linktosms",
                            "CAMEL_COMPONENT_SMS_API_ID", "1",
                            "CAMEL_COMPONENT_SMS_USER", "u",
                            "CAMEL_COMPONENT_SMS_PASSWORD", "p",
                            "CAMEL_COMPONENT_SMS_BASE_URL", simulator.baseUrl("linktosms")),
                    "balance",
                    "--json");
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(errors()).isZero();
            assertThat(new ObjectMapper().readTree(out).at("/balance").asInt()).isEqualTo(1234);
        }
    }

    @Test
    void theSimulatorRunsAloneAndSaysWhereItIs() throws Exception {
        Process process = start(Map.of(), "simulate", "--port", "0");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).as(errors()).startsWith("Simulating at http://localhost:");
            assertThat(out.readLine()).contains("camel.component.sms.base-url = http://localhost:");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_QUIET, 9x, gateway.quiet is '9x'",
        "GATEWAY_STATUS_DELAY, often, gateway.status-delay is 'often'",
        "GATEWAY_SIMULATOR_PORT, any, gateway.simulator.port is 'any'; right is a number",
        "CAMEL_SERVER_PORT, 99999, camel.server.port is 99999; right is 1 to 65535",
        "CAMEL_COMPONENT_SMS_TEXT_POLICY, gsm, The option camel.component.sms.textPolicy",
    })
    void aWrongSettingIsNamedAndEndsTheGatewayWithTheExitCodeOfAWrongCommand(String name, String value, String message)
            throws Exception {
        Process process = start(Map.of(name, value));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(out + errors()).contains(message);
    }

    @Test
    void theEnvironmentSaysWhereTheGatewayListens() throws Exception {
        int port = TestGateway.freePort();
        Process process = start(listeningAt(port));
        try {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(TestGateway.send(
                                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/balance")))
                                    .statusCode())
                            .isEqualTo(200));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aPortOfTheEnvironmentThatIsTakenEndsTheStart() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("localhost", 0));
            Process process = start(listeningAt(taken.getLocalPort()));
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(out)
                    .contains("cannot listen on localhost:" + taken.getLocalPort(), "CAMEL_SERVER_PORT")
                    .doesNotContain("\tat ");
        }
    }

    private static Map<String, String> listeningAt(int port) {
        return Map.of(
                "CAMEL_SERVER_HOST",
                "localhost",
                "CAMEL_SERVER_PORT",
                Integer.toString(port),
                "GATEWAY_SAMPLE",
                "false");
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        return new GatewayProcess(directory).start(environment, arguments);
    }

    private String errors() throws IOException {
        return new GatewayProcess(directory).errors();
    }
}
