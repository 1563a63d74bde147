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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.massms.camel.model.SmsResult;
import io.massms.camel.tracker.MemoryTracker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider that takes a date for one second, as its manual can be read, too: it reports lines by their ids alone. */
class BlockStatusByIdTest extends CamelTestSupport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Pattern CLIENT_ID = Pattern.compile("idinterno=([a-z0-9]+)");

    @BindToRegistry("tracker")
    private final MemoryTracker tracker = new MemoryTracker();

    private final Queue<String> byDate = new ConcurrentLinkedQueue<>();
    private final Queue<String> byId = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/enviar_sms_bloque.asp", request -> answer(request, "OK"));
        server.createContext("/obtener_respuestaapi_bloque.asp", this::answerByIdOnly);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aBlockIsAwaitedByIdsWhereItsDateReturnsNothing() {
        SmsResult result = template.requestBody(sms("channel=block&awaitBlock=20000"), lines(), SmsResult.class);

        assertThat(result.acceptedCount()).isEqualTo(12);
        assertThat(byDate).isNotEmpty();
        assertThat(byId).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void whatAnAnswerByDateLeavesOutForLongIsAskedForByItsId() throws Exception {
        String tracked = "statusFirstInterval=20&tracker=#tracker";
        template.requestBody(sms("channel=block&" + tracked), lines());
        String consumer = sms("operation=status&delay=20&initialDelay=0&statusNotFoundGrace=300&" + tracked);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(consumer).to("log:reports");
            }
        });
        String account = context.getEndpoint(consumer, SmsEndpoint.class).getAccountKey();

        await().until(() -> lines().stream()
                .flatMap(line -> tracker.findByClientId(account, line.get("clientId")).stream())
                .allMatch(line -> line.nextCheck() == null));
        assertThat(byDate).isNotEmpty();
    }

    private void answerByIdOnly(HttpExchange request) throws IOException {
        String question = new String(request.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Matcher id = CLIENT_ID.matcher(question);
        if (id.find()) {
            byId.add(id.group(1));
            String now = LocalDateTime.now(ZoneId.of("America/Argentina/Buenos_Aires"))
                    .format(TIME);
            answer(request, id.group(1) + "\t" + now + "\tOK\r\n");
        } else {
            byDate.add(question);
            answer(request, "PENDIENTE");
        }
    }

    private static void answer(HttpExchange request, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        request.sendResponseHeaders(200, bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    private String sms(String options) {
        return "sms:smsmasivos?baseUrl=http://localhost:" + server.getAddress().getPort() + "&apiKey=k3y-three&"
                + options;
    }

    private static List<Map<String, String>> lines() {
        return IntStream.range(0, 12)
                .mapToObj(i -> Map.of("to", "114444" + (1_000 + i), "text", "Hola " + i, "clientId", "line" + i))
                .toList();
    }
}
