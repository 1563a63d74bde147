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

import io.massms.gateway.csv.Row;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The block that a campaign left open whose file cannot be read any more, or holds other rows now. */
final class AbandonedBlock {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedBlock.class);

    private AbandonedBlock() {}

    /**
     * Takes to the results what the journal knows of it. Rows that left, or may have, would else be missing there, and who drops the
     * missing ones as a new file would send them twice.
     */
    static void settle(String campaign, WorkingDirectory directory) throws IOException {
        Path file = directory.journal(campaign);
        if (Files.notExists(file)) {
            return;
        }
        try (Journal journal = Journal.open(file)) {
            List<RowOutcome> outcomes = outcomes(journal.state());
            if (!outcomes.isEmpty()) {
                settle(journal, outcomes, directory.results(campaign));
            }
        } catch (DamagedJournalException e) {
            LOG.debug("{} cannot be read", file, e);
        }
    }

    private static void settle(Journal journal, List<RowOutcome> outcomes, Path file) throws IOException {
        JournalState state = journal.state();
        Counts counts = state.counts();
        long number = state.settledRows();
        boolean inFlight = state.inFlight() != null;
        try (ResultsFile results = ResultsFile.open(file, state.resultsBytes())) {
            for (RowOutcome known : outcomes) {
                number++;
                boolean open = RowOutcome.leavesOpen(known);
                if (!open || inFlight) {
                    RowOutcome outcome = open ? RowOutcome.inFlight() : known;
                    results.add(new Row(number, null, null, null, null, null, null), outcome);
                    counts = counts.plus(outcome.state());
                }
            }
            journal.appendDurably(new Entry.Outcome(number, results.force(), counts));
        }
    }

    /** One for each row, null where nothing is known; empty where no block is open. */
    private static List<RowOutcome> outcomes(JournalState state) {
        if (state.suspended() != null) {
            return state.suspended().outcomes();
        }
        return state.inFlight() == null
                ? List.of()
                : Collections.nCopies(state.inFlight().rows(), null);
    }
}
