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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.campaign.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingRejectionsTest {
    private static final String WHOLE = "row,to,state,error,reason\n1,573001234567,REJECTED,INVALID_NUMBER,\n";

    @TempDir
    Path directory;

    @Test
    void resultsThatAFullDiskCutOffAnywhereDoNotHideThatTheCampaignBrokeOff() throws Exception {
        Path results = directory.resolve("promo-results.csv");
        String last = "2,573001234568,REJECTED,RATE_LIMITED,\"come, \"\"later\"\"\"\n";
        for (int length = 0; length <= last.length(); length++) {
            Files.writeString(results, WHOLE + last.substring(0, length));
            boolean known = length >= last.indexOf(",\"");
            assertThat(ExitCodes.of(brokenOff(results)))
                    .as(last.substring(0, length))
                    .isEqualTo(known ? 4 : 1);
        }
        for (int length = 0; length <= WHOLE.length(); length++) {
            Files.writeString(results, WHOLE.substring(0, length));
            assertThat(ExitCodes.of(brokenOff(results)))
                    .as(WHOLE.substring(0, length))
                    .isEqualTo(1);
        }
    }

    private static CampaignStatus brokenOff(Path results) {
        return new CampaignStatus(
                "promo",
                CampaignStatus.Phase.BROKEN_OFF,
                new Counts(0, 1, 0, 0),
                3,
                0,
                Map.of(),
                "No space left on device",
                results.toString(),
                null);
    }
}
