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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettleTest extends GatewayTestSupport {
    private TestGateway gateway;
    private String id;

    @BeforeEach
    void leaveAMessageUncertain() throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.put("gateway.token", "open-sesame");
        gateway = new TestGateway(directory, properties);
        simulator.fault(Fault.acceptThenDrop().first(1));
        gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\", \"clientId\": \"mine\"}");
        id = message().at("/id").asText();
    }

    @AfterEach
    void stopGateway() {
        gateway.close();
    }

    @Test
    void aMessageIsSettledAsNotSentByThatValueOnly() throws Exception {
        for (String word : new String[] {"Sent", "notsent", "unsent", "cancel"}) {
            HttpResponse<String> response = settle(id, word);
            assertThat(response.statusCode()).as(word).isEqualTo(404);
            assertThat(response.body()).contains("sent or notSent");
        }
        assertThat(message().at("/state").asText()).isEqualTo("UNKNOWN");
        assertThat(settle(id, "notSent").statusCode()).isEqualTo(200);
        assertThat(message().at("/state").asText()).isEqualTo("REJECTED");
    }

    @Test
    void anIdThatIsNoneIsAnsweredWith404() throws Exception {
        for (String other : new String[] {"mine", "1-2", UUID.randomUUID().toString()}) {
            HttpResponse<String> response = settle(other, "sent");
            assertThat(response.statusCode()).as(other).isEqualTo(404);
            assertThat(response.body()).contains("No uncertain message has this id");
        }
        assertThat(message().at("/state").asText()).isEqualTo("UNKNOWN");
    }

    private HttpResponse<String> settle(String which, String outcome) throws Exception {
        return TestGateway.send(HttpRequest.newBuilder(gateway.uri("/api/uncertain/" + which + "/" + outcome))
                .header("Authorization", "Bearer open-sesame")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode message() throws Exception {
        return new ObjectMapper().readTree(gateway.get("/messages/mine").body());
    }
}
