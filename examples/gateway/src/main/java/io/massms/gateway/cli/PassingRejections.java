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
package io.massms.gateway.cli;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.gateway.campaign.CampaignStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows that were rejected for a passing reason. The results know those of earlier runs too. */
final class PassingRejections {
    // a full disk cuts the last row off anywhere, also between quotes, and the header where it is the last
    private static final CSVFormat RESULTS = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setLenientEof(true)
            .setAllowMissingColumnNames(true)
            .get();
    private static final Set<String> PASSING = Arrays.stream(SmsError.values())
            .filter(PassingRejections::passes)
            .map(SmsError::name)
            .collect(Collectors.toUnmodifiableSet());

    private PassingRejections() {}

    /** Whether a campaign has some. */
    static boolean in(CampaignStatus campaign) throws IOException {
        if (campaign.counts().rejected() == 0) {
            return false;
        }
        Path results = Path.of(campaign.results());
        if (!Files.exists(results)) {
            // somebody took them away
            return campaign.failures().keySet().stream().anyMatch(PassingRejections::passes);
        }
        try (CSVParser rows = CSVParser.parse(results, StandardCharsets.UTF_8, RESULTS)) {
            return rows.stream().anyMatch(PassingRejections::isOne);
        }
    }

    private static boolean isOne(CSVRecord row) {
        return row.isSet("state")
                && row.isSet("error")
                && row.get("state").equals(SmsState.REJECTED.name())
                && PASSING.contains(row.get("error"));
    }

    private static boolean passes(SmsError error) {
        return error.action() == SmsError.Action.RETRY_LATER;
    }
}
