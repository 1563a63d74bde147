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
package io.massms.camel.error;

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import java.util.List;

/** Nothing was sent, and trying the same again changes nothing: wrong credentials, wrong number, no balance. */
public final class SmsRejectedException extends SmsNotSentException {
    private static final long serialVersionUID = 1L;

    /**
     * A lasting refusal.
     *
     * @param message      what went wrong and what would be right; free of credentials, numbers and texts
     * @param provider     the provider's id
     * @param error        why
     * @param providerCode the provider's own code, or null
     * @param receipts     the receipt of each recipient; empty for operations other than {@code send}
     * @param cause        the cause, or null
     */
    public SmsRejectedException(
            String message,
            String provider,
            SmsError error,
            String providerCode,
            List<SmsReceipt> receipts,
            Throwable cause) {
        super(message, provider, error, providerCode, receipts, cause);
    }
}
