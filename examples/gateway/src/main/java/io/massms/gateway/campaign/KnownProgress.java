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
import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a campaign came that cannot be opened, as far as its files still tell.
 *
 * @param counts       what became of its rows; where the journal is damaged, of those up to the damage
 * @param expectedRows about how many rows it has; where the file cannot be read, those that are settled
 */
record KnownProgress(Counts counts, long expectedRows) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownProgress.class);

    static KnownProgress of(String campaign, WorkingDirectory directory) {
        Counts counts = counts(campaign, directory);
        return new KnownProgress(counts, Math.max(counts.rows(), rows(directory.source(campaign))));
    }

    /** What the journal alone tells: the file may be what cannot be read. */
    static Counts counts(String campaign, WorkingDirectory directory) {
        Path journalFile = directory.journal(campaign);
        if (!Files.exists(journalFile)) {
            return Counts.NONE;
        }
        try (Journal journal = Journal.open(journalFile)) {
            return journal.state().counts();
        } catch (DamagedJournalException e) {
            return e.counts();
        } catch (IOException e) {
            LOG.debug("{} cannot be read", journalFile, e);
            return Counts.NONE;
        }
    }

    private static long rows(Path file) {
        try {
            return FileFacts.of(file).lines() - 1;
        } catch (IOException | UnreadableFileException e) {
            LOG.debug("{} cannot be read", file, e);
            return 0;
        }
    }
}
