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

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DNS rebinding: a page elsewhere can make its own name lead to this machine: the browser then takes the gateway for the page's own. */
class DnsRebindingTest extends GatewayTestSupport {
    private static final String MESSAGE = "{\"to\": \"573001234567\", \"text\": \"Hola\"}";

    private TestGateway gateway;

    @AfterEach
    void stopGateway() {
        gateway.close();
    }

    @Test
    void aPageWhoseNameLeadsHereSendsNothingAndLearnsNothing() throws Exception {
        start(Map.of());
        String evil = "evil.example:" + gateway.port();
        assertThat(post(evil, "http://" + evil)).contains(" 403 ").contains("gateway.hosts");
        assertThat(post(evil, null)).contains(" 403 ");
        for (String path : new String[] {"/balance", "/messages/1", "/api/overview"}) {
            assertThat(ask("GET " + path, evil, "")).as(path).contains(" 403 ");
        }
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void aPageElsewhereCannotSendByTheGatewaysOwnAddress() throws Exception {
        start(Map.of());
        String own = "127.0.0.1:" + gateway.port();
        for (String origin : new String[] {
            "http://evil.example", "null", "http://203.0.113.5:" + gateway.port(), "http://localhost:3000"
        }) {
            assertThat(post(own, origin)).as(origin).contains(" 403 ");
        }
        assertThat(simulator.requestCount()).isZero();
        assertThat(post(own, "http://" + own)).contains(" 202 ");
    }

    @Test
    void programsAskByAnyAddressAndByTheNamesOfThisMachine() throws Exception {
        start(Map.of());
        for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "192.0.2.7"}) {
            assertThat(post(host + ":" + gateway.port(), null)).as(host).contains(" 202 ");
            assertThat(post(host, null)).as(host).contains(" 202 ");
        }
    }

    @Test
    void aProxyGoesByTheNamesThatTheOperatorSet() throws Exception {
        start(Map.of("gateway.hosts", "SMS.example.org, other.example.org"));
        assertThat(post("sms.example.org", "https://sms.example.org")).contains(" 202 ");
        assertThat(post("127.0.0.1:" + gateway.port(), "https://other.example.org"))
                .contains(" 202 ");
        assertThat(post("evil.example", null)).contains(" 403 ");
    }

    @Test
    void whereItListensForOtherMachinesAnyNameLeadsHereUntilTheOperatorSetsSome() throws Exception {
        start(Map.of("camel.server.host", "0.0.0.0"));
        assertThat(post("gateway.lan", null)).contains(" 202 ");
        assertThat(post("gateway.lan", "http://evil.example")).contains(" 403 ");
        gateway.close();
        start(Map.of("camel.server.host", "0.0.0.0", "gateway.hosts", "gateway.lan"));
        assertThat(post("gateway.lan", null)).contains(" 202 ");
        assertThat(post("evil.example", null)).contains(" 403 ");
    }

    @Test
    void whoHasTheTokenMayAskUnderAnyName() throws Exception {
        start(Map.of("gateway.token", "open-sesame"));
        assertThat(ask("GET /balance", "sms.example.org", "Authorization: Bearer open-sesame\r\n"))
                .contains(" 200 ");
        assertThat(ask("GET /api/overview", "sms.example.org", "Authorization: Bearer open-sesame\r\n"))
                .contains(" 200 ");
        assertThat(ask("GET /balance", "sms.example.org", "Authorization: Bearer wrong\r\n"))
                .contains(" 403 ");
    }

    @Test
    void aClientThatSpeaksHttp2NamesTheHostElsewhere() throws Exception {
        start(Map.of());
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(HttpRequest.newBuilder(gateway.uri("/balance")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, "linktosms"));
        properties.putAll(more);
        gateway = new TestGateway(directory, properties);
    }

    private String post(String host, String origin) throws IOException {
        return ask(
                "POST /sms",
                host,
                (origin == null ? "" : "Origin: " + origin + "\r\n") + "Content-Type: application/json\r\n"
                        + "Content-Length: " + MESSAGE.length() + "\r\n",
                MESSAGE);
    }

    private String ask(String what, String host, String headers) throws IOException {
        return ask(what, host, headers, "");
    }

    /** Spoken by hand: Java's client lets nobody choose the host. */
    private String ask(String what, String host, String headers, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            OutputStream out = socket.getOutputStream();
            String request =
                    what + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n" + body;
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
