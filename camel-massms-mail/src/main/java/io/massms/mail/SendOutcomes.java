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
package io.massms.mail;

import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsNotSentException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsMessageResult;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Derives the outcome of each message of a mail from a send. What is not certain counts as possibly sent: a route may send the messages one by
 * one, and end with what became of one of them.
 */
final class SendOutcomes {
    private final List<SmsMessage> messages;
    private final boolean together;
    private final SmsResult result;
    private final Exception failure;
    private final List<SmsReceipt> receipts;

    /**
     * A finished send.
     *
     * @param messages of the mail
     * @param together whether they went to an SMS endpoint, which tells of all of them, and not to another one that leads there
     * @param body     what the endpoint answered
     * @param failure  the exception that it threw, or null
     */
    SendOutcomes(List<SmsMessage> messages, boolean together, Object body, Exception failure) {
        this.messages = messages;
        this.together = together;
        this.failure = failure;
        result = failure == null && body instanceof SmsResult answered ? answered : null;
        if (failure instanceof SmsException refused) {
            receipts = refused.getReceipts();
        } else {
            receipts = result == null ? List.of() : result.receipts();
        }
    }

    RecipientOutcome of(SmsMessage message) {
        List<SmsReceipt> own = receipts.stream()
                .filter(receipt -> message.clientId().equals(receipt.clientId()))
                .toList();
        return own.isEmpty() ? withoutReceipt(message) : byReceipts(message, own);
    }

    /** Receipts of parts may be missing, as with {@code receipts=failed}: then a part may have left. */
    private RecipientOutcome byReceipts(SmsMessage message, List<SmsReceipt> parts) {
        SmsMessageResult whole = new SmsMessageResult(parts);
        String why = failures(parts);
        if (whole.uncertain()) {
            return RecipientOutcome.unknown(
                    message.clientId(), message.to(), why.isEmpty() ? "Not all of its parts have a receipt" : why);
        }
        if (parts.stream().allMatch(SendOutcomes::wasDryRun)) {
            return RecipientOutcome.notSent(message.clientId(), message.to(), "This was a dry run (dryRun=true)");
        }
        if (!whole.rejected()) {
            return RecipientOutcome.sent(message.clientId(), message.to());
        }
        return whole.retryable()
                ? RecipientOutcome.later(message.clientId(), message.to(), why, retryTime())
                : RecipientOutcome.notSent(message.clientId(), message.to(), why);
    }

    /** The option {@code receipts} dropped some, the endpoint is not an SMS endpoint, or a route told of another message. */
    private RecipientOutcome withoutReceipt(SmsMessage message) {
        if (failure instanceof SmsNotSentException && !isFailureOfAll()) {
            return withoutAnyWord(message);
        }
        if (failure instanceof SmsTemporaryException) {
            return RecipientOutcome.later(message.clientId(), message.to(), failure.getMessage(), retryTime());
        }
        if (failure instanceof SmsNotSentException) {
            return RecipientOutcome.notSent(message.clientId(), message.to(), failure.getMessage());
        }
        if (failure instanceof SmsException) {
            return RecipientOutcome.unknown(message.clientId(), message.to(), failure.getMessage());
        }
        return isResultOfAll() ? RecipientOutcome.sent(message.clientId(), message.to()) : withoutAnyWord(message);
    }

    private static RecipientOutcome withoutAnyWord(SmsMessage message) {
        return RecipientOutcome.unknown(message.clientId(), message.to(), "There is no receipt for it");
    }

    /** A failure has a receipt of each message, or with {@code receipts=none} of none. */
    private boolean isFailureOfAll() {
        return messages.size() == 1 || together && receipts.isEmpty();
    }

    /** Whether all that failed has a receipt, and so much was accepted that messages without a receipt can be among it. */
    private boolean isResultOfAll() {
        if (result == null || result.rejectedCount() + result.uncertainCount() != failures()) {
            return false;
        }
        Set<String> own = messages.stream().map(SmsMessage::clientId).collect(Collectors.toSet());
        Set<String> found = receipts.stream().map(SmsReceipt::clientId).collect(Collectors.toSet());
        List<SmsReceipt> others = receipts.stream()
                .filter(receipt -> !own.contains(receipt.clientId()))
                .toList();
        long missing = own.stream().filter(id -> !found.contains(id)).count();
        return others.stream().noneMatch(SendOutcomes::failed)
                && missing <= others.size() + result.count() - receipts.size();
    }

    private long failures() {
        return receipts.stream().filter(SendOutcomes::failed).count();
    }

    private Instant retryTime() {
        return failure instanceof SmsTemporaryException temporary ? temporary.getRetryTime() : null;
    }

    private static String failures(List<SmsReceipt> parts) {
        return parts.stream()
                .filter(SendOutcomes::failed)
                .map(SendOutcomes::describe)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static boolean failed(SmsReceipt receipt) {
        return receipt.rejected() || receipt.uncertain();
    }

    /** Others are skipped with a reason, such as a duplicate of one that went. */
    private static boolean wasDryRun(SmsReceipt receipt) {
        return receipt.state() == SmsState.SKIPPED && receipt.error() == null && receipt.reason() == null;
    }

    private static String describe(SmsReceipt receipt) {
        String error = SmsError.describe(receipt.error(), receipt.providerCode(), receipt.providerText());
        return receipt.reason() == null ? error : error + ": " + receipt.reason();
    }
}
