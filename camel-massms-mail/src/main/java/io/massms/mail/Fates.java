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

/** Reads from a send what became of each message; whatever is not certain counts as sent perhaps. */
final class Fates {
    private final SmsResult result;
    private final Exception failure;
    private final List<SmsReceipt> receipts;

    /**
     * A finished send.
     *
     * @param body    what the endpoint answered
     * @param failure what it threw, or null
     */
    Fates(Object body, Exception failure) {
        this.failure = failure;
        result = failure == null && body instanceof SmsResult answered ? answered : null;
        if (failure instanceof SmsException refused) {
            receipts = refused.getReceipts();
        } else {
            receipts = result == null ? List.of() : result.receipts();
        }
    }

    Fate of(SmsMessage message) {
        List<SmsReceipt> own = receipts.stream()
                .filter(receipt -> message.clientId().equals(receipt.clientId()))
                .toList();
        return own.isEmpty() ? withoutReceipt(message) : byReceipts(message, own);
    }

    /** Receipts of parts may be missing, as with {@code receipts=failed}: then a part may have left. */
    private Fate byReceipts(SmsMessage message, List<SmsReceipt> parts) {
        SmsMessageResult whole = new SmsMessageResult(parts);
        String why = failures(parts);
        if (whole.uncertain()) {
            return Fate.unknown(
                    message.clientId(), message.to(), why.isEmpty() ? "Not all of its parts have a receipt" : why);
        }
        if (!whole.rejected()) {
            return Fate.sent(message.clientId(), message.to());
        }
        return whole.retryable()
                ? Fate.later(message.clientId(), message.to(), why, retryTime())
                : Fate.notSent(message.clientId(), message.to(), why);
    }

    /** The endpoint was told to keep only some receipts, or something else than an SMS endpoint answered. */
    private Fate withoutReceipt(SmsMessage message) {
        if (failure instanceof SmsTemporaryException) {
            return Fate.later(message.clientId(), message.to(), failure.getMessage(), retryTime());
        }
        if (failure instanceof SmsNotSentException) {
            return Fate.notSent(message.clientId(), message.to(), failure.getMessage());
        }
        if (failure instanceof SmsException) {
            return Fate.unknown(message.clientId(), message.to(), failure.getMessage());
        }
        return tellsOnlyFailures()
                ? Fate.sent(message.clientId(), message.to())
                : Fate.unknown(message.clientId(), message.to(), "Nobody told what became of it");
    }

    private boolean tellsOnlyFailures() {
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
                .map(Fates::describe)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String describe(SmsReceipt receipt) {
        String error = SmsError.describe(receipt.error(), receipt.providerCode(), receipt.providerText());
        return receipt.reason() == null ? error : error + ": " + receipt.reason();
    }
}
