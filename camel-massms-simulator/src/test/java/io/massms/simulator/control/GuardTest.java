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
package io.massms.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "10.0.0.7"})
    void addressesAndLocalhostAreKnownHosts(String host) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            assertThat(call(simulator, "GET /api/counts", "Host: " + host + ':' + simulator.port()))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example.org", "simulator", "localhost.example.org"})
    void aReboundHostNameIsRefused(String host) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            assertThat(call(simulator, "GET /api/counts", "Host: " + host)).startsWith("HTTP/1.1 4");
            assertThat(call(simulator, "POST /api/reset", "Host: " + host)).startsWith("HTTP/1.1 4");
            assertThat(call(simulator, "GET /", "Host: " + host)).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void aHostNameCanBeAllowedAndShortNamesAreBeyondLoopback() throws IOException {
        try (Simulator named = Simulator.start(new SimulatorOptions().allowHost("sms.example.org"));
                Simulator shared = Simulator.start(new SimulatorOptions().host("0.0.0.0"))) {
            assertThat(call(named, "GET /api/counts", "Host: sms.example.org")).startsWith("HTTP/1.1 200");
            assertThat(call(shared, "GET /api/counts", "Host: simulator:9000")).startsWith("HTTP/1.1 200");
            assertThat(call(shared, "GET /api/counts", "Host: evil.example.org"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://evil.example.org,403",
        "Origin: null,403",
        "Origin: http://localhost:1,403",
        "Sec-Fetch-Site: cross-site,403",
        "Sec-Fetch-Site: same-site,403",
        "Sec-Fetch-Site: same-origin,204",
        "Sec-Fetch-Site: none,204",
        "Origin: http://localhost:PORT,204",
    })
    void onlyThePageItselfMayCallFromABrowser(String header, int status) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            String port = Integer.toString(simulator.port());

            assertThat(call(
                            simulator,
                            "POST /api/reset",
                            "Host: localhost:" + port + "\r\n" + header.replace("PORT", port)))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aLinkToThePageCanBeFollowedFromAnywhere() throws IOException {
        try (Simulator simulator = Simulator.start()) {
            String foreign = "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: ";

            assertThat(call(simulator, "GET /", foreign + "navigate")).startsWith("HTTP/1.1 200");
            assertThat(call(simulator, "GET /api/messages", foreign + "navigate"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private static String call(Simulator simulator, String request, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
