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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class DryRunTest extends GatewayTestSupport {
    private static final String CAMPAIGN =
            "to,text\n+57 300 123 4567,canci\u00f3n \u00e0 \u00ea\n12,Hola\n573001234568,Hola\n";

    @Test
    void aCampaignIsCheckedRowByRowAndNothingLeaves() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.dry-run", "true", "gateway.block-size", "2"))) {
            gateway.drop("promo.csv", CAMPAIGN);
            List<CSVRecord> rows = TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv");
            assertThat(rows).extracting(row -> row.get("state")).containsExactly("SKIPPED", "REJECTED", "SKIPPED");
            assertThat(rows.get(0).get("sentTo")).isEqualTo("573001234567");
            assertThat(rows).extracting(row -> row.get("segments")).containsExactly("1", "0", "1");
            assertThat(rows).extracting(row -> row.get("encoding")).containsExactly("UCS2", "", "GSM7");
            assertThat(rows.get(1).get("error")).isEqualTo("INVALID_NUMBER");
            assertThat(simulator.requestCount()).isZero();
        }
    }

    @Test
    void aCheckedCampaignIsSentUnderItsOwnNameWhenItIsDroppedAgain() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.dry-run", "true"))) {
            gateway.drop("promo.csv", CAMPAIGN);
            TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv");
        }
        assertThat(directory.resolve("done/promo.csv")).doesNotExist();
        Files.move(directory.resolve("checked/promo.csv"), directory.resolve("inbox/promo.csv"));
        try (TestGateway gateway = gateway(Map.of())) {
            assertThat(gateway.done("promo"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("ENROUTE", "REJECTED", "ENROUTE");
            assertThat(simulator.acceptedCount()).isEqualTo(2);
        }
    }

    @Test
    void theResultsOfAnEarlierCheckAreNotThoseOfALaterOne() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.dry-run", "true"))) {
            gateway.drop("promo.csv", CAMPAIGN);
            TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv");
            Files.delete(directory.resolve("checked/promo.csv"));
            gateway.drop("promo.csv", "name\nAna\n");

            assertThat(TestGateway.whenIn("error", directory, "promo", "promo-dry-run-results.csv"))
                    .extracting(row -> row.get("state"))
                    .containsExactly("REJECTED");
        }
    }

    @Test
    void aCampaignThatIsHalfSentIsNotTouched() throws Exception {
        Path halfSent = directory.resolve("processing/half.csv");
        Files.createDirectories(halfSent.getParent());
        Files.writeString(halfSent, CAMPAIGN);
        try (TestGateway gateway = gateway(Map.of("gateway.dry-run", "true"))) {
            gateway.drop("promo.csv", CAMPAIGN);
            TestGateway.whenIn("checked", directory, "promo", "promo-dry-run-results.csv");
            assertThat(halfSent).hasContent(CAMPAIGN.strip());
            assertThat(directory.resolve("outbox/.journal/half.jsonl")).doesNotExist();
        }
    }

    @Test
    void aMessageByHttpIsOnlyCheckedToo() throws Exception {
        try (TestGateway gateway = gateway(Map.of("gateway.dry-run", "true"))) {
            var response = gateway.post("{\"to\": \"573001234567\", \"text\": \"Hola\"}");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("SKIPPED");
            assertThat(simulator.requestCount()).isZero();
        }
    }

    @Test
    void aWrongValueIsNotTakenForNo() {
        assertThatThrownBy(() -> gateway(Map.of("gateway.dry-run", "yes")))
                .hasStackTraceContaining("gateway.dry-run is 'yes'; right is true or false");
    }

    private TestGateway gateway(Map<String, String> more) throws Exception {
        Map<String, String> properties = TestGateway.through(simulator, "linktosms");
        properties.putAll(more);
        return new TestGateway(directory, properties);
    }
}
