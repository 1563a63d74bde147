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
package io.massms.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.gateway.csv.CampaignFile;
import io.massms.gateway.csv.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierMessagesTest {
    @TempDir
    Path directory;

    @Test
    void rowsOfWhichSomebodyTookTheResultsAwayMayHaveLeft() throws Exception {
        Path file = Files.writeString(
                directory.resolve("c.csv"),
                "to,text\n573001234561,a\n573001234562,a\n573001234563,a\n573001234564,a\n");
        Path results = Files.writeString(
                directory.resolve("c-results.csv"), "row,to,state\n2,573001234562,REJECTED\n4,573001234564,ENROUTE\n");
        EarlierMessages messages = EarlierMessages.watched("CO");
        messages.recall(file, results, 4);

        List<Boolean> known = new ArrayList<>();
        try (CampaignFile rows = CampaignFile.open(file)) {
            for (Row row = next(rows); row != null; row = next(rows)) {
                known.add(messages.have(row));
            }
        }
        assertThat(known).containsExactly(true, false, true, true);
    }

    private static Row next(CampaignFile rows) {
        return rows.hasNext() ? rows.next() : null;
    }
}
