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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CampaignTest extends GatewayTestSupport {
    @Test
    void theSampleCampaignShowsWhatRealFilesHaveWrong() throws Exception {
        try (TestGateway gateway = new TestGateway(directory, Map.of())) {
            List<CSVRecord> rows = gateway.done("sample-campaign");
            assertThat(rows).hasSize(300);
            assertThat(rows)
                    .extracting(row -> Integer.parseInt(row.get("row")))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 300).boxed().toList());
            assertThat(rows)
                    .extracting(row -> row.get("error"))
                    .contains("TEXT_EMPTY", "INVALID_NUMBER", "BAD_SENDER", "MISSING_PARAMETER");
            assertThat(rows.stream()
                            .filter(row -> row.get("state").equals("ENROUTE"))
                            .count())
                    .isGreaterThan(250);
            assertThat(rows).extracting(row -> row.get("state")).contains("SCHEDULED");
        }
    }

    @Test
    void theSampleNeverGoesThroughARealProvider() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            gateway.drop("mine.csv", "to,text\n573001234567,Hola\n");
            gateway.done("mine");
            assertThat(simulator.acceptedCount()).isEqualTo(1);
        }
    }

    @Test
    void everyRowHasAResultInItsPlace() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "3"))) {
            gateway.drop(
                    "mixed.csv",
                    "text;to;clientId\nuno;+57 300 123 4567;a\ndos;12;b\n\"tres;573001234569;c\ncuatro;573001234570;d\n"
                            + ";573001234571;e\nseis;573001234572;f\n");
            List<CSVRecord> rows = gateway.done("mixed");
            assertThat(rows)
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "REJECTED", "REJECTED", "ENROUTE", "REJECTED", "ENROUTE");
            assertThat(rows.get(0).get("sentTo")).isEqualTo("573001234567");
            assertThat(rows.get(0).get("messageId")).isNotBlank();
            assertThat(rows.get(0).get("clientId")).isEqualTo("a");
            assertThat(rows.get(4).get("error")).isEqualTo("TEXT_EMPTY");
            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::to)
                    .containsExactlyInAnyOrder("573001234567", "573001234570", "573001234572");
        }
    }

    @Test
    void resultsAreCompleteWhateverReceiptsTheComponentKeeps() throws Exception {
        for (String kept : List.of("failed", "none")) {
            try (TestGateway gateway = gateway(Map.of("camel.component.sms.receipts", kept))) {
                gateway.drop(kept + ".csv", "to,text\n573001234561,Uno\n12,Dos\n573001234563,Tres\n");
                assertThat(gateway.done(kept))
                        .extracting(row -> row.get("state"))
                        .containsExactly("ENROUTE", "REJECTED", "ENROUTE");
                assertThat(gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\"}")
                                .body())
                        .contains("\"messageId\":\"");
            }
        }
    }

    @Test
    void aFileThatComesAgainUnderItsNameIsANewCampaignWithResultsOfItsOwn() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            gateway.drop("promo.csv", "to,text\n573001234567,Hola\n");
            gateway.done("promo");
            gateway.drop("promo.csv", "to,text\n573001234567,Hola\n573001234568,Hola\n");
            assertThat(gateway.done("promo-2")).hasSize(2);
            assertThat(gateway.done("promo")).hasSize(1);
            assertThat(simulator.acceptedCount()).isEqualTo(3);
        }
    }

    @Test
    void aFileThatCannotBeACampaignLiesInErrorAndItsResultsSayWhy() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            gateway.drop("empty.csv", "");
            gateway.drop("header.csv", "to,text\n");
            gateway.drop("columns.csv", "phone,text\n573001234567,Hola\n");
            TestGateway.drop(
                    directory, "latin.csv", "to,text\n573001234567,mañana\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(gateway.refused("empty").get(0).get("reason")).contains("empty");
            assertThat(gateway.refused("header").get(0).get("reason")).contains("no rows");
            assertThat(gateway.refused("columns").get(0).get("reason")).contains("'to'");
            assertThat(gateway.refused("latin").get(0).get("reason")).contains("UTF-8");
            assertThat(simulator.requestCount()).isZero();
        }
    }

    @Test
    void rowsThatMayHaveLeftAreUncertainAndNeverSentAgain() throws Exception {
        simulator.fault(Fault.acceptThenDrop().first(1));
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "2"))) {
            gateway.drop("drop.csv", "to,text\n573001234561,a\n573001234562,a\n573001234563,a\n573001234564,a\n");
            assertThat(gateway.done("drop"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("UNKNOWN", "UNKNOWN", "ENROUTE", "ENROUTE");
            assertThat(simulator.messages()).extracting(SimulatedMessage::to).doesNotHaveDuplicates();
        }
    }

    @Test
    void rowsThatDidNotLeaveForAPassingReasonAreTriedAgain() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).first(2));
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "2"))) {
            gateway.drop("busy.csv", "to,text\n573001234561,a\n573001234562,a\n573001234563,a\n");
            assertThat(gateway.done("busy")).extracting(row -> row.get("state")).containsOnly("ENROUTE");
            assertThat(simulator.acceptedCount()).isEqualTo(3);
        }
    }

    @Test
    void aLongTextOfWhichAPartWasTakenIsUncertainAndNoPartIsSentTwice() throws Exception {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(1)).nth(2));
        String text = IntStream.range(100, 136).mapToObj(i -> "palabra" + i).collect(Collectors.joining(" "));
        Map<String, String> properties = TestGateway.through(simulator, "natalia");
        properties.put("camel.component.sms.long-text", "split");
        properties.put("gateway.block-size", "1");
        try (TestGateway gateway = new TestGateway(directory, properties)) {
            gateway.drop("split.csv", "to,text\n3001234567," + text + "\n3001234568,Hola\n");
            List<CSVRecord> rows = gateway.done("split");
            assertThat(rows).extracting(row -> row.get("state")).containsExactly("UNKNOWN", "ENROUTE");
            assertThat(rows.get(0).get("reason")).contains("1 of 3 parts left", "Part 2 of 3");
            assertThat(simulator.messages()).extracting(SimulatedMessage::text).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCampaignWaitsForTheAccountToBeFilledAndLosesNoRow() throws Exception {
        Fault empty = simulator.fault(Fault.providerCode("110"));
        try (TestGateway gateway = gateway(Map.of("gateway.block-size", "2", "gateway.pause", "100ms"))) {
            gateway.drop("poor.csv", "to,text\n573001234561,a\n12,a\n573001234563,a\n");
            await().atMost(Duration.ofSeconds(30)).until(() -> simulator.requestCount() >= 2);
            assertThat(directory.resolve("done/poor.csv")).doesNotExist();
            simulator.removeFault(empty.id());
            assertThat(gateway.done("poor"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "REJECTED", "ENROUTE");
            assertThat(simulator.acceptedCount()).isEqualTo(2);
        }
    }

    @Test
    void aBlockThatIsHeldUpForTooLongIsWrittenOff() throws Exception {
        simulator.fault(Fault.providerCode("107"));
        try (TestGateway gateway = gateway(Map.of("gateway.pause", "10ms", "gateway.patience", "0"))) {
            gateway.drop("late.csv", "to,text\n573001234561,a\n573001234562,a\n");
            assertThat(gateway.done("late")).extracting(row -> row.get("state")).containsOnly("REJECTED");
            assertThat(simulator.acceptedCount()).isZero();
        }
    }

    @Test
    void twoGatewaysDoNotWorkInOneDirectory() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            assertThat(Files.exists(directory.resolve("inbox"))).isTrue();
            assertThatThrownBy(() -> gateway(Map.of()))
                    .hasStackTraceContaining("Another gateway works in")
                    .hasStackTraceContaining("gateway.directory");
        }
    }

    @Test
    void aTakenPortIsSaidAtTheStart() throws Exception {
        try (TestGateway gateway = gateway(Map.of())) {
            assertThatThrownBy(() -> new TestGateway(
                            directory.resolve("other"), Map.of("camel.server.port", "" + gateway.port())))
                    .hasStackTraceContaining("cannot listen on 127.0.0.1:" + gateway.port())
                    .hasStackTraceContaining("CAMEL_SERVER_PORT");
        }
    }

    @Test
    void anAccountWithoutAProviderIsNoReasonToSimulate() {
        assertThatThrownBy(() -> new TestGateway(directory, Map.of("camel.component.sms.user", "u")))
                .hasStackTraceContaining("gateway.provider");
    }

    @Test
    void aProviderWithoutItsCredentialsIsSaidAtTheStart() {
        assertThatThrownBy(() -> new TestGateway(directory, Map.of("gateway.provider", "itcloud")))
                .hasStackTraceContaining("missing: user, token");
    }

    private TestGateway gateway(Map<String, String> more) throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }
}
