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
import io.massms.simulator.SimulatedReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingTest extends GatewayTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> QUICK = Map.of(
            "camel.component.sms.status-first-interval", "20",
            "camel.component.sms.status-max-interval", "50",
            "gateway.status-delay", "20ms",
            "gateway.inbox-delay", "20ms");

    @Test
    void whatBecameOfACampaignsMessagesStandsBesideItsResults() throws Exception {
        try (TestGateway gateway = gateway("linktosms", QUICK)) {
            gateway.drop("promo.csv", "to,text,clientId\n573001234567,Hola,a\n12,Hola,b\n573001234568,Hola,c\n");
            gateway.done("promo");
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE).until(() -> reports("promo").size() == 3);
            assertThat(reports("promo").get(0)).isEqualTo("row,to,messageId,clientId,state,error,code,reason,time");
            assertThat(reports("promo").subList(1, 3))
                    .anyMatch(line -> line.startsWith("1,573001234567,") && line.contains(",a,DELIVERED,"))
                    .anyMatch(line -> line.startsWith("3,573001234568,") && line.contains(",c,DELIVERED,"));
        }
    }

    @Test
    void reportsOnRowsWithoutAnIdOfTheProvidersStandBesideTheirResultsToo() throws Exception {
        Map<String, String> block = new TreeMap<>(QUICK);
        block.put("camel.component.sms.channel", "block");
        try (TestGateway gateway = gateway("smsmasivos", block)) {
            gateway.drop(
                    "promo.csv",
                    "to,text,clientId,scheduledTime\n1144445555,Hola,a,\n1144446666,Hola,,\n1144447777,Hola,c,"
                            + Instant.now().plusSeconds(12) + "\n");
            assertThat(gateway.done("promo"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "ENROUTE", "SCHEDULED");
            await().atMost(PATIENCE).until(() -> simulator.acceptedCount() == 3);
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> reports("promo").size() + reports("messages").size() >= 4);
            assertThat(reports("messages")).isEmpty();
            assertThat(reports("promo").subList(1, 4))
                    .anyMatch(line -> line.startsWith("1,1144445555,,a,"))
                    .anyMatch(line -> line.startsWith("2,1144446666,,"))
                    .anyMatch(line -> line.startsWith("3,1144447777,,c,"));
        }
    }

    @Test
    void aMessageByHttpCanBeAskedForByEveryIdItHas() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            JsonNode result =
                    json(gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\", \"clientId\": \"mine\"}")
                            .body());
            String messageId = result.at("/receipts/0/messageId").asText();
            JsonNode message = json(gateway.get("/messages/" + messageId).body());
            assertThat(message.at("/state").asText()).isEqualTo("ENROUTE");
            assertThat(message.at("/to").asText()).isEqualTo("573001234567");
            assertThat(gateway.get("/messages/mine").body()).contains(messageId);
            assertThat(gateway.get("/messages/" + message.at("/id").asText()).body())
                    .contains(messageId);
            assertThat(gateway.get("/messages/unknown").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aMessageIsStillKnownAfterARestartAndItsReportIsStillEmitted() throws Exception {
        String messageId;
        try (TestGateway gateway = gateway("linktosms", QUICK)) {
            messageId = json(gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\"}")
                            .body())
                    .at("/receipts/0/messageId")
                    .asText();
        }
        simulator.clock().advance(Duration.ofDays(1));
        try (TestGateway gateway = gateway("linktosms", QUICK)) {
            await().atMost(PATIENCE)
                    .until(() -> gateway.get("/messages/" + messageId).body().contains("DELIVERED"));
            await().atMost(PATIENCE).until(() -> reports("messages").size() == 2);
            assertThat(reports("messages").get(1)).startsWith(",573001234567," + messageId);
        }
    }

    @Test
    void aCampaignCannotTakeThePlaceOfTheReportsOnMessagesByHttp() throws Exception {
        try (TestGateway gateway = gateway("linktosms", QUICK)) {
            gateway.drop("Messages.csv", "to,text\n573001234567,Hola\n");
            gateway.done("Messages-2");
            gateway.post("{\"to\": \"573001234568\", \"text\": \"Hola\"}");
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> reports("Messages-2").size() == 2
                            && reports("messages").size() == 2);
            assertThat(reports("messages").get(1)).startsWith(",573001234568,");
        }
    }

    @Test
    void theReportOfARowThatWentBeforeStaysWithTheCampaignThatSentIt() throws Exception {
        Map<String, String> idempotent = new TreeMap<>(QUICK);
        idempotent.put("camel.component.sms.idempotent", "true");
        try (TestGateway gateway = gateway("linktosms", idempotent)) {
            gateway.drop("i.csv", "to,text,clientId\n573001234001,a,k1\n");
            gateway.done("i");
            gateway.drop("i.csv", "to,text,clientId\n573001234001,a,k1\n573001234002,a,k2\n");
            gateway.done("i-2");
            assertThat(simulator.acceptedCount()).isEqualTo(2);
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE)
                    .until(() -> reports("i").size() == 2 && reports("i-2").size() == 2);
            assertThat(reports("i").get(1)).contains(",k1,DELIVERED,");
            assertThat(reports("i-2").get(1)).contains(",k2,DELIVERED,");
        }
    }

    @Test
    void aReferenceThatAFileRepeatsTakesNoReportFromTheOtherRows() throws Exception {
        Map<String, String> idempotent = new TreeMap<>(QUICK);
        idempotent.put("camel.component.sms.idempotent", "true");
        try (TestGateway gateway = gateway("linktosms", idempotent)) {
            gateway.drop("r.csv", "to,text,clientId\n573001234001,a,k1\n573001234001,a,k1\n573001234002,a,k2\n");
            gateway.done("r");
            assertThat(simulator.acceptedCount()).isEqualTo(2);
            simulator.clock().advance(Duration.ofDays(1));
            await().atMost(PATIENCE).until(() -> reports("r").size() == 3);
            assertThat(reports("r")).anyMatch(row -> row.contains(",k1,DELIVERED,"));
            assertThat(reports("r")).anyMatch(row -> row.contains(",k2,DELIVERED,"));
        }
    }

    @Test
    void aReplyBecomesAFileAndIsThenMarkedAsRead() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "S\u00ed, confirmo");
        try (TestGateway gateway = gateway("smsmasivos", QUICK)) {
            await().atMost(PATIENCE).until(() -> replies().size() == 1);
            JsonNode reply = json(Files.readString(replies().get(0)));
            assertThat(reply.at("/from").asText()).isEqualTo("1144445555");
            assertThat(reply.at("/text").asText()).isEqualTo("S\u00ed, confirmo");
            await().atMost(PATIENCE).until(() -> simulator.replies().stream().allMatch(SimulatedReply::read));
        }
        Files.delete(replies().get(0));
        try (TestGateway gateway = gateway("smsmasivos", QUICK)) {
            long requests = simulator.requestCount();
            await().atMost(PATIENCE).until(() -> simulator.requestCount() > requests + 3);
            assertThat(replies())
                    .as("what was taken before comes no second time")
                    .isEmpty();
        }
    }

    @Test
    void repliesComeAlsoWhereTheChannelThatSendsHasNoInbox() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Si");
        Map<String, String> more = new TreeMap<>(QUICK);
        more.put("camel.component.sms.channel", "block");
        try (TestGateway gateway = gateway("smsmasivos", more)) {
            await().atMost(PATIENCE).until(() -> replies().size() == 1);
        }
    }

    @Test
    void repliesGoWhereTheOperatorWantsThem() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Si");
        Path elsewhere = directory.resolve("elsewhere");
        Map<String, String> more = new TreeMap<>(QUICK);
        more.put("gateway.inbound", "file:" + elsewhere);
        try (TestGateway gateway = gateway("smsmasivos", more)) {
            await().atMost(PATIENCE).until(() -> hasFiles(elsewhere));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"seda:replies", "seda:{{queue}}", "seda:replies?size=10&blockWhenFull=true"})
    void repliesGoToAnyEndpointOfCamels(String endpoint) throws Exception {
        simulator.reply("smsmasivos", "1144445555", "Si");
        Map<String, String> more = new TreeMap<>(QUICK);
        more.put("gateway.inbound", endpoint);
        more.put("queue", "replies");
        try (TestGateway gateway = gateway("smsmasivos", more)) {
            assertThat(gateway.receive(endpoint.contains("?") ? endpoint : "seda:replies"))
                    .contains("1144445555");
            await().atMost(PATIENCE).until(() -> simulator.replies().stream().allMatch(SimulatedReply::read));
        }
        assertThat(replies()).isEmpty();
    }

    @Test
    void whereAMessageComesFromIsRememberedAsLongAsItIsStillToGo() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            gateway.drop(
                    "promo.csv",
                    "to,text,scheduledTime\n573001234567,Hola,\n573001234568,Hola,"
                            + Instant.now().plus(Duration.ofDays(40)) + "\n");
            assertThat(gateway.done("promo"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "SCHEDULED");
        }
        passDays(31);
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            assertThat(rememberedRows()).containsExactly("promo 2");
        }
    }

    @Test
    void whereMessagesComeFromIsForgottenAlsoByAGatewayThatNeverStops() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of())) {
            gateway.drop("old.csv", "to,text\n573001234567,Hola\n");
            gateway.done("old");
            passDays(31);
            gateway.drop("new.csv", "to,text\n573001234568,Hola\n");
            gateway.done("new");
            assertThat(rememberedRows()).containsExactly("new 1");
        }
    }

    @Test
    void noMessageThatLeftIsRememberedWhereTheOperatorDoesNotWantIt() throws Exception {
        try (TestGateway gateway = gateway("linktosms", Map.of("gateway.tracking", "false"))) {
            JsonNode result = json(gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\"}")
                    .body());
            String messageId = result.at("/receipts/0/messageId").asText();
            assertThat(gateway.get("/messages/" + messageId).statusCode()).isEqualTo(404);
        }
        try (Stream<Path> files = Files.list(directory.resolve("tracker"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("573001234567"));
        }
    }

    /** As if the database had been written so much earlier. */
    private void passDays(int days) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update gateway_message set created = dateadd(day, -" + days + ", created)");
        }
    }

    private List<String> rememberedRows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select campaign, row_number from gateway_message order by campaign, row_number")) {
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getLong(2));
            }
        }
        return rows;
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:async:" + directory.resolve("tracker/messages"), "", "");
    }

    private List<String> reports(String name) throws IOException {
        Path file = directory.resolve("outbox/" + name + "-reports.csv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static boolean hasFiles(Path place) throws IOException {
        if (Files.notExists(place)) {
            return false;
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.findAny().isPresent();
        }
    }

    private List<Path> replies() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("inbound"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private TestGateway gateway(String provider, Map<String, String> more) throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, provider);
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }
}
