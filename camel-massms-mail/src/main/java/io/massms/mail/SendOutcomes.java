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
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Derives the outcome of each message from a send. What is not certain counts as possibly sent. */
final class SendOutcomes {
    private final SmsResult result;
    private final Exception failure;
    private final List<SmsReceipt> receipts;

    /**
     * A finished send.
     *
     * @param body    what the endpoint answered
     * @param failure the exception that it threw, or null
     */
    SendOutcomes(Object body, Exception failure) {
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
        if (!whole.rejected()) {
            return RecipientOutcome.sent(message.clientId(), message.to());
        }
        return whole.retryable()
                ? RecipientOutcome.later(message.clientId(), message.to(), why, retryTime())
                : RecipientOutcome.notSent(message.clientId(), message.to(), why);
    }

    /** The option {@code receipts} dropped some, or the endpoint is not an SMS endpoint. */
    private RecipientOutcome withoutReceipt(SmsMessage message) {
        if (failure instanceof SmsTemporaryException) {
            return RecipientOutcome.later(message.clientId(), message.to(), failure.getMessage(), retryTime());
        }
        if (failure instanceof SmsNotSentException) {
            return RecipientOutcome.notSent(message.clientId(), message.to(), failure.getMessage());
        }
        if (failure instanceof SmsException) {
            return RecipientOutcome.unknown(message.clientId(), message.to(), failure.getMessage());
        }
        return keepsOnlyFailures()
                ? RecipientOutcome.sent(message.clientId(), message.to())
                : RecipientOutcome.unknown(message.clientId(), message.to(), "There is no receipt for it");
    }

    private boolean keepsOnlyFailures() {
        return result != null && result.rejectedCount() + result.uncertainCount() == failures();
    }

    private long failures() {
        return receipts.stream()
                .filter(receipt -> receipt.rejected() || receipt.uncertain())
                .count();
    }

    private Instant retryTime() {
        return failure instanceof SmsTemporaryException temporary ? temporary.getRetryTime() : null;
    }

    private static String failures(List<SmsReceipt> parts) {
        return parts.stream()
                .filter(part -> part.rejected() || part.uncertain())
                .map(SendOutcomes::describe)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String describe(SmsReceipt receipt) {
        String error = SmsError.describe(receipt.error(), receipt.providerCode(), receipt.providerText());
        return receipt.reason() == null ? error : error + ": " + receipt.reason();
    }
}
