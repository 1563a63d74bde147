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

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.track.CampaignIndex;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route does with a block before and after the provider has it. */
final class BlockSteps {
    private static final Logger LOG = LoggerFactory.getLogger(BlockSteps.class);
    static final String BLOCK = "block";

    private final Pauses pauses;
    private final CampaignIndex index;
    private final int redeliveries;

    /** The index is null where nobody follows what becomes of messages. */
    BlockSteps(Pauses pauses, CampaignIndex index, int redeliveries) {
        this.pauses = pauses;
        this.index = index;
        this.redeliveries = redeliveries;
    }

    /** Whether the rows of a block that are worth another try get one now. */
    boolean mayTryAgain(Exchange exchange) {
        Block block = exchange.getProperty(BLOCK, Block.class);
        return block.attempts() <= redeliveries && block.campaign().goesOn();
    }

    /** Takes the intent to the disk and puts the messages into the body. */
    void intend(Exchange exchange) throws IOException, BlockHeldUpException {
        Block block = exchange.getProperty(BLOCK, Block.class);
        // while it waited for this try, somebody may have wanted no more of it
        if (block.attempts() > 0 && !block.campaign().goesOn()) {
            throw new BlockHeldUpException(block.trouble());
        }
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT); // of the try before
        block.campaign().intend(block);
        if (index != null) {
            index.begin();
        }
        exchange.getMessage().setBody(block.messagesToSend());
    }

    /** Notes what the provider said; where that is worth another try, the exception says so. */
    void noteAnswer(Exchange exchange) throws IOException, BlockHeldUpException {
        Block block = exchange.getProperty(BLOCK, Block.class);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        try {
            settle(block, exchange, failure);
            note(block);
        } finally {
            if (index != null) {
                index.end();
            }
        }
        block.retryTime(failure instanceof SmsTemporaryException temporary ? temporary.getRetryTime() : null);
        if (block.heldUp() && block.campaign().dryRun() == null) {
            block.campaign().release();
        }
        if (block.rowsWorthAnotherTry() > 0) {
            if (!block.heldUp()) {
                block.campaign().pause(block);
            }
            LOG.info(
                    "{}: {} rows did not leave at try {}: {}",
                    block.campaign().name(),
                    block.rowsWorthAnotherTry(),
                    block.attempts(),
                    block.trouble());
            throw new BlockHeldUpException(block.trouble());
        }
    }

    private static void settle(Block block, Exchange exchange, Exception failure) {
        if (failure == null) {
            block.settle(exchange.getMessage().getBody(SmsResult.class).receipts());
        } else if (failure instanceof SmsException known && !known.getReceipts().isEmpty()) {
            block.settle(known.getReceipts());
        } else if (failure instanceof SmsNotSentException known) {
            block.settleAll(RowOutcome.refused(known.getError(), known.getMessage()));
        } else {
            LOG.warn("{}: a block failed in an unexpected way", block.campaign().name(), failure);
            block.settleAsUncertain("The send failed in an unexpected way: "
                    + failure.getClass().getName());
        }
    }

    /** Reports wait for it. Without the note a report is emitted all the same, but not beside the campaign's results. */
    private void note(Block block) {
        if (index != null) {
            try {
                index.add(block.campaign().name(), block.taken());
            } catch (SQLException e) {
                LOG.warn(
                        "{}: reports on a block will not be matched to its campaign",
                        block.campaign().name(),
                        e);
            }
        }
    }

    /** Settles the block; or holds the campaign up where nothing of the block has left and nothing behind it would. */
    void settle(Exchange exchange) throws IOException {
        Block block = exchange.getProperty(BLOCK, Block.class);
        Campaign campaign = block.campaign();
        if (campaign.cancelled()) {
            campaign.settleCancelled(block);
            return;
        }
        if (block.heldUp()
                && campaign.dryRun() == null
                && !pauses.patienceEnded(campaign.name(), campaign.heldUpSince())) {
            Instant until = pauses.holdUp(campaign.name(), block.retryTime());
            campaign.holdUp(block);
            LOG.warn(
                    "{}: held up behind row {}, tried again at {}: {}",
                    campaign.name(),
                    campaign.counts().rows(),
                    until.truncatedTo(ChronoUnit.SECONDS),
                    block.trouble());
            return;
        }
        if (goesOnLater(block)) {
            campaign.suspend(block);
            return;
        }
        pauses.endWait(campaign.name());
        campaign.settle(block);
    }

    /** Whether the gateway stops before rows of the block were handed over, or tried as often as they may. */
    private boolean goesOnLater(Block block) {
        boolean triesLeft = block.rowsWorthAnotherTry() > 0
                && block.attempts() <= redeliveries
                && block.campaign().dryRun() == null;
        return !block.campaign().goesOn() && (block.isCutShort() || triesLeft);
    }
}
