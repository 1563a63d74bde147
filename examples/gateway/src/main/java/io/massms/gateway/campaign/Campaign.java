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
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/** A file on its way to its recipients, block by block. What is settled of it is on the disk before the next block leaves. */
final class Campaign implements Closeable {
    private final String name;
    private final RemainingRows remaining;
    private final Journal journal;
    private final ResultsFile results;
    private final Progress progress;
    private final DryRunTally dryRun;
    private final EarlierMessages earlier;
    private final BooleanSupplier stopping;
    private final BooleanSupplier cancelled;
    private Counts counts;
    private String heldUpBy;

    Campaign(
            String name,
            RemainingRows remaining,
            Journal journal,
            ResultsFile results,
            Progress progress,
            DryRunTally dryRun,
            EarlierMessages earlier,
            BooleanSupplier stopping,
            BooleanSupplier cancelled) {
        this.name = name;
        this.remaining = remaining;
        this.journal = journal;
        this.results = results;
        this.progress = progress;
        this.dryRun = dryRun;
        this.earlier = earlier;
        this.stopping = stopping;
        this.cancelled = cancelled;
        counts = journal.state().counts();
    }

    String name() {
        return name;
    }

    Counts counts() {
        return counts;
    }

    /** How long the file was when the campaign began. */
    long fileSize() {
        return journal.state().began().size();
    }

    /** What a dry run found so far; null where the campaign is really sent. */
    DryRunTally dryRun() {
        return dryRun;
    }

    /** What of it left or may have. */
    EarlierMessages earlier() {
        return earlier;
    }

    /** Since when its next block does not leave, also in earlier runs. */
    Instant heldUpSince() {
        return journal.state().heldUpSince();
    }

    /** Why the campaign waits; null where it does not. */
    String heldUpBy() {
        return heldUpBy;
    }

    boolean complete() {
        return heldUpBy == null && !remaining.hasNext();
    }

    boolean cancelled() {
        return cancelled.getAsBoolean();
    }

    /** Whether anything more of it is to be sent now. */
    boolean goesOn() {
        return !stopping.getAsBoolean() && !cancelled();
    }

    /** The blocks that are still to be sent; ends early where the campaign is held up or the gateway stops. */
    Iterator<Block> blocks() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return heldUpBy == null && goesOn() && remaining.hasNext();
            }

            @Override
            public Block next() {
                if (!remaining.hasNext()) {
                    throw new NoSuchElementException("All rows of " + name + " are settled");
                }
                return remaining.next(Campaign.this);
            }
        };
    }

    /**
     * Passes over what is settled, takes up what was left open between two tries, and marks what was in flight when the process died: it
     * may have been sent.
     */
    void resume() throws IOException {
        JournalState state = journal.state();
        remaining.pass(state.settledRows());
        if (state.inFlight() == null && state.suspended() != null) {
            Block block = remaining.read(this, state.suspended().outcomes().size());
            block.resume(state.suspended());
            remaining.leaveOpen(block);
        } else if (state.inFlight() != null) {
            Block block = remaining.read(this, state.inFlight().rows());
            if (state.suspended() != null) {
                block.resume(state.suspended());
            }
            block.messagesToSend();
            block.settleAll(RowOutcome.inFlight());
            settle(block);
        }
    }

    /** Where the operator wants no more of it, settles the rows that are left without sending them. */
    void skipRestWhereCancelled() throws IOException {
        while (cancelled() && remaining.hasNext()) {
            heldUpBy = null;
            settleCancelled(remaining.next(this));
        }
    }

    /** Settles a block of which nothing more is to be sent. */
    void settleCancelled(Block block) throws IOException {
        block.skip("Not sent: the operator cancelled the campaign");
        settle(block);
    }

    /** The block may leave when this returns. */
    void intend(Block block) throws IOException {
        if (journal.state().inFlight() == null) {
            journal.appendDurably(
                    new Entry.Intent(block.rows().get(0).number(), block.rows().size()));
        }
    }

    /** Nothing of the block has left. */
    void release() throws IOException {
        journal.appendDurably(new Entry.Released(Instant.now()));
    }

    /** No further block leaves for now, and this one has not. */
    void holdUp(Block block) {
        remaining.leaveOpen(block);
        heldUpBy = block.trouble();
        report(CampaignStatus.Phase.HELD_UP);
    }

    /** Nothing of the block is in flight between two tries: what is known of its rows stays known whatever happens. */
    void pause(Block block) throws IOException {
        journal.appendDurably(block.suspended());
    }

    /** The gateway stops before the block is through: those of its rows that did not leave go at the next start. */
    void suspend(Block block) throws IOException {
        remaining.leaveOpen(block);
        if (journal.state().inFlight() != null) {
            pause(block);
        }
    }

    /** Something on this machine went wrong. */
    void breakOff(String why) {
        progress.report(CampaignStatus.Phase.BROKEN_OFF, counts, why, null);
    }

    /** Takes the block's outcome to the disk. */
    void settle(Block block) throws IOException {
        List<Row> rows = block.rows();
        for (int i = 0; i < rows.size(); i++) {
            RowOutcome outcome = block.outcome(i);
            results.add(rows.get(i), outcome);
            counts = counts.plus(outcome.state());
            if (outcome.error() != null) {
                progress.failed(outcome.error());
            }
            if (dryRun != null) {
                dryRun.add(rows.get(i), outcome);
            }
        }
        journal.append(new Entry.Outcome(rows.get(rows.size() - 1).number(), results.force(), counts));
        report(CampaignStatus.Phase.RUNNING);
    }

    /** Every row is settled. */
    void finish() throws IOException {
        results.force();
        journal.appendDurably(new Entry.Finished());
    }

    /** Tells those who want to know what the campaign is doing. */
    void report(CampaignStatus.Phase phase) {
        progress.report(phase, counts, heldUpBy, phase == CampaignStatus.Phase.DONE ? dryRun : null);
    }

    @Override
    public void close() {
        try (remaining;
                journal;
                results) {
            // all three, whatever becomes of one
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
