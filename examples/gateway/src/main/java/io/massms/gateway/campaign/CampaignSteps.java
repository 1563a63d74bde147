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

import io.massms.gateway.csv.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route does with a campaign before its first block and behind its last. */
final class CampaignSteps {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignSteps.class);
    static final String CAMPAIGN = "campaign";

    private final Campaigns campaigns;
    private final Pauses pauses;

    CampaignSteps(Campaigns campaigns, Pauses pauses) {
        this.campaigns = campaigns;
        this.pauses = pauses;
    }

    /** Puts the blocks of the file's campaign into the body, where there is still something to do. */
    void open(Exchange exchange) throws IOException {
        Campaign campaign = campaigns.open(name(exchange));
        exchange.setProperty(CAMPAIGN, campaign);
        exchange.getMessage().setBody(campaign == null ? null : campaign.blocks());
    }

    void close(Exchange exchange) throws IOException {
        campaigns.close(exchange.getProperty(CAMPAIGN, Campaign.class));
    }

    void refuse(Exchange exchange) throws IOException {
        campaigns.refuse(
                name(exchange), exchange.getProperty(Exchange.EXCEPTION_CAUGHT, UnreadableFileException.class));
    }

    /** Something went wrong that no provider is to blame for, such as a full disk: the journal knows how far it went. */
    void breakOff(Exchange exchange) {
        String name = name(exchange);
        Exception cause = cause(exchange);
        pauses.holdUp(name, null);
        if (!explainsItself(cause)) {
            LOG.error("{}: failed in an unexpected way", name, cause);
        }
        String why = cause instanceof DamagedJournalException ? cause.getMessage() : cause.toString();
        Campaign campaign = exchange.getProperty(CAMPAIGN, Campaign.class);
        if (campaign == null) {
            campaigns.breakOff(name, why);
        } else {
            campaign.breakOff(why);
            closeAnyway(campaign);
        }
    }

    /** The split says only at which block it was. */
    private static Exception cause(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return caught instanceof CamelExchangeException && caught.getCause() instanceof Exception cause
                ? cause
                : caught;
    }

    /** Whether it says what to do without where in the program it happened. */
    private static boolean explainsItself(Exception cause) {
        return cause instanceof DamagedJournalException
                || cause instanceof IOException
                || cause instanceof UncheckedIOException;
    }

    /** It writes what it still holds, which fails again where the disk is full; the journal does without. */
    private static void closeAnyway(Campaign campaign) {
        try {
            campaign.close();
        } catch (RuntimeException e) {
            LOG.debug("{}: what was not yet written of its results is written again later", campaign.name(), e);
        }
    }

    private static String name(Exchange exchange) {
        String file = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        return file.substring(0, file.length() - ".csv".length());
    }
}
