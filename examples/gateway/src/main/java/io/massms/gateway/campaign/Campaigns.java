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

import io.massms.gateway.csv.CampaignFile;
import io.massms.gateway.csv.FileFacts;
import io.massms.gateway.csv.ReadAhead;
import io.massms.gateway.csv.UnreadableFileException;
import io.massms.gateway.setup.GatewaySettings;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens campaigns, new ones and those that a stop or a crash broke off, and puts their files away in the end. */
final class Campaigns {
    private static final Logger LOG = LoggerFactory.getLogger(Campaigns.class);

    private final WorkingDirectory directory;
    private final GatewaySettings settings;
    private final CampaignAccounts accounts;
    private final Supplier<TextSavings> savings;
    private final Supplier<EarlierMessages> earlier;
    private final CampaignListener listener;
    private final Cancellations cancellations;
    private final BooleanSupplier stopping;
    private final FilesUnderWay files;

    Campaigns(
            WorkingDirectory directory,
            GatewaySettings settings,
            CampaignAccounts accounts,
            Supplier<TextSavings> savings,
            Supplier<EarlierMessages> earlier,
            CampaignListener listener,
            Pauses pauses,
            Cancellations cancellations,
            BooleanSupplier stopping) {
        this.directory = directory;
        this.settings = settings;
        this.accounts = accounts;
        this.savings = savings;
        this.earlier = earlier;
        this.listener = listener;
        this.cancellations = cancellations;
        files = new FilesUnderWay(directory, pauses, cancellations, accounts, listener);
        this.stopping = stopping;
    }

    /**
     * Opens the campaign of a file in the directory {@code processing}.
     *
     * @return null where there is nothing to send: all its rows were settled before, or it is another account's
     * @throws UnreadableFileException where the file cannot be a campaign
     */
    Campaign open(String name) throws IOException {
        if (settings.dryRun()) {
            Files.deleteIfExists(directory.results(name)); // of an earlier check under this name
        }
        Path source = directory.source(name);
        FileFacts facts = FileFacts.of(source);
        Journal journal =
                settings.dryRun() ? Journal.temporary(directory.journal(name)) : Journal.open(directory.journal(name));
        try {
            FileChecks.requireSame(journal.state().began(), facts);
            if (journal.state().finished()) {
                journal.close();
                files.doneBefore(name, facts, journal.state().counts());
                return null;
            }
            if (!settings.dryRun()) {
                FileChecks.requireNoSample(facts, accounts.now());
            }
            // what is cancelled is not sent, whoever would: it only has to end
            if (!cancellations.contains(name)) {
                String trouble = accounts.trouble(name, journal.state().began());
                if (trouble != null) {
                    journal.close();
                    files.holdUp(name, facts, journal.state().counts(), trouble);
                    return null;
                }
                accounts.handOver(name, journal);
            }
            return open(name, facts, journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Campaign open(String name, FileFacts facts, Journal journal) throws IOException {
        ReadAhead file = new ReadAhead(CampaignFile.open(directory.source(name)));
        try {
            FileChecks.requireRows(file);
            boolean resumed = journal.state().began() != null;
            if (!resumed) {
                journal.appendDurably(began(facts));
            }
            return start(name, facts, journal, file, resumed);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Campaign start(String name, FileFacts facts, Journal journal, ReadAhead file, boolean resumed)
            throws IOException {
        long settled = journal.state().settledRows();
        EarlierMessages messages = earlier.get();
        messages.recall(directory.source(name), directory.results(name), settled);
        ResultsFile results =
                ResultsFile.open(directory.results(name), journal.state().resultsBytes());
        Progress progress = new Progress(name, facts.lines() - 1, settled, directory.results(name), listener);
        DryRunTally dryRun = settings.dryRun() ? new DryRunTally(savings.get()) : null;
        Campaign campaign = new Campaign(
                name,
                new RemainingRows(file, settings.blockSize()),
                journal,
                results,
                progress,
                dryRun,
                messages,
                stopping,
                () -> cancellations.contains(name));
        if (resumed) {
            long uncertain = campaign.counts().uncertain();
            campaign.resume();
            logResumed(campaign, campaign.counts().uncertain() - uncertain);
        } else {
            LOG.info(
                    "{}: begins{}, about {} rows through {}",
                    name,
                    settings.dryRun() ? " as a dry run" : "",
                    String.format("%,d", facts.lines() - 1),
                    accounts.now().provider());
        }
        if (file.unknownColumns() > 0) {
            LOG.info(
                    "{}: {} columns are not used (used are to, text, from, clientId, scheduledTime)",
                    name,
                    file.unknownColumns());
        }
        campaign.report(CampaignStatus.Phase.RUNNING);
        return campaign;
    }

    private static void logResumed(Campaign campaign, long uncertain) {
        LOG.info(
                "{}: goes on behind row {}{}",
                campaign.name(),
                campaign.counts().rows(),
                uncertain == 0
                        ? ""
                        : "; " + uncertain + " rows were in flight when it broke off and count as uncertain");
    }

    /** Puts the file of a campaign away when all its rows are settled; otherwise it stays where it is. */
    void close(Campaign campaign) throws IOException {
        campaign.skipRestWhereCancelled();
        boolean complete = campaign.complete();
        Path source = directory.source(campaign.name());
        if (complete && Files.exists(source) && Files.size(source) != campaign.fileSize()) {
            campaign.close();
            files.refuseGrown(campaign.name(), campaign.counts());
            return;
        }
        if (complete) {
            campaign.finish();
        }
        campaign.close();
        if (complete) {
            files.done(campaign.name());
            campaign.report(CampaignStatus.Phase.DONE);
        } else if (campaign.heldUpBy() == null) {
            campaign.report(CampaignStatus.Phase.STOPPED);
            LOG.info(
                    "{}: stopped behind row {}; goes on at the next start",
                    campaign.name(),
                    campaign.counts().rows());
        }
    }

    /** Puts away a file that cannot be a campaign. */
    void refuse(String name, UnreadableFileException why) throws IOException {
        if (!settings.dryRun()) {
            AbandonedBlock.settle(name, directory);
        }
        files.refuse(name, why, KnownProgress.counts(name, directory));
    }

    /** Tells why a campaign could not even be opened. */
    void breakOff(String name, String why) {
        files.breakOff(name, KnownProgress.of(name, directory), why);
    }

    private Entry.Began began(FileFacts facts) {
        SendingAccount account = accounts.now();
        return new Entry.Began(
                Instant.now(),
                account.provider(),
                account.account(),
                account.simulated(),
                facts.size(),
                facts.sha256());
    }
}
