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

import io.massms.gateway.csv.FileFacts;
import io.massms.gateway.csv.ReadAhead;
import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.SampleCampaign;
import java.io.IOException;

/** What a file must be for its rows to be sent. */
final class FileChecks {
    private FileChecks() {}

    /** It must be what it was when its campaign began; null where it begins now. */
    static void requireSame(Entry.Began began, FileFacts facts) {
        if (began != null && (began.size() != facts.size() || !began.sha256().equals(facts.sha256()))) {
            throw new UnreadableFileException(
                    "The file was changed after a part of it was sent, so the rest is not sent;"
                            + " drop the rows that are missing in its results as a new file");
        }
    }

    /** A gateway that was stopped before the simulator had all of the sample has it still, when it starts again with an account. */
    static void requireNoSample(FileFacts facts, SendingAccount account) throws IOException {
        if (!account.simulated() && SampleCampaign.is(facts.sha256())) {
            throw new UnreadableFileException(
                    "This is the sample campaign, which is for the simulator: its recipients are made up, so"
                            + " nothing of it is sent through a real account");
        }
    }

    static void requireRows(ReadAhead file) {
        if (!file.hasNext()) {
            throw new UnreadableFileException(
                    "The file has a header but no rows; right is a row for each message below the header");
        }
    }
}
