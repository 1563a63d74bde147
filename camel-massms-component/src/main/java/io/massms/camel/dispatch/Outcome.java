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

import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.spi.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a send ended.
 *
 * @param result  what became of everything
 * @param failure what is to be thrown: only where no recipient was accepted; else null
 * @param only    the receipt of a send with a single one; null where there were more or none
 * @param unsent  of a failed send the messages that surely did not leave, those refused for good included: another provider may
 *                take them
 * @param retryTime from when on all that is worth another try may go, also where something was accepted; null where neither the
 *                provider nor a policy said
 */
public record Outcome(
        SmsResult result, SmsException failure, SmsReceipt only, List<SmsMessage> unsent, Instant retryTime) {

    /**
     * The same became of all messages, without a request.
     *
     * @param  settings how they would have been sent
     * @param  messages each with one recipient
     * @param  verdict  what became of them
     * @return          the outcome
     */
    public static Outcome ofAll(SendSettings settings, List<SmsMessage> messages, Verdict verdict) {
        Batch batch = new Batch(1);
        messages.forEach(message -> batch.add(OutgoingMessage.settled(message, message.to(), false, verdict)));
        ResultCollector results = new ResultCollector(settings);
        results.add(batch);
        return results.outcome();
    }

    /**
     * What is over, where all that is worth another try gets one. Needs all receipts.
     *
     * @return what became of the rest, with a failure where none of that was accepted; a result that counts nothing where there is none
     */
    public Outcome withoutRetryable() {
        List<SmsReceipt> over = over();
        SmsResult rest = new SmsResult(
                result.provider(),
                over,
                result.acceptedCount(),
                count(over, SmsReceipt::rejected),
                result.uncertainCount(),
                count(over, receipt -> receipt.state() == SmsState.SKIPPED),
                result.segments(),
                List.of());
        return new Outcome(
                rest, failure == null ? null : failureOf(rest), over.size() == 1 ? over.get(0) : null, List.of(), null);
    }

    /**
     * Whether all that is worth another try was refused here because the provider had asked for fewer requests a moment before: none of it
     * was tried. Needs all receipts.
     *
     * @return false where the provider refused something, or another policy did
     */
    public boolean onlyWaits() {
        List<SmsReceipt> again =
                result.receipts().stream().filter(SmsReceipt::retryable).toList();
        return !again.isEmpty() && again.stream().allMatch(Outcome::isSlowedDown);
    }

    private static boolean isSlowedDown(SmsReceipt receipt) {
        return receipt.error() == SmsError.RATE_LIMITED
                && receipt.providerCode() == null
                && receipt.providerText() == null;
    }

    /** Null where there is nothing but what was left out on purpose. */
    private static SmsException failureOf(SmsResult rest) {
        FailureSummary failures = new FailureSummary(rest.provider());
        rest.receipts().stream()
                .filter(receipt -> receipt.rejected() || receipt.uncertain())
                .forEach(receipt -> failures.add(receipt, null));
        return rest.rejectedCount() + rest.uncertainCount() == 0 ? null : failures.exception(rest);
    }

    /** The later parts of a message that were left out because of an earlier one go again with it. */
    private List<SmsReceipt> over() {
        List<SmsReceipt> over = new ArrayList<>();
        boolean goesAgain = false;
        for (SmsReceipt receipt : result.receipts()) {
            boolean follows = receipt.part() > 1 && receipt.state() == SmsState.SKIPPED;
            goesAgain = receipt.retryable() || follows && goesAgain;
            if (!goesAgain) {
                over.add(receipt);
            }
        }
        return over;
    }

    private static int count(List<SmsReceipt> receipts, Predicate<SmsReceipt> kind) {
        return (int) receipts.stream().filter(kind).count();
    }
}
