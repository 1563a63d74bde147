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
import io.massms.gateway.page.History.Kind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Collects what the operator's page shows, in the same memory however long the gateway runs. */
public final class Dashboard implements CampaignListener {
    private static final int CAMPAIGNS = 50;
    private static final int REPLIES = 50;
    private static final int BALANCES = 288;
    private static final int FAILURES = 10_000;

    private final Clock clock;
    private final History history;
    private final Minutes minutes = new Minutes();
    private final Failures failures = new Failures();
    private final Recent<Overview.Balance> balances = new Recent<>(BALANCES);
    private final Recent<InboundSms> replies = new Recent<>(REPLIES);
    private final Map<String, CampaignStatus> campaigns = new LinkedHashMap<>();
    private final Set<String> unopened = new HashSet<>();

    /**
     * One that has seen what was kept.
     *
     * @param database keeps it; null where nothing is kept
     */
    public Dashboard(Clock clock, DataSource database) throws SQLException {
        this.clock = clock;
        history = History.in(database);
        history.load(Kind.MINUTE, Minutes.Minute.class, Minutes.KEPT).forEach(minutes::add);
        history.load(Kind.BALANCE, Overview.Balance.class, BALANCES).forEach(balances::add);
        history.load(Kind.FAILURE, Overview.Failure.class, FAILURES).forEach(failures::add);
        history.load(Kind.REPLY, InboundSms.class, REPLIES).forEach(replies::add);
        history.load(Kind.CAMPAIGN, CampaignStatus.class, CAMPAIGNS)
                .forEach(status -> campaigns.put(status.name(), status.interrupted()));
    }

    /** Writes what has changed to the database. */
    public void save() {
        history.save(clock.instant());
    }

    @Override
    public synchronized void changed(CampaignStatus status) {
        CampaignStatus before = campaigns.remove(status.name());
        CampaignStatus shown = withAllThatIsKnown(before, status);
        campaigns.put(shown.name(), shown);
        if (campaigns.size() > CAMPAIGNS) {
            campaigns.remove(campaigns.keySet().iterator().next());
        }
        boolean wasOpened = opened(before, status);
        if (wasOpened || !unopened.contains(status.name())) {
            history.note(Kind.CAMPAIGN, shown.name(), clock.instant(), shown);
        }
        // where nothing is known of its earlier run, its first report tells only where it stands
        if (wasOpened && before.counts().rows() <= shown.counts().rows()) {
            Counts now = shown.counts();
            Counts then = before.counts();
            count(
                    now.accepted() - then.accepted(),
                    now.rejected() - then.rejected(),
                    now.uncertain() - then.uncertain());
            status.failures()
                    .forEach((error, count) ->
                            failed(error, count - before.failures().getOrDefault(error, 0L)));
        }
    }

    /** Of a campaign that cannot be opened its files may tell less than it told before. */
    private static CampaignStatus withAllThatIsKnown(CampaignStatus before, CampaignStatus status) {
        boolean knewMore = before != null
                && before.phase() != CampaignStatus.Phase.DONE
                && before.counts().rows() > status.counts().rows();
        return knewMore && status.phase() == CampaignStatus.Phase.BROKEN_OFF
                ? status.withCounts(before.counts())
                : status;
    }

    /** Whether it was seen before otherwise than as one that cannot be opened. */
    private boolean opened(CampaignStatus before, CampaignStatus status) {
        boolean brokenOff = status.phase() == CampaignStatus.Phase.BROKEN_OFF;
        if (before == null && brokenOff) {
            unopened.add(status.name());
        }
        boolean never = brokenOff ? unopened.contains(status.name()) : unopened.remove(status.name());
        return before != null && !never;
    }

    /** What came of messages by HTTP. */
    public synchronized void sent(SmsResult result) {
        count(result.acceptedCount(), result.rejectedCount(), result.uncertainCount());
        result.receipts().forEach(this::failed);
    }

    /** What came of messages that were held, and counted as accepted when they were. */
    public synchronized void settled(SmsResult result) {
        count(0, result.rejectedCount(), result.uncertainCount());
        result.receipts().forEach(this::failed);
    }

    /** What is left in the account. */
    public void balance(BigDecimal value) {
        Overview.Balance balance = new Overview.Balance(clock.instant(), value);
        balances.add(balance);
        history.note(Kind.BALANCE, balance.time().toString(), balance.time(), balance);
    }

    /** What a handset sent. It comes again where nobody could take it, and is the same reply then. */
    public void reply(InboundSms reply) {
        replies.addAgain(
                reply,
                before -> before.messageId() != null && before.messageId().equals(reply.messageId()));
        Instant now = clock.instant();
        history.note(Kind.REPLY, reply.messageId() == null ? now.toString() : reply.messageId(), now, reply);
    }

    private void count(long accepted, long rejected, long uncertain) {
        if (accepted + rejected + uncertain > 0) {
            Minutes.Minute minute = minutes.add(Minutes.Minute.at(clock.instant(), accepted, rejected, uncertain));
            history.note(Kind.MINUTE, minute.time().toString(), minute.time(), minute);
        }
    }

    private void failed(SmsReceipt receipt) {
        if (receipt.error() != null) {
            failed(receipt.error(), 1);
        }
    }

    private void failed(SmsError error, long count) {
        if (count > 0) {
            Overview.Failure failure = failures.add(new Overview.Failure(error, count, clock.instant()));
            history.note(Kind.FAILURE, Failures.hour(failure) + " " + error, failure.last(), failure);
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

    List<Overview.Failure> failures() {
        return failures.list(clock.instant());
    }
}
