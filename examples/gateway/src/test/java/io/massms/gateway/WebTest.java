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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
    private static final String MESSAGE = "{\"to\": \"573001234567\", \"text\": \"Hola\"}";

    @TempDir
    static Path directory;

    private static Simulator simulator;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start();
        gateway = new TestGateway(directory, TestGateway.through(simulator, "linktosms"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        simulator.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @Test
    void aMessageThatTheProviderTookIsAnsweredWith202AndItsReceipt() throws Exception {
        HttpResponse<String> response =
                gateway.post("{\"to\": \"+57 300 123 4567\", \"text\": \"mañana\", \"clientId\": \"c1\"}");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode result = json(response);
        assertThat(result.at("/acceptedCount").asInt()).isEqualTo(1);
        assertThat(result.at("/receipts/0/to").asText()).isEqualTo("573001234567");
        assertThat(result.at("/receipts/0/state").asText()).isEqualTo("ENROUTE");
        assertThat(result.at("/receipts/0/clientId").asText()).isEqualTo("c1");
        assertThat(result.at("/receipts/0/messageId").asText()).isNotBlank();
        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("mañana");
    }

    @Test
    void anArrayIsAnsweredWithAReceiptForEach() throws Exception {
        HttpResponse<String> response = gateway.post("[" + MESSAGE + ", {\"to\": \"12\", \"text\": \"Hola\"}]");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/receipts/1/error").asText()).isEqualTo("INVALID_NUMBER");
        assertThat(json(response).at("/rejectedCount").asInt()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsRefusedForGoodIsAnsweredWith422() throws Exception {
        HttpResponse<String> response = gateway.post("{\"to\": \"12\", \"text\": \"Hola\"}");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).at("/receipts/0/error").asText()).isEqualTo("INVALID_NUMBER");
    }

    @Test
    void aPassingFailureIsAnsweredWith503AndWhenToComeAgain() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(7)));
        HttpResponse<String> response = gateway.post(MESSAGE);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 8);
        assertThat(simulator.requestCount()).as("no try that nobody asked for").isEqualTo(1);
    }

    @Test
    void aMessageThatMayHaveLeftIsAnsweredWith502() throws Exception {
        simulator.fault(Fault.acceptThenDrop());
        HttpResponse<String> response = gateway.post(MESSAGE);
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(json(response).at("/receipts/0/state").asText()).isEqualTo("UNKNOWN");
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | The body is empty",
                "{\"to\": | no JSON at line 1",
                "7 | no JSON object",
                "[] | 0 messages",
                "{\"text\": \"Hola\"} | no field 'to'",
                "{\"to\": \"573001234567\"} | no field 'text'",
                "[{\"to\": \"573001234567\", \"text\": \"a\"}, {\"to\": \"1\"}] | Message 1 has no field 'text'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"sender\": \"x\"} | unknown field 'sender'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"scheduledTime\": \"tomorrow\"} | field 'scheduledTime'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"scheduledTime\": 1700000000} | field 'scheduledTime'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"scheduledTime\": \"1700000000\"} | field 'scheduledTime'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"type\": \"LOUD\"} | ONE_WAY, TWO_WAY or FLASH",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"type\": 1} | ONE_WAY, TWO_WAY or FLASH",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"type\": \"1\"} | ONE_WAY, TWO_WAY or FLASH",
                "{\"to\": \"573001234567\", \"text\": 12.50} | field 'text'",
                "{\"to\": \"573001234567\", \"text\": true} | field 'text'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"from\": 85555} | field 'from'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"clientId\": 1.10} | field 'clientId'",
                "{\"to\": \"573001234567\", \"text\": \"a\", \"html\": false} | field 'html'",
                "{\"to\": 573001234567.0, \"text\": \"a\"} | field 'to'",
                "{\"to\": true, \"text\": \"a\"} | field 'to'",
                "{\"to\": [\"573001234567\"], \"text\": \"a\"} | field 'to'",
            })
    void aRequestThatCannotBeUnderstoodIsAnsweredWith400AndWhatWasWrong(String body, String wrong) throws Exception {
        HttpResponse<String> response = gateway.post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/message").asText()).contains(wrong);
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "scheduledTime, '', ENROUTE",
        "scheduledTime, ' ', ENROUTE",
        "scheduledTime, ' 2100-01-01T10:00:00-05:00 ', SCHEDULED",
        "type, '', ENROUTE",
        "type, ' ', ENROUTE",
        "type, ' ONE_WAY ', ENROUTE",
    })
    void blanksMeanNothing(String field, String value, String state) throws Exception {
        HttpResponse<String> response =
                gateway.post("{\"to\": \"573001234567\", \"text\": \"a\", \"" + field + "\": \"" + value + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(json(response).at("/receipts/0/state").asText()).isEqualTo(state);
    }

    @Test
    void aRecipientAndAReferenceMayBeWholeNumbers() throws Exception {
        assertThat(gateway.post("{\"to\": 573001234567, \"text\": \"Hola\", \"clientId\": 42}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "*/*",
                "application/*",
                "application/json-patch+json",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
            })
    void aPageInABrowserCannotPostWhatIsNoJson(String type) throws Exception {
        HttpResponse<String> response = gateway.post(MESSAGE, type);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/error").asText()).isEqualTo("UNSUPPORTED_TYPE");
        assertThat(simulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICATION/JSON", "Application/Json; charset=utf-8", "application/json;charset=UTF-8"})
    void theContentTypeMayBeInCapitalsAndNameACharset(String type) throws Exception {
        assertThat(gateway.post(MESSAGE, type).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 404, NOT_FOUND", "/page/nothing.js, 404, NOT_FOUND", "/sms, 405, METHOD_NOT_ALLOWED"})
    void whatIsNotThereIsSaidInJsonToo(String path, int status, String error) throws Exception {
        HttpResponse<String> response = gateway.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(response).at("/error").asText()).isEqualTo(error);
        assertThat(json(response).at("/message").asText()).isNotBlank();
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredWith413InJson() throws Exception {
        HttpResponse<String> response =
                gateway.post("{\"to\": \"573001234567\", \"text\": \"" + "a".repeat(1 << 20) + "\"}");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).at("/error").asText()).isEqualTo("TOO_LARGE");
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void theBalanceIsTheAccounts() throws Exception {
        simulator.balance("linktosms", new java.math.BigDecimal(1234));
        HttpResponse<String> response = gateway.get("/balance");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/provider").asText()).isEqualTo("linktosms");
        assertThat(json(response).at("/balance").asInt()).isEqualTo(1234);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
