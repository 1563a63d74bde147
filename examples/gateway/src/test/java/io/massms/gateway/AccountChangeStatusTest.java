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
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of messages when the operator has corrected the account through which they went. */
class AccountChangeStatusTest extends GatewayTestSupport {

    @Test
    void whatWentThroughAnEarlierAccountIsStillFoundAndCanBeSettled() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            simulator.fault(Fault.acceptThenDrop().first(1));
            gateway.post("{\"to\": \"573001234561\", \"text\": \"Hola\", \"clientId\": \"c1\"}");
            gateway.post("{\"to\": \"573001234562\", \"text\": \"Hola\", \"clientId\": \"c2\"}");
        }
        try (TestGateway gateway =
                gateway("linktosms", Map.of("camel.component.sms.user", "corrected", "gateway.token", "t"))) {
            assertThat(gateway.get("/messages/c2").statusCode()).isEqualTo(200);
            JsonNode uncertain = json(gateway.get("/api/overview").body()).at("/uncertain");
            assertThat(uncertain.findValuesAsText("clientId")).containsExactly("c1");
            assertThat(gateway.operate("/api/uncertain/" + uncertain.at("/0/id").asText() + "/sent", "t"))
                    .isEqualTo(200);
            assertThat(json(gateway.get("/messages/c1").body()).at("/state").asText())
                    .isEqualTo("ENROUTE");
            assertThat(json(gateway.get("/api/overview").body()).at("/uncertain"))
                    .isEmpty();
        }
    }

    @Test
    void ofAnotherProviderNothingIsReported() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            simulator.fault(Fault.acceptThenDrop().first(1));
            gateway.post("{\"to\": \"573001234561\", \"text\": \"Hola\", \"clientId\": \"c1\"}");
        }
        try (TestGateway gateway = gateway("natalia", Map.of())) {
            assertThat(gateway.get("/messages/c1").statusCode()).isEqualTo(404);
            assertThat(json(gateway.get("/api/overview").body()).at("/uncertain"))
                    .isEmpty();
        }
    }

    private TestGateway gateway(String provider, Map<String, String> more) throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, provider);
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
