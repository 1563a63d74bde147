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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.MessageState;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.client.SmartClient;

class InboxViewTest {
    private static final String NUMBER = "573001112233";
    private final Simulator simulator = Simulator.start(new SimulatorOptions().smtpPort(0));
    private final TestClient client = new TestClient(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void threadsGatherWhatAProviderAndANumberSay() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        natalia(NUMBER, "uno");
        simulator.clock().advance(Duration.ofMinutes(1));
        natalia("573009998877", "otro");
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.reply("natalia", NUMBER, "dos");

        JsonNode threads = get("/api/threads");

        assertThat(threads.path("total").asInt()).isEqualTo(2);
        JsonNode newest = threads.path("items").get(0);
        assertThat(newest.path("number").asText()).isEqualTo(NUMBER);
        assertThat(newest.path("messages").asInt()).isEqualTo(1);
        assertThat(newest.path("replies").asInt()).isEqualTo(1);
        assertThat(newest.at("/last/reply/text").asText()).isEqualTo("dos");
        assertThat(get("/api/threads?q=OTRO").path("total").asInt()).isEqualTo(1);
        assertThat(get("/api/threads?q=dos").path("total").asInt()).isEqualTo(1);
        assertThat(get("/api/threads?account=me").path("total").asInt()).isEqualTo(2);
        assertThat(get("/api/threads?account=you").path("total").asInt()).isZero();
        assertThat(get("/api/threads?provider=itcloud").path("total").asInt()).isZero();
    }

    @Test
    void aConversationIsNewestFirst() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        natalia(NUMBER, "uno");
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.reply("natalia", NUMBER, "dos");
        simulator.reply("itcloud", NUMBER, "anderswo");

        JsonNode page = get("/api/conversation?provider=natalia&number=" + NUMBER);

        assertThat(page.path("items").findValuesAsText("text")).containsExactly("dos", "uno");
        assertThat(client.call("GET", "/api/conversation?provider=natalia").status())
                .isEqualTo(400);
    }

    @Test
    void duplicatesAreTheSameTextToTheSameNumberWithinTheWindow() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        natalia(NUMBER, "uno");
        itcloud(NUMBER, "uno");
        natalia(NUMBER, "dos");
        natalia("573009998877", "uno");
        simulator.clock().advance(Duration.ofMinutes(6));
        natalia(NUMBER, "uno");

        JsonNode duplicate = get("/api/duplicates").path("items").get(0);

        assertThat(get("/api/duplicates").path("total").asInt()).isEqualTo(1);
        assertThat(duplicate.path("count").asInt()).isEqualTo(2);
        assertThat(duplicate.path("providers").toString()).isEqualTo("[\"natalia\",\"itcloud\"]");
        assertThat(simulator.duplicates(Duration.ofMinutes(6)))
                .singleElement()
                .satisfies(found -> assertThat(found.messageIds()).containsExactly(1L, 2L, 5L));
        assertThat(simulator.duplicates(Duration.ZERO)).hasSize(1);
    }

    @Test
    void theTimelineKeepsWhatWasReported() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        natalia(NUMBER, "uno");
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.deliver(1, DeliveryOutcome.of(MessageState.UNREACHABLE));
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.deliver(1, DeliveryOutcome.late(Duration.ofHours(1)));

        JsonNode timeline = get("/api/messages/1").path("timeline");

        assertThat(timeline.findValuesAsText("state")).containsExactly("SENT", "UNREACHABLE", "SENT", "DELIVERED");
        assertThat(timeline.findValuesAsText("reached")).containsExactly("true", "true", "true", "false");
        assertThat(timeline.get(3).path("time").asText()).isEqualTo("2026-11-21T13:00:02Z");
    }

    @Test
    void aScheduledMessageWaitsInItsTimeline() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        new TestClient(simulator.baseUrl("smsmasivos"))
                .post(
                        "/enviar_sms.asp",
                        "api",
                        "1",
                        "apikey",
                        "k",
                        "tos",
                        "1144445555",
                        "texto",
                        "Hola",
                        "fechadesde",
                        "2026-11-22 09:00:00");

        JsonNode timeline = get("/api/messages/1").path("timeline");

        assertThat(timeline.findValuesAsText("state")).containsExactly("SCHEDULED", "SENT", "DELIVERED");
        assertThat(timeline.get(1).path("time").asText()).isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void theEncodingNamesTheCharactersThatCost() {
        natalia(NUMBER, "“sí” 🙂 [€]");

        JsonNode encoding = get("/api/messages/1").path("encoding");

        assertThat(encoding.path("name").asText()).isEqualTo("UCS-2");
        assertThat(encoding.path("beyondGsm").toString()).isEqualTo("[\"“\",\"í\",\"”\",\"🙂\"]");
        natalia(NUMBER, "[€]");
        assertThat(get("/api/messages/2").path("encoding").path("units").asInt())
                .isEqualTo(6);
    }

    @Test
    void noAnswerHoldsACredential() throws IOException {
        new TestClient(simulator.baseUrl("itcloud"))
                .get("/sms/back_sms/public/api/sendsms", "user", "u", "token", "s3cr3t", "GSM", NUMBER, "SMSText", "1");
        new TestClient(simulator.baseUrl("smsmasivos"))
                .send(
                        "/enviar_sms.asp?%63lave=s3cr3t",
                        "APIKEY=s3cr3t", "Content-Type", "application/x-www-form-urlencoded");
        new TestClient(simulator.baseUrl("smsmasivos"))
                .send(
                        "/ws/SMSMasivosAPI.asmx",
                        "<x:clave a='1'><![CDATA[s3cr3t]]></x:clave><apikey>s3cr3t",
                        "Content-Type",
                        "text/xml",
                        "SOAPAction",
                        "http://servicio.smsmasivos.com.ar/ws/EnviarSMS",
                        "Authorization",
                        "Basic s3cr3t");
        mail("U s3cr3t 1144445555 Hola");
        mail("=?UTF-8?B?" + base64("U s3cr3t 1144445555 Hola") + "?=");

        String requests = client.call("GET", "/api/requests").text();

        assertThat(requests).doesNotContain("s3cr3t").doesNotContain(base64("U s3cr3t 1144445555 Hola"));
        assertThat(requests).contains("Subject: U *** 1144445555 Hola").contains("token=***");
        simulator
                .requests()
                .forEach(request -> assertThat(client.call("GET", "/api/requests/" + request.id())
                                .text())
                        .doesNotContain("s3cr3t"));
        simulator
                .messages()
                .forEach(message -> assertThat(client.call("GET", "/api/messages/" + message.id())
                                .text())
                        .doesNotContain("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Api-Key", "apikey", "X-Auth-Token", "Client-Secret", "Authorization", "Cookie", "X-PASSWORD"})
    void noHeaderThatSoundsLikeASecretIsShown(String header) {
        new TestClient(simulator.baseUrl("natalia"))
                .send("/envio/api/sendsms/send.php", "user=u", header, "s3cr3t", "X-Trace", "seen");

        String requests = client.call("GET", "/api/requests").text();

        assertThat(requests).doesNotContain("s3cr3t").contains(header).contains("seen");
        assertThat(client.call(
                                "GET",
                                "/api/requests/" + simulator.requests().get(0).id())
                        .text())
                .doesNotContain("s3cr3t")
                .contains("***");
    }

    @Test
    void noMemberOfADocumentThatSoundsLikeASecretIsShown() {
        new TestClient(simulator.baseUrl("natalia"))
                .json(
                        "POST",
                        "/envio/api/sendsms/send.php",
                        "{\"apiKey\": \"s3cr3t\", \"auth\": {\"user_password\":\"a\\\"s3cr3t\"}, \"text\": \"a&token=b\"}");

        String shown = client.call(
                        "GET", "/api/requests/" + simulator.requests().get(0).id())
                .text();

        assertThat(shown).doesNotContain("s3cr3t").contains("a&token=b");
    }

    @Test
    void changesAreNotified() {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/api/events"))
                                .build(),
                        HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        await().untilAsserted(() -> assertThat(lines).contains("event: change"));

        natalia(NUMBER, "uno");

        await().untilAsserted(() -> assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("data:").contains("\"natalia\":1")));
        int soFar = lines.size();
        simulator.reply("natalia", NUMBER, "si");
        await().untilAsserted(() -> assertThat(lines).hasSizeGreaterThan(soFar));
    }

    @Test
    void theReadmePrintsTheMagicNumbersAsTheyAre() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .map(line -> line.replace("`", "").replaceAll("\\s+", " "))
                .toList();

        assertThat(rows)
                .containsSubsequence(Stream.of(RecipientTrait.values())
                        .map(InboxViewTest::row)
                        .toList());
    }

    private static String row(RecipientTrait trait) {
        List<String> cells = Stream.of("linktosms", "itcloud", "natalia", "smsmasivos")
                .map(provider -> trait.answer(provider).isEmpty() ? "" : trait.answer(provider) + ' ')
                .toList();
        String name = trait.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "| " + trait.magicDigits() + " | " + name + " | " + String.join("| ", cells) + "|";
    }

    private void mail(String subject) throws IOException {
        SmartClient smtp = SmartClient.createAndConnect("localhost", simulator.smtpPort(), "test");
        smtp.from("office@example.org");
        smtp.to("api@smsmasivos.com.ar");
        smtp.dataStart();
        smtp.dataWrite(("X: 1\r\nSubject: " + subject + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        smtp.dataEnd();
        smtp.quit();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode get(String path) {
        try {
            return new ObjectMapper().readTree(client.call("GET", path).text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void natalia(String to, String text) {
        new TestClient(simulator.baseUrl("natalia"))
                .post("/envio/api/sendsms/send.php", "user", "me", "password", "p", "GSM", to, "SMSText", text);
    }

    private void itcloud(String to, String text) {
        new TestClient(simulator.baseUrl("itcloud"))
                .post("/sms/back_sms/public/api/sendsms", "user", "u", "token", "t", "GSM", to, "SMSText", text);
    }

    private record Lines(List<String> lines) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
