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
package io.massms.camel.model;

import java.util.List;
import java.util.function.Predicate;

/**
 * The result of one send. The counts are complete for all messages that were read. The option {@code receipts} says which receipts are
 * kept. If the input ended early, or the component stopped before its end, one more receipt, without a recipient, says so.
 *
 * @param provider       the provider's id
 * @param receipts       one for each recipient, in the order of the input; never null
 * @param acceptedCount  how many the provider accepted
 * @param rejectedCount  how many certainly were not sent
 * @param uncertainCount how many may have been sent
 * @param skippedCount   how many were left out on purpose, as in a dry run
 * @param segments       how many parts were accepted, are uncertain, or would be sent in a dry run
 * @param retryable      the messages that certainly were not sent and are worth sending again. The list can be the body of the next send. It
 *                       does not contain messages that were not read, nor a sender id or a message type that came from the options
 */
public record SmsResult(
        String provider,
        List<SmsReceipt> receipts,
        int acceptedCount,
        int rejectedCount,
        int uncertainCount,
        int skippedCount,
        int segments,
        List<SmsMessage> retryable) {

    /** Keeps the lists from changing. */
    public SmsResult {
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
        retryable = retryable == null ? List.of() : List.copyOf(retryable);
    }

    /**
     * The same result with other messages to send again.
     *
     * @param  messages in the order of the input
     * @return          a copy
     */
    public SmsResult withRetryable(List<SmsMessage> messages) {
        return new SmsResult(
                provider, receipts, acceptedCount, rejectedCount, uncertainCount, skippedCount, segments, messages);
    }

    /**
     * The receipts of the messages that the provider accepted.
     *
     * @return in the order of the input; only receipts that were kept
     */
    public List<SmsReceipt> accepted() {
        return those(SmsReceipt::accepted);
    }

    /**
     * The receipts of the messages that certainly were not sent.
     *
     * @return in the order of the input; only receipts that were kept
     */
    public List<SmsReceipt> rejected() {
        return those(SmsReceipt::rejected);
    }

    /**
     * The receipts of the messages that may have been sent.
     *
     * @return in the order of the input; only receipts that were kept
     */
    public List<SmsReceipt> uncertain() {
        return those(SmsReceipt::uncertain);
    }

    /**
     * What became of each message, where texts may have been split: a part that was taken beside one that was refused makes its message
     * uncertain. Needs the option {@code receipts=all}; a message of which some receipts were not kept counts as uncertain.
     *
     * @return in the order of the input; only messages of which a receipt was kept
     */
    public List<SmsMessageResult> byMessage() {
        return SmsMessageResult.group(receipts);
    }

    /**
     * How many recipients there were.
     *
     * @return the sum of all counts
     */
    public int count() {
        return acceptedCount + rejectedCount + uncertainCount + skippedCount;
    }

    private List<SmsReceipt> those(Predicate<SmsReceipt> kind) {
        return receipts.stream().filter(kind).toList();
    }

    /** The counts. */
    @Override
    public String toString() {
        return "SmsResult[" + provider + ": " + acceptedCount + " accepted, " + rejectedCount + " rejected, "
                + uncertainCount + " uncertain, " + skippedCount + " skipped]";
    }
}
