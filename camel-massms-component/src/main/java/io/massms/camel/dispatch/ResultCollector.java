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
package io.massms.camel.dispatch;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.schedule.SendWindow;
import io.massms.camel.spi.Verdict;
import io.massms.camel.text.SmsText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up what became of each outgoing message, and keeps as much of it as was asked for. That an input was not read to its end is always
 * kept: no count says so, and what was not read is in no list of what is worth sending again.
 */
final class ResultCollector {
    private final String provider;
    private final ReceiptsKept kept;
    private final boolean idempotent;
    private final Clock clock;

    /** A provider that refuses outside its hours does not say when they begin; null where nobody knows. */
    private final SendWindow hours;

    private final ArrayList<SmsReceipt> receipts = new ArrayList<>(1);
    private final List<SmsMessage> retryable = new ArrayList<>(0);
    private final List<SmsMessage> unsent = new ArrayList<>(0);
    private final FailureSummary failures;
    private SmsReceipt only;
    private int accepted;
    private int rejected;
    private int uncertain;
    private int skipped;
    private int checked;
    private int segments;

    ResultCollector(SendSettings settings) {
        provider = settings.account().profile().id();
        kept = settings.receipts();
        idempotent = settings.idempotent();
        clock = settings.clock();
        hours = settings.account().profile().sendingHours();
        failures = new FailureSummary(provider);
    }

    void add(Batch batch) {
        if (kept == ReceiptsKept.all) {
            receipts.ensureCapacity(receipts.size() + batch.size());
        }
        for (OutgoingMessage outgoing : batch.messages()) {
            for (int part = 0; part < outgoing.parts(); part++) {
                add(outgoing, part);
            }
            keepRetryable(outgoing);
            keepUnsent(outgoing);
        }
    }

    Outcome outcome() {
        SmsResult result =
                new SmsResult(provider, receipts, accepted, rejected, uncertain, skipped, segments, retryable);
        boolean failed = accepted == 0 && checked == 0 && rejected + uncertain > 0;
        return new Outcome(
                result,
                failed ? failures.exception(result) : null,
                result.count() == 1 ? only : null,
                failed ? List.copyOf(unsent) : List.of(),
                failures.retryTime());
    }

    private void add(OutgoingMessage outgoing, int part) {
        Verdict verdict = outgoing.verdict(part);
        SmsReceipt receipt = receipt(outgoing, part, verdict);
        count(receipt);
        if (receipt.rejected() || receipt.uncertain()) {
            failures.add(receipt, retryTime(verdict));
        }
        only = receipt;
        if (isKept(receipt) || outgoing.isUnread()) {
            receipts.add(receipt);
        }
    }

    private boolean isKept(SmsReceipt receipt) {
        return kept == ReceiptsKept.all || (kept == ReceiptsKept.failed && !receipt.accepted());
    }

    private void count(SmsReceipt receipt) {
        if (receipt.accepted()) {
            accepted++;
        } else if (receipt.rejected()) {
            rejected++;
        } else if (receipt.uncertain()) {
            uncertain++;
        } else {
            skipped++;
        }
        boolean checkedOnly = receipt.state() == SmsState.SKIPPED && receipt.reason() == null;
        if (checkedOnly) {
            checked++;
        }
        if (receipt.accepted() || receipt.uncertain() || checkedOnly) {
            segments += receipt.segments();
        }
    }

    private Instant retryTime(Verdict verdict) {
        Instant now = clock.instant();
        if (verdict.retryAfter() != null) {
            return now.plus(verdict.retryAfter());
        }
        return verdict.error() == SmsError.OUTSIDE_HOURS && hours != null && !hours.isOpen(now)
                ? hours.nextOpening(now)
                : null;
    }

    /**
     * Where the first part did not go, the whole message may go again; where a later one did not, what is left of it: no part
     * that was taken is sent twice. An idempotent message may always go again as a whole: the parts that were taken are known by
     * their keys.
     */
    private void keepRetryable(OutgoingMessage outgoing) {
        if (kept == ReceiptsKept.none) {
            return;
        }
        int first = 0;
        while (first < outgoing.parts() && outgoing.verdict(first).state().isAccepted()) {
            first++;
        }
        if (first == outgoing.parts() || !outgoing.verdict(first).isRetryable()) {
            return;
        }
        if (first == 0 || idempotent) {
            retryable.add(outgoing.given());
            return;
        }
        for (int part = first; part < outgoing.parts(); part++) {
            retryable.add(outgoing.wireMessage(part).withTo(outgoing.given().to()));
        }
    }

    /** Of use only where nothing was accepted. Of what was refused before it was prepared there may be no more than a part. */
    private void keepUnsent(OutgoingMessage outgoing) {
        if (accepted > 0 || kept == ReceiptsKept.none) {
            unsent.clear();
            return;
        }
        Verdict verdict = outgoing.verdict(0);
        boolean refusedByProvider = outgoing.text(0) != null && verdict.state() == SmsState.REJECTED;
        if (refusedByProvider || verdict.isRetryable()) {
            unsent.add(outgoing.given());
        }
    }

    private static SmsReceipt receipt(OutgoingMessage outgoing, int part, Verdict verdict) {
        SmsText text = outgoing.text(part);
        boolean changed = text != null && !text.text().equals(outgoing.given().text());
        return new SmsReceipt(
                outgoing.to(),
                verdict.messageId(),
                outgoing.given().clientId(),
                verdict.state(),
                verdict.error(),
                verdict.providerCode(),
                verdict.providerText(),
                verdict.reason(),
                text == null ? 0 : text.segments(),
                text == null ? null : text.encoding(),
                changed ? text.text() : null,
                part + 1,
                outgoing.parts(),
                outgoing.duplicate());
    }
}
