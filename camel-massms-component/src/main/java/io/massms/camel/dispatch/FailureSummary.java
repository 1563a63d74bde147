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
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import java.time.Instant;
import java.util.List;

/** What failed of a send: which exception it deserves where nothing was accepted, and when the rest may go again. */
final class FailureSummary {
    private final String provider;
    private SmsReceipt uncertain;
    private SmsReceipt permanent;
    private SmsReceipt temporary;
    private Instant retryTime;

    FailureSummary(String provider) {
        this.provider = provider;
    }

    /** From when on all that is worth another try may go; null where nobody said. */
    Instant retryTime() {
        return retryTime;
    }

    void add(SmsReceipt receipt, Instant mayGoAgain) {
        if (receipt.uncertain()) {
            uncertain = uncertain == null ? receipt : uncertain;
        } else if (receipt.retryable()) {
            temporary = temporary == null ? receipt : temporary;
            retryTime = later(retryTime, mayGoAgain);
        } else {
            permanent = permanent == null ? receipt : permanent;
        }
    }

    /** Any uncertain one decides; else all must be worth another try; else the refusal stands. */
    SmsException exception(SmsResult result) {
        List<SmsReceipt> receipts = result.receipts();
        if (uncertain != null) {
            return new SmsUncertainException(
                    message("may or may not have taken", uncertain, result),
                    provider,
                    uncertain.error(),
                    uncertain.providerCode(),
                    receipts,
                    null);
        }
        if (permanent == null) {
            return new SmsTemporaryException(
                    message("did not take", temporary, result),
                    provider,
                    temporary.error(),
                    temporary.providerCode(),
                    receipts,
                    retryTime,
                    null);
        }
        return new SmsRejectedException(
                message("did not take", permanent, result),
                provider,
                permanent.error(),
                permanent.providerCode(),
                receipts,
                null);
    }

    private String message(String what, SmsReceipt receipt, SmsResult result) {
        int count = result.count();
        return provider + " " + what + (count == 1 ? " the message: " : " any of " + count + " messages; the first: ")
                + SmsError.describe(receipt.error(), receipt.providerCode(), receipt.reason());
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
