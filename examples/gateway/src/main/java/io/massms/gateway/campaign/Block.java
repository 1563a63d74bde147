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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsReceipt;
import io.massms.gateway.csv.Row;
import io.massms.gateway.track.CampaignIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows that go together: they are in flight together, and settled together. */
final class Block {
    private final Campaign campaign;
    private final List<Row> rows;
    private final RowOutcome[] outcomes;
    private final List<Integer> underWay = new ArrayList<>();
    private final BitSet unsaved = new BitSet();
    private int attempts;
    private HandedOver handedOver;
    private Instant retryTime;

    Block(Campaign campaign, List<Row> rows) {
        this.campaign = campaign;
        this.rows = rows;
        outcomes = new RowOutcome[rows.size()];
        for (int i = 0; i < outcomes.length; i++) {
            if (!rows.get(i).sendable()) {
                outcomes[i] = RowOutcome.refused(
                        SmsError.MISSING_PARAMETER, rows.get(i).problem());
            }
        }
    }

    /** Goes on where it stood when the gateway stopped. */
    void resume(Entry.Suspended known) {
        for (int i = 0; i < outcomes.length; i++) {
            RowOutcome outcome = known.outcomes().get(i);
            if (outcome != null) {
                outcomes[i] = outcome;
                campaign.earlier().note(rows.get(i), outcome);
            }
        }
        attempts = known.attempts();
    }

    /** Where it stands between two tries: what has become known of it since this was last asked. */
    Entry.Suspended suspended() {
        RowOutcome[] unsavedOutcomes = new RowOutcome[outcomes.length];
        unsaved.stream().forEach(row -> unsavedOutcomes[row] = outcomes[row]);
        unsaved.clear();
        // a try that a stop cut short is none, or stops would use up those of rows that were never handed over
        return new Entry.Suspended(isCutShort() ? attempts - 1 : attempts, Arrays.asList(unsavedOutcomes));
    }

    Campaign campaign() {
        return campaign;
    }

    List<Row> rows() {
        return rows;
    }

    RowOutcome outcome(int row) {
        return outcomes[row];
    }

    /** The messages of all rows that were not tried, or are worth another try; they are under way from now on. */
    Collection<Object> messagesToSend() {
        attempts++;
        underWay.clear();
        for (int i = 0; i < outcomes.length; i++) {
            if (isOpen(i) && campaign.earlier().have(rows.get(i))) {
                set(i, RowOutcome.duplicate());
            } else if (isOpen(i)) {
                underWay.add(i);
            }
        }
        handedOver = new HandedOver(underWay.stream().map(rows::get).toList(), campaign::goesOn);
        return handedOver;
    }

    private boolean isOpen(int row) {
        return RowOutcome.leavesOpen(outcomes[row]);
    }

    /** How often messages of this block were handed to the provider. */
    int attempts() {
        return attempts;
    }

    /** Notes what became of the messages under way; they are uncertain where nobody can say whose receipt is which. */
    void settle(List<SmsReceipt> receipts) {
        List<SmsMessageResult> messages = SmsMessageResult.group(receipts);
        if (messages.size() != handedOver.count() || !messages.stream().allMatch(SmsMessageResult::complete)) {
            settleAsUncertain("The send brought other receipts than one for each row");
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            set(underWay.get(i), RowOutcome.of(messages.get(i)));
        }
    }

    /** Notes that no row that could be sent is: of those that were tried, what is known for good stays known. */
    void skip(String reason) {
        for (int i = 0; i < outcomes.length; i++) {
            if (isOpen(i) || outcomes[i].accountTrouble()) {
                outcomes[i] = RowOutcome.skipped(reason);
            }
        }
    }

    /** What of the messages under way left, may have, or is held: by the provider's ids, or their references where there are none. */
    List<CampaignIndex.Sent> taken() {
        List<CampaignIndex.Sent> taken = new ArrayList<>(underWay.size());
        for (int row : underWay) {
            RowOutcome outcome = outcomes[row];
            long number = rows.get(row).number();
            Instant due = rows.get(row).due();
            String ids = outcome == null ? null : outcome.messageId();
            if (ids != null && !ids.isEmpty()) {
                for (String id : ids.split(" ")) {
                    taken.add(new CampaignIndex.Sent(id, number, due));
                }
            } else if (outcome != null && !outcome.surelyNotSent() && outcome.clientId() != null) {
                taken.add(CampaignIndex.Sent.withoutId(outcome.clientId(), outcome.sentTo(), number, due));
            }
        }
        return taken;
    }

    /** Notes that nobody knows what became of the messages under way; those that a stop kept from being handed over did not leave. */
    void settleAsUncertain(String reason) {
        int gone = campaign.goesOn() ? underWay.size() : handedOver.count();
        underWay.subList(0, gone).forEach(row -> set(row, RowOutcome.uncertain(reason)));
    }

    /** Notes the same of all messages under way. */
    void settleAll(RowOutcome outcome) {
        for (int row : underWay) {
            set(row, outcome);
        }
    }

    private void set(int row, RowOutcome outcome) {
        outcomes[row] = outcome;
        unsaved.set(row);
        campaign.earlier().note(rows.get(row), outcome);
    }

    /** How many rows did not leave for a passing reason. */
    long rowsWorthAnotherTry() {
        return known().filter(RowOutcome::worthAnotherTry).count();
    }

    /** Whether rows are left that were never handed over. */
    boolean isCutShort() {
        return known().count() < outcomes.length;
    }

    private Stream<RowOutcome> known() {
        return Arrays.stream(outcomes).filter(Objects::nonNull);
    }

    /** Whether no row left for certain, and one did not for a reason that will hold up every other row too. */
    boolean heldUp() {
        return known().allMatch(RowOutcome::surelyNotSent) && known().anyMatch(RowOutcome::holdsUp);
    }

    /** When the provider wants to be asked again; null where it said nothing. */
    Instant retryTime() {
        return retryTime;
    }

    void retryTime(Instant time) {
        retryTime = time;
    }

    /** In words why the block is held up. */
    String trouble() {
        return known().filter(RowOutcome::holdsUp)
                .findFirst()
                .map(RowOutcome::trouble)
                .orElse("");
    }
}
