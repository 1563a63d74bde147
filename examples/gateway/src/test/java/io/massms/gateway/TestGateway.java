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

import static org.awaitility.Awaitility.await;

import io.massms.simulator.Simulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.main.Main;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A gateway in this process, and what its operator does with it. */
final class TestGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final Startup startup = new Startup();
    private final Main main;

    TestGateway(Path directory, Map<String, String> properties) throws Exception {
        this.directory = directory;
        port = freePort();
        main = Server.main(startup);
        properties(directory, port).forEach(main::addOverrideProperty);
        properties.forEach(main::addOverrideProperty);
        try {
            main.start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** The properties of a gateway whose provider is a simulator elsewhere, as a real one would be. */
    static Map<String, String> through(Simulator simulator, String provider) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("gateway.provider", provider);
        properties.put("camel.component.sms.base-url", simulator.baseUrl(provider));
        properties.put("camel.component.sms.api-id", "1");
        properties.put("camel.component.sms.user", "u");
        properties.put("camel.component.sms.password", "p");
        return properties;
    }

    static Map<String, String> properties(Path directory, int port) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("gateway.directory", directory.toString());
        properties.put("gateway.quiet", "0");
        properties.put("gateway.redelivery-delay", "10ms");
        properties.put("gateway.balance-interval", "0");
        properties.put("camel.server.port", Integer.toString(port));
        return properties;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Drops a file the way an operator's program should: whole. */
    static void drop(Path directory, String name, byte[] content) throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Path part = Files.write(directory.resolve(name + ".part"), content);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void drop(String name, String content) throws IOException {
        drop(directory, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The results of a campaign, once its file lies in done. */
    List<CSVRecord> done(String campaign) throws IOException {
        return whenIn("done", directory, campaign);
    }

    /** The results of a file that was refused, once it lies in error. */
    List<CSVRecord> refused(String campaign) throws IOException {
        return whenIn("error", directory, campaign);
    }

    static List<CSVRecord> whenIn(String place, Path directory, String campaign) throws IOException {
        return whenIn(place, directory, campaign, campaign + "-results.csv");
    }

    static List<CSVRecord> whenIn(String place, Path directory, String campaign, String resultsFile)
            throws IOException {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(directory.resolve(place).resolve(campaign + ".csv")));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Path results = directory.resolve("outbox").resolve(resultsFile);
        try (CSVParser parser = CSVParser.parse(results, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    /** The next message of an endpoint. */
    String receive(String endpoint) {
        return main.getCamelContext().createConsumerTemplate().receiveBody(endpoint, PATIENCE.toMillis(), String.class);
    }

    HttpResponse<String> post(String body, String contentType) throws Exception {
        return send(HttpRequest.newBuilder(uri("/sms"))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String json) throws Exception {
        return post(json, "application/json");
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** Presses a button of the page; the status of the answer. */
    int operate(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As a browser would: one that offers HTTP/2 names the host elsewhere. */
    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        main.stop();
        startup.close();
    }
}
