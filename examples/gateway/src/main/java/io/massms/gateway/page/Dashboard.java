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
package io.massms.gateway.page;

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.gateway.campaign.CampaignListener;
import io.massms.gateway.campaign.CampaignStatus;
import io.massms.gateway.campaign.Counts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the operator's page shows, in the same memory however long the gateway runs. */
public final class Dashboard implements CampaignListener {
    private static final int CAMPAIGNS = 50;

    private final Clock clock;
    private final Minutes minutes = new Minutes();
    private final Recent<Overview.Balance> balances = new Recent<>(288);
    private final Recent<InboundSms> replies = new Recent<>(50);
    private final Map<String, CampaignStatus> campaigns = new LinkedHashMap<>();
    private final Map<SmsError, Overview.Failure> failures = new EnumMap<>(SmsError.class);

    /** One that has seen nothing yet. */
    public Dashboard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void changed(CampaignStatus status) {
        CampaignStatus before = campaigns.remove(status.name());
        campaigns.put(status.name(), status);
        if (campaigns.size() > CAMPAIGNS) {
            campaigns.remove(campaigns.keySet().iterator().next());
        }
        // where it goes on from an earlier run, its first report tells only where it stands
        if (before != null && before.counts().rows() <= status.counts().rows()) {
            Counts now = status.counts();
            Counts then = before.counts();
            minutes.add(
                    clock.instant(),
                    now.accepted() - then.accepted(),
                    now.rejected() - then.rejected(),
                    now.uncertain() - then.uncertain());
            status.failures()
                    .forEach((error, count) ->
                            failed(error, count - before.failures().getOrDefault(error, 0L)));
        }
    }

    /** What came of messages by HTTP. */
    public synchronized void sent(SmsResult result) {
        minutes.add(clock.instant(), result.acceptedCount(), result.rejectedCount(), result.uncertainCount());
        for (SmsReceipt receipt : result.receipts()) {
            if (receipt.error() != null) {
                failed(receipt.error(), 1);
            }
        }
    }

    /** What is left in the account. */
    public void balance(BigDecimal balance) {
        balances.add(new Overview.Balance(clock.instant(), balance));
    }

    /** What a handset sent. */
    public void reply(InboundSms reply) {
        replies.add(reply);
    }

    private void failed(SmsError error, long count) {
        if (count > 0) {
            failures.merge(error, new Overview.Failure(error, count, clock.instant()), Overview.Failure::plus);
        }
    }

    List<Overview.Balance> balances() {
        return balances.list();
    }

    List<InboundSms> replies() {
        return replies.list();
    }

    List<Minutes.Minute> minutes() {
        return minutes.lastHour(clock.instant());
    }

    synchronized List<CampaignStatus> campaigns() {
        List<CampaignStatus> youngestFirst = new ArrayList<>(campaigns.values());
        Collections.reverse(youngestFirst);
        return youngestFirst;
    }

    synchronized List<Overview.Failure> failures() {
        return failures.values().stream()
                .sorted(Comparator.comparingLong(Overview.Failure::count).reversed())
                .toList();
    }
}
