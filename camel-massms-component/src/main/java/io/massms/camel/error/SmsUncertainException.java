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

/** It may have left: read timeout, connection lost after the request, unreadable answer. This component never retries it, and neither should a route before it has found out. */
public final class SmsUncertainException extends SmsException {
    private static final long serialVersionUID = 1L;

    /**
     * An open outcome.
     *
     * @param message      what went wrong and what would be right; free of credentials, numbers and texts
     * @param provider     the provider's id
     * @param error        why
     * @param providerCode the provider's own code, or null
     * @param receipts     what became of each recipient
     * @param cause        the failure below, or null
     */
    public SmsUncertainException(
            String message,
            String provider,
            SmsError error,
            String providerCode,
            List<SmsReceipt> receipts,
            Throwable cause) {
        super(message, provider, error, providerCode, receipts, cause);
    }
}
