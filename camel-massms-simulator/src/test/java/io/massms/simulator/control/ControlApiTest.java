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
import io.massms.simulator.MessageState;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import io.massms.simulator.junit.SimulatorExtension;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {
    @RegisterExtension
    static final SimulatorExtension EXTENSION = new SimulatorExtension();

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void connect(Simulator running) {
        simulator = running;
        client = new TestClient(running.url());
    }

    @Test
    void healthIsUp() {
        assertThat(get("/health").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void messagesAreListedNewestFirstInPages() {
        for (int i = 0; i < 5; i++) {
            send("57300123456" + i, "Hola " + i);
        }

        JsonNode page = get("/api/messages?limit=2&offset=1");

        assertThat(page.path("total").asInt()).isEqualTo(5);
        assertThat(page.path("items").findValuesAsText("text")).containsExactly("Hola 3", "Hola 2");
        assertThat(get("/api/messages?offset=9").path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"q=MAÑANA,1", "q=4567,2", "to=573001234567,1", "provider=itcloud,0", "state=sent,2", "state=delivered,0"
    })
    void messagesCanBeSearchedAndFiltered(String query, int found) {
        send("573001234567", "Hasta mañana");
        send("573101234567", "Hola");

        assertThat(get("/api/messages?" + query.replace("Ñ", "%C3%91"))
                        .path("total")
                        .asInt())
                .isEqualTo(found);
    }

    @Test
    void theLatestMessageIsAtHand() {
        assertThat(client.call("GET", "/api/messages/latest").status()).isEqualTo(404);
        send("573001234567", "uno");
        send("573001234567", "dos");

        assertThat(get("/api/messages/latest").path("text").asText()).isEqualTo("dos");
        assertThat(get("/api/messages/latest?q=uno").path("text").asText()).isEqualTo("uno");
    }

    @Test
    void waitingEndsWithTheMessageOrWithTheTime() {
        CompletableFuture<JsonNode> waiting =
                CompletableFuture.supplyAsync(() -> get("/api/messages/wait-for?q=clave&timeout=PT30S"));
        send("573001234567", "Hola");
        send("573001234567", "Su clave es 4711");

        assertThat(waiting.join().path("text").asText()).isEqualTo("Su clave es 4711");
        TestClient.Reply late = client.call("GET", "/api/messages/wait-for?q=nunca&timeout=PT0.01S");
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.text()).contains("No such message came within PT0.01S");
    }

    @Test
    void aMessageShowsTheRequestThatCarriedIt() {
        send("573001234567", "Hola");
        long id = simulator.messages().get(0).id();

        JsonNode message = get("/api/messages/" + id);

        assertThat(message.path("to").asText()).isEqualTo("573001234567");
        assertThat(message.path("receivedTime").asText()).endsWith("Z");
        assertThat(message.path("request").path("body").asText())
                .isEqualTo("user=ana&password=***&GSM=573001234567&SMSText=Hola");
        assertThat(message.path("request").path("answerStatus").asInt()).isEqualTo(200);
    }

    @Test
    void messagesCanBeDeletedOneByOneAndAllAtOnce() {
        send("573001234567", "uno");
        send("573001234567", "dos");
        send("573001234567", "tres");
        long id = simulator.messages().get(0).id();

        assertThat(client.call("DELETE", "/api/messages/" + id).status()).isEqualTo(204);
        assertThat(client.call("DELETE", "/api/messages/" + id).status()).isEqualTo(404);
        assertThat(simulator.messages()).hasSize(2);
        assertThat(client.call("DELETE", "/api/messages").status()).isEqualTo(204);
        assertThat(simulator.messages()).isEmpty();
        assertThat(get("/api/counts").path("accepted").path("natalia").asInt()).isEqualTo(3);
    }

    @Test
    void anOutcomeCanBeSet() {
        send("573001234567", "Hola");
        long id = simulator.messages().get(0).id();

        client.json(
                "PUT",
                "/api/messages/" + id + "/outcome",
                "{\"steps\": [{\"after\": \"PT0S\", \"state\": \"UNREACHABLE\"}]}");

        assertThat(simulator.message(id).orElseThrow().state()).isEqualTo(MessageState.UNREACHABLE);
    }

    @Test
    void requestsAreListedAndForgotten() {
        send("573001234567", "Hola");
        client.get("/itcloud/itcloud/api/sendsms/query.php");

        assertThat(get("/api/requests?provider=itcloud").path("total").asInt()).isEqualTo(1);
        JsonNode newest = get("/api/requests").path("items").get(0);
        assertThat(newest.path("provider").asText()).isEqualTo("itcloud");
        assertThat(get("/api/requests/" + newest.path("id").asLong())).isEqualTo(newest);
        client.call("DELETE", "/api/requests");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void faultsAreAddedListedAndRemoved() {
        JsonNode fault = json(client.json("POST", "/api/faults", """
                {"where": {"provider": "natalia", "recipient": "573.*"}, "when": {"mode": "FIRST", "n": 1},
                 "what": {"kind": "HTTP_STATUS", "status": 503, "retryAfter": "PT5S"}}"""));

        assertThat(client.call("POST", "/natalia/envio/api/sendsms/send.php?GSM=573001234567")
                        .status())
                .isEqualTo(503);
        send("573001234567", "Hola");
        assertThat(simulator.acceptedCount()).isEqualTo(1);
        assertThat(get("/api/faults").get(0).path("hits").asInt()).isEqualTo(1);
        assertThat(client.call("DELETE", "/api/faults/" + fault.path("id").asLong())
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/faults")).isEmpty();
    }

    @Test
    void balancesAccountsRecipientsAndMaintenanceAreSet() {
        client.json("PUT", "/api/balances/natalia", "{\"amount\": 12.5}");
        assertThat(get("/api/balances").path("natalia").decimalValue()).isEqualByComparingTo("12.5");

        client.json("POST", "/api/accounts", "{\"provider\": \"itcloud\", \"user\": \"eva\", \"secret\": \"s3cret\"}");
        assertThat(simulator.accounts()).hasSize(1);
        assertThat(client.call("GET", "/api/accounts").text()).contains("eva").doesNotContain("s3cret");
        client.call("DELETE", "/api/accounts");
        assertThat(simulator.accounts()).isEmpty();

        client.json("PUT", "/api/recipients/573001234567", "{\"trait\": \"BLOCKED\"}");
        assertThat(simulator.recipients()).containsEntry("573001234567", RecipientTrait.BLOCKED);
        client.call("DELETE", "/api/recipients/573001234567");
        assertThat(get("/api/recipients")).isEmpty();

        client.json("PUT", "/api/maintenance/natalia", "{\"on\": true}");
        assertThat(get("/api/maintenance").get(0).asText()).isEqualTo("natalia");
    }

    @Test
    void aHandsetRepliesAndItsRepliesAreListed() {
        JsonNode reply = json(client.json(
                "POST",
                "/api/replies",
                "{\"provider\": \"smsmasivos\", \"from\": \"1144445555\", \"text\": \"Si\", \"clientId\": \"A\"}"));

        assertThat(reply.path("clientId").asText()).isEqualTo("A");
        assertThat(get("/api/replies?from=1144445555").path("items").get(0)).isEqualTo(reply);
        assertThat(get("/api/replies?provider=itcloud").path("total").asInt()).isZero();
        client.call("DELETE", "/api/replies");
        assertThat(simulator.replies()).isEmpty();
    }

    @Test
    void repliesArePushedToTheWebhookThatIsSet() {
        client.json("PUT", "/api/webhooks/itcloud", "{\"url\": \"" + simulator.url() + "/health\"}");
        assertThat(get("/api/webhooks").path("itcloud").asText()).endsWith("/health");

        long id = simulator.reply("itcloud", "573001234567", "Si").id();
        assertThat(client.call("POST", "/api/replies/" + id + "/push").status()).isEqualTo(204);

        await().until(() -> get("/api/pushes").path("total").asInt() == 2);
        assertThat(get("/api/pushes").path("items").get(0).path("status").asInt())
                .isEqualTo(200);
        client.call("DELETE", "/api/webhooks/itcloud");
        assertThat(simulator.pushTargets()).isEmpty();
    }

    @Test
    void theClockIsSetFrozenAndAdvanced() {
        client.json("PUT", "/api/clock", "{\"instant\": \"2030-01-01T00:00:00Z\", \"frozen\": true}");
        client.json("POST", "/api/clock/advance", "{\"duration\": \"P1D\"}");

        assertThat(get("/api/clock").path("instant").asText()).isEqualTo("2030-01-02T00:00:00Z");
        client.call("DELETE", "/api/clock");
        assertThat(simulator.clock().instant()).isBefore(Instant.parse("2029-01-01T00:00:00Z"));
    }

    @Test
    void aResetClearsEverything() {
        send("573001234567", "Hola");

        assertThat(client.call("POST", "/api/reset").status()).isEqualTo(204);
        assertThat(simulator.acceptedCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/api/faults|{|The body is not JSON",
                "POST|/api/faults|null|The body is a JSON object like",
                "POST|/api/faults|{\"kind\":\"EMPTY\"}|There is no field 'kind'; the fields are what, when, where",
                "POST|/api/faults|{}|A fault says what happens",
                "POST|/api/faults|{\"what\":{\"kind\":\"FIRE\"}}|what.kind cannot be 'FIRE'; it is one of DELAY",
                "POST|/api/faults|{\"what\":{\"kind\":\"DELAY\"}}|DELAY takes a duration",
                "POST|/api/faults|{\"what\":{\"kind\":\"DELAY\",\"duration\":\"2s\"}}|a duration is written like PT1M30S",
                "POST|/api/faults|{\"where\":{\"provider\":\"x\"},\"what\":{\"kind\":\"EMPTY\"}}|There is no provider 'x'",
                "PUT|/api/balances/x|{\"amount\":1}|There is no provider 'x'",
                "PUT|/api/balances/natalia|{\"amount\":\"much\"}|amount cannot be 'much'",
                "PUT|/api/balances/natalia|{}|A balance is set by",
                "PUT|/api/clock|{\"instant\":\"noon\"}|an instant is written like 2026-11-21T12:00:00Z",
                "PUT|/api/clock|{}|The clock is set by",
                "POST|/api/clock/advance|{\"duration\":\"PT1H\",\"x\":1}|There is no field 'x'",
                "PUT|/api/messages/1/outcome|{}|An outcome has steps like",
                "PUT|/api/messages/one/outcome|{}|An id is a whole number, not 'one'",
                "PUT|/api/recipients/57|{\"trait\":\"TALL\"}|trait cannot be 'TALL'; it is one of LANDLINE",
                "POST|/api/replies|{\"provider\":\"itcloud\"}|A reply is written like",
                "PUT|/api/maintenance/x|{\"on\":true}|There is no provider 'x'",
                "PUT|/api/maintenance/linktosms|{\"on\":true}|Only itcloud and natalia can be under maintenance; linktosms has no answer",
                "PUT|/api/maintenance/markettext|{\"on\":false}|Only itcloud and natalia can be under maintenance",
                "PUT|/api/maintenance/smsmasivos|{\"on\":true}|Only itcloud and natalia can be under maintenance",
                "PUT|/api/webhooks/natalia|{\"url\":\"http://localhost/\"}|Only itcloud and smsmasivos push",
                "PUT|/api/webhooks/itcloud|{\"url\":\"nowhere\"}|a whole URL like",
                "POST|/api/accounts|{}|An account names its provider",
                "POST|/api/accounts|{\"provider\":\"natalia\"}|An account of natalia needs a user and a secret",
                "POST|/api/accounts|{\"provider\":\"itcloud\",\"apiKey\":\"k\"}|An account of itcloud needs a user and a secret",
                "POST|/api/accounts|{\"provider\":\"linktosms\",\"user\":\"u\",\"secret\":\"s\"}|needs an apiId, a user and a secret",
                "POST|/api/accounts|{\"provider\":\"markettext\",\"apiKey\":\"k\"}|needs an apiId, a user and a secret",
                "POST|/api/accounts|{\"provider\":\"smsmasivos\",\"user\":\"u\"}|needs a user and a secret, or an apiKey",
                "POST|/api/accounts|{\"provider\":\"x\",\"user\":\"u\",\"secret\":\"s\"}|There is no provider 'x'",
                "GET|/api/messages?limit=0||limit lies between 1 and 1000, not at 0",
                "GET|/api/messages?limit=many||limit is a whole number from 1 to 1000, not 'many'",
                "GET|/api/messages?state=lost||state is one of [SCHEDULED",
                "GET|/api/messages?query=x||There is no parameter 'query'; the parameters are account, clientId",
                "GET|/api/messages/wait-for?timeout=10||timeout is a duration like PT10S, not '10'",
            })
    void aWrongCallIsAnsweredWithWhatWouldBeRight(String method, String path, String body, String sentence) {
        TestClient.Reply reply = client.json(method, path, body == null ? "" : body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(parse(reply).path("error").asText()).contains(sentence);
    }

    private void send(String to, String text) {
        client.post("/natalia/envio/api/sendsms/send.php", "user", "ana", "password", "p", "GSM", to, "SMSText", text);
    }

    private JsonNode get(String path) {
        return json(client.call("GET", path));
    }

    private static JsonNode json(TestClient.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(300);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        return parse(reply);
    }

    private static JsonNode parse(TestClient.Reply reply) {
        try {
            return MAPPER.readTree(reply.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.text(), e);
        }
    }
}
