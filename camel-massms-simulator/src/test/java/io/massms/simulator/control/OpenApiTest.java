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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.simulator.Fault;
import io.massms.simulator.MessageState;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import io.massms.simulator.junit.SimulatorExtension;
import io.massms.simulator.provider.Operation;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenApiTest {
    @RegisterExtension
    static final SimulatorExtension EXTENSION = new SimulatorExtension();

    private Simulator simulator;
    private TestClient client;
    private JsonNode api;

    @BeforeEach
    void read(Simulator running) throws Exception {
        simulator = running;
        client = new TestClient(running.url());
        api = new ObjectMapper()
                .readTree(client.call("GET", "/api/openapi.json").text());
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey())));

        assertThat(described).isEqualTo(routes());
    }

    @Test
    void itsEnumsAreThoseOfTheSimulator() {
        assertThat(values("Provider")).containsExactlyInAnyOrderElementsOf(simulator.providers());
        assertThat(values("State")).isEqualTo(names(MessageState.values()));
        assertThat(values("Trait")).isEqualTo(names(RecipientTrait.values()));
        assertThat(values("FaultKind")).isEqualTo(names(Fault.Kind.values()));
        assertThat(values("Operation"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Operation.values()).map(Operation::word).toList());
    }

    @Test
    void itsObjectsHaveTheFieldsThatTheApiAnswers() throws Exception {
        new TestClient(simulator.baseUrl("natalia"))
                .post(
                        "/envio/api/sendsms/send.php",
                        "user",
                        "u",
                        "password",
                        "p",
                        "GSM",
                        "573001112233",
                        "SMSText",
                        "Hola");
        simulator.reply("natalia", "573001112233", "Si");
        simulator.fault(Fault.empty());

        assertThat(fields(answer("/api/messages").path("items").get(0))).isEqualTo(described("Message"));
        assertThat(fields(answer("/api/requests").path("items").get(0))).isEqualTo(described("Request"));
        assertThat(fields(answer("/api/replies").path("items").get(0))).isEqualTo(described("Reply"));
        assertThat(fields(answer("/api/threads").path("items").get(0))).isEqualTo(described("Thread"));
        assertThat(fields(answer("/api/about"))).isEqualTo(described("About"));
        assertThat(fields(answer("/api/counts"))).isEqualTo(described("Counts"));
        assertThat(fields(answer("/api/clock"))).isEqualTo(described("Clock"));
        assertThat(fields(answer("/api/magic-numbers").get(0))).isEqualTo(described("MagicNumber"));
        assertThat(fields(answer("/api/faults").get(0).path("what"))).isEqualTo(described("What"));
        assertThat(fields(answer("/api/messages/1").path("encoding"))).isEqualTo(described("Encoding"));
        assertThat(fields(answer("/api/messages/1").path("timeline").get(0))).isEqualTo(described("TimelineStep"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = api.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    private Set<String> routes() {
        Vertx vertx = Vertx.vertx();
        try {
            Set<String> routes = new TreeSet<>();
            for (Route route : new ControlApi(vertx, simulator, new SimulatorOptions())
                    .router()
                    .getRoutes()) {
                String path = route.getPath();
                if (route.methods() != null && path != null && (path.startsWith("/api/") || path.equals("/health"))) {
                    for (HttpMethod method : route.methods()) {
                        routes.add(method.name() + ' ' + path.replaceAll(":(\\w+)", "{$1}"));
                    }
                }
            }
            return routes;
        } finally {
            vertx.close();
        }
    }

    private JsonNode answer(String path) throws Exception {
        return new ObjectMapper().readTree(client.call("GET", path).text());
    }

    private List<String> values(String schema) {
        List<String> values = new ArrayList<>();
        api.at("/components/schemas/" + schema + "/enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private Set<String> described(String schema) {
        return fields(api.at("/components/schemas/" + schema + "/properties"));
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
