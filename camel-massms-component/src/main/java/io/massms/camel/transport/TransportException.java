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
package io.massms.camel.transport;

import io.massms.camel.model.SmsError;
import java.io.IOException;

/** A call that brought no answer. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final SmsError error;
    private final boolean requestMayHaveLeft;

    private TransportException(SmsError error, boolean requestMayHaveLeft, String message, Throwable cause) {
        super(message, cause);
        this.error = error;
        this.requestMayHaveLeft = requestMayHaveLeft;
    }

    /**
     * No byte of the request left: no connection, no TLS, or no free connection in time.
     *
     * @param  message what went wrong, without credentials
     * @param  cause   the failure below, or null
     * @return         the exception
     */
    public static TransportException notSent(String message, Throwable cause) {
        return new TransportException(SmsError.CONNECT_FAILED, false, message, cause);
    }

    /**
     * The request, or some of it, left, and no whole answer came in time.
     *
     * @param  message what went wrong, without credentials
     * @param  cause   the failure below, or null
     * @return         the exception
     */
    public static TransportException timeout(String message, Throwable cause) {
        return new TransportException(SmsError.TIMEOUT, true, message, cause);
    }

    /**
     * The request, or some of it, left, and the answer broke off, was too large, or was not HTTP.
     *
     * @param  message what went wrong, without credentials
     * @param  cause   the failure below, or null
     * @return         the exception
     */
    public static TransportException broken(String message, Throwable cause) {
        return new TransportException(SmsError.UNEXPECTED_RESPONSE, true, message, cause);
    }

    /**
     * In the words of the model.
     *
     * @return {@code CONNECT_FAILED}, {@code TIMEOUT} or {@code UNEXPECTED_RESPONSE}
     */
    public SmsError error() {
        return error;
    }

    /**
     * Whether the provider may have got the request.
     *
     * @return false only when it surely did not
     */
    public boolean requestMayHaveLeft() {
        return requestMayHaveLeft;
    }
}
