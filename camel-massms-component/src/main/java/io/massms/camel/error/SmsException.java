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

/**
 * An operation failed for every recipient. The subclass says what to do:
 *
 * <ul>
 * <li>{@link SmsTemporaryException}: nothing was sent; try again.
 * <li>{@link SmsRejectedException}: nothing was sent; trying again changes nothing.
 * <li>{@link SmsUncertainException}: it may have been sent; find out before you send it again.
 * </ul>
 */
public abstract class SmsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String provider;
    private final SmsError error;
    private final String providerCode;
    private final transient List<SmsReceipt> receipts;

    SmsException(
            String message,
            String provider,
            SmsError error,
            String providerCode,
            List<SmsReceipt> receipts,
            Throwable cause) {
        super(message, cause);
        this.provider = provider;
        this.error = error;
        this.providerCode = providerCode;
        this.receipts = List.copyOf(receipts);
    }

    /**
     * The provider.
     *
     * @return the provider's id
     */
    public String getProvider() {
        return provider;
    }

    /**
     * Why it failed. If the errors of several recipients differ, the error of the first.
     *
     * @return never null
     */
    public SmsError getError() {
        return error;
    }

    /**
     * The provider's own code.
     *
     * @return null if it sent none
     */
    public String getProviderCode() {
        return providerCode;
    }

    /**
     * The receipt of each recipient, as far as the option {@code receipts} keeps it.
     *
     * @return empty for operations other than {@code send}, and after deserialization
     */
    public List<SmsReceipt> getReceipts() {
        return receipts == null ? List.of() : receipts;
    }
}
