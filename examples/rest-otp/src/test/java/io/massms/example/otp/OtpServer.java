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
package io.massms.example.otp;

import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.apache.camel.main.Main;

/** The application on a free port, with a provider and a client. */
final class OtpServer implements AutoCloseable {
    final Simulator provider = Simulator.start();
    final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-11-21T12:00:00Z"));
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Main main;

    OtpServer() throws Exception {
        main = OtpApplication.create(clock);
        main.addOverrideProperty("camel.server.port", Integer.toString(port));
        main.addOverrideProperty("camel.component.sms.base-url", provider.baseUrl("linktosms"));
        main.start();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> ask(String phone) throws Exception {
        return post("/otp", "application/json", "{\"phone\":\"" + phone + "\"}");
    }

    HttpResponse<String> verify(String phone, String code) throws Exception {
        return post("/otp/verify", "application/json", "{\"phone\":\"" + phone + "\",\"code\":\"" + code + "\"}");
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The code in the last message. */
    String code() {
        List<SimulatedMessage> messages = provider.messages();
        return messages.get(messages.size() - 1).text().replaceAll("(?s).*?(\\d{6}).*", "$1");
    }

    @Override
    public void close() {
        main.stop();
        provider.close();
    }
}
