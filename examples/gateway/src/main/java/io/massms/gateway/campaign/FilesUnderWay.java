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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files in the directory {@code processing}, and where they go in the end. */
final class FilesUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(FilesUnderWay.class);

    private final WorkingDirectory directory;
    private final Pauses pauses;
    private final Cancellations cancellations;
    private final CampaignAccounts accounts;
    private final CampaignListener listener;

    FilesUnderWay(
            WorkingDirectory directory,
            Pauses pauses,
            Cancellations cancellations,
            CampaignAccounts accounts,
            CampaignListener listener) {
        this.directory = directory;
        this.pauses = pauses;
        this.cancellations = cancellations;
        this.accounts = accounts;
        this.listener = listener;
    }

    /** Leaves a file where it is that must not be sent for now. */
    void holdUp(String campaign, FileFacts facts, Counts counts, String trouble) {
        pauses.holdUp(campaign, null);
        report(campaign, CampaignStatus.Phase.HELD_UP, facts.lines() - 1, counts, trouble);
        LOG.warn("{}: held up behind row {}: {}", campaign, counts.rows(), trouble);
    }

    /** Puts away the file of a campaign whose rows are all settled. */
    void done(String campaign) throws IOException {
        putAway(campaign, directory.done(campaign));
    }

    /** Puts away the file of a campaign that was through when the process before this one died. */
    void doneBefore(String campaign, FileFacts facts, Counts counts) throws IOException {
        done(campaign);
        report(campaign, CampaignStatus.Phase.DONE, facts.lines() - 1, counts, null);
    }

    /** Tells why a campaign could not even be opened; its file stays where it is. */
    void breakOff(String campaign, KnownProgress known, String why) {
        report(campaign, CampaignStatus.Phase.BROKEN_OFF, known.expectedRows(), known.counts(), why);
    }

    /** Puts away a file that was not complete when it was read. */
    void refuseGrown(String campaign, Counts counts) throws IOException {
        String why = "The file was still being written when it was read up to row " + counts.rows()
                + ", the text of that row may be cut off, and rows behind it were not sent; drop those as a new file,"
                + " by moving it into the inbox when it is complete";
        refuse(campaign, new UnreadableFileException(why), counts);
    }

    /** Puts away a file that cannot be a campaign, or not any further, and says why where its results are. */
    void refuse(String campaign, UnreadableFileException why, Counts counts) throws IOException {
        Path file = directory.results(campaign);
        long written = Files.exists(file) ? Files.size(file) : 0;
        try (ResultsFile results = ResultsFile.open(file, written)) {
            results.refuse(why.getMessage());
        }
        putAway(campaign, directory.error(campaign));
        report(campaign, CampaignStatus.Phase.REFUSED, 0, counts, why.getMessage());
        LOG.warn(
                "{}: cannot be sent{}. {}. The file lies in {}",
                campaign,
                counts.rows() == 0 ? "" : " further",
                why.getMessage(),
                directory.error(campaign));
    }

    private void report(String campaign, CampaignStatus.Phase phase, long expectedRows, Counts counts, String trouble) {
        new Progress(campaign, expectedRows, counts.rows(), directory.results(campaign), listener)
                .report(phase, counts, trouble, null);
    }

    /** Whatever is remembered of it goes first: a crash then leaves nothing to a later campaign of its name. */
    private void putAway(String campaign, Path place) throws IOException {
        pauses.endWait(campaign);
        cancellations.forget(campaign);
        accounts.forget(campaign);
        try {
            Files.move(directory.source(campaign), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            LOG.warn("{}: somebody took its file away, so there is none in {}", campaign, place.getParent());
        }
    }
}
