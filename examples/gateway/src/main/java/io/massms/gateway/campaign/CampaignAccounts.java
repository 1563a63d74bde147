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

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.gateway.setup.WorkingDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose campaigns are. A file that came in under the simulator must not leave through a real account when the gateway starts again
 * with one, nor the other way round: from the inbox on a note beside its journal says whose it is, and later the journal does.
 * From one account of a provider to another it may be handed over.
 */
final class CampaignAccounts {
    /** Under which the registry has it. */
    static final String NAME = "campaignAccounts";

    private static final Logger LOG = LoggerFactory.getLogger(CampaignAccounts.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final WorkingDirectory directory;
    private final boolean dryRun;
    private final Supplier<SendingAccount> now;

    private CampaignAccounts(WorkingDirectory directory, boolean dryRun, Supplier<SendingAccount> now) {
        this.directory = directory;
        this.dryRun = dryRun;
        this.now = now;
    }

    /**
     * Those of a directory.
     *
     * @param dryRun whether nothing is sent, so that it does not matter who would
     * @param now    who sends; known once routes have started
     */
    static CampaignAccounts in(WorkingDirectory directory, boolean dryRun, Supplier<SendingAccount> now)
            throws IOException {
        if (!dryRun) {
            deleteNotesWithoutFiles(directory);
        }
        return new CampaignAccounts(directory, dryRun, now);
    }

    /** After a crash between note and move, another file of the name may come by another way. */
    private static void deleteNotesWithoutFiles(WorkingDirectory directory) throws IOException {
        Set<Path> underWay =
                directory.underWay().stream().map(directory::account).collect(Collectors.toSet());
        for (Path note : directory.accounts()) {
            if (!underWay.contains(note)) {
                Files.delete(note);
            }
        }
    }

    /** Who sends now, or would. */
    SendingAccount now() {
        return now.get();
    }

    /** Notes that a campaign is whoever's sends now; on the disk when this returns. */
    void note(String campaign) throws IOException {
        if (!dryRun) {
            try (FileChannel channel = FileChannel.open(
                    directory.account(campaign),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer note = ByteBuffer.wrap(JSON.writeValueAsBytes(now()));
                while (note.hasRemaining()) {
                    channel.write(note);
                }
                channel.force(true);
            }
        }
    }

    /** Why who sends now must not send a campaign; null where he may. */
    String trouble(String campaign, Entry.Began began) throws IOException {
        SendingAccount owner = owner(campaign, began);
        return owner == null ? null : owner.differenceTo(now());
    }

    /** Where a campaign that may go on does so through another account than it had, tells the operator and lets the journal know. */
    void handOver(String campaign, Journal journal) throws IOException {
        Entry.Began began = journal.state().began();
        SendingAccount owner = owner(campaign, began);
        if (owner == null || !owner.accountDiffersFrom(now())) {
            return;
        }
        LOG.warn(
                "{}: began through the account {}, goes on through the account {}",
                campaign,
                owner.account(),
                now().account());
        if (began != null) {
            journal.appendDurably(began.through(now()));
        }
    }

    private SendingAccount owner(String campaign, Entry.Began began) throws IOException {
        if (dryRun) {
            return null;
        }
        return began == null ? noted(campaign) : began.owner();
    }

    private SendingAccount noted(String campaign) throws IOException {
        Path note = directory.account(campaign);
        return Files.exists(note) ? JSON.readValue(Files.readAllBytes(note), SendingAccount.class) : null;
    }

    /** The campaign has ended. */
    void forget(String campaign) throws IOException {
        if (!dryRun) {
            Files.deleteIfExists(directory.account(campaign));
        }
    }
}
