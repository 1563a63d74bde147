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

/** It is certain that nothing was sent. It is safe to try again, or to fail over to another provider. */
public abstract class SmsNotSentException extends SmsException {
    private static final long serialVersionUID = 1L;

    SmsNotSentException(
            String message,
            String provider,
            SmsError error,
            String providerCode,
            List<SmsReceipt> receipts,
            Throwable cause) {
        super(message, provider, error, providerCode, receipts, cause);
    }
}
