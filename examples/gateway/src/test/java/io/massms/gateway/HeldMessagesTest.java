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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Messages to a provider that sends at once only: the gateway itself holds them until their time. */
class HeldMessagesTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aHeldMessageGoesOnceThoughTheGatewayWasRestarted() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            assertThat(schedule(gateway, Instant.now().plusSeconds(5))).contains("SCHEDULED");
            assertThat(overview(gateway).at("/heldCount").asInt()).isEqualTo(1);
        }
        assertThat(simulator.acceptedCount()).isZero();
        try (TestGateway gateway = gateway(Map.of())) {
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 1);
            await().atMost(PATIENCE)
                    .until(() -> overview(gateway).at("/heldCount").asInt() == 0);
        }
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aHeldMessageStillGoesWhereMessagesAreNotTracked() throws Exception {
        Map<String, String> untracked = Map.of("gateway.tracking", "false");
        try (TestGateway gateway = gateway(untracked)) {
            assertThat(schedule(gateway, Instant.now().plusSeconds(5))).contains("SCHEDULED");
        }
        try (TestGateway gateway = gateway(untracked)) {
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 1);
        }
    }

    @Test
    void whyAHeldMessageWasNotSentIsShownOnThePage() throws Exception {
        simulator.fault(Fault.providerCode("-1"));
        try (TestGateway gateway = gateway(Map.of())) {
            schedule(gateway, Instant.now().plusMillis(1_500));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    overview(gateway).at("/failures/0/error").asText())
                            .isEqualTo("AUTHENTICATION"));
        }
    }

    @Test
    void onlyWhoHasTheTokenCancelsAHeldMessage() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.token", "open-sesame"))) {
            schedule(gateway, Instant.now().plusSeconds(600));
            String id = overview(gateway).at("/held/0/id").asText();

            assertThat(cancel(gateway, id, "wrong")).isEqualTo(403);
            assertThat(overview(gateway).at("/heldCount").asInt()).isEqualTo(1);
            assertThat(cancel(gateway, id, "open-sesame")).isEqualTo(200);
            assertThat(overview(gateway).at("/heldCount").asInt()).isZero();
            assertThat(cancel(gateway, id, "open-sesame")).isEqualTo(409);
            assertThat(cancel(gateway, "nonsense", "open-sesame")).isEqualTo(400);
        }
    }

    private TestGateway gateway(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(TestGateway.through(simulator, "itcloud"));
        properties.put("camel.component.sms.token", "t");
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }

    private static String schedule(TestGateway gateway, Instant when) throws Exception {
        return gateway.post(
                        "{\"to\": \"573001234567\", \"text\": \"Su cita es hoy\", \"scheduledTime\": \"" + when + "\"}")
                .body();
    }

    private static JsonNode overview(TestGateway gateway) throws Exception {
        return new ObjectMapper().readTree(gateway.get("/api/overview").body());
    }

    private static int cancel(TestGateway gateway, String id, String token) throws Exception {
        return gateway.operate("/api/held/" + id + "/cancel", token);
    }
}
