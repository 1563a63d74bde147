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

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.core5.http.HttpException;

/** Puts failures into words: of the target they name the host only, and of a reply that is not HTTP nothing. */
final class Failures {
    private Failures() {}

    static TransportException of(Target target, Exception cause, boolean mayHaveLeft) {
        boolean noHttp = cause instanceof HttpException;
        Exception shown = noHttp ? null : cause;
        if (!mayHaveLeft) {
            return TransportException.notSent("Not sent to " + target + ": " + reason(cause), shown);
        }
        if (noHttp) {
            return TransportException.broken("The reply of " + target + " is not HTTP", null);
        }
        if (cause instanceof SocketTimeoutException) {
            return TransportException.timeout(target + " was silent for too long", cause);
        }
        return TransportException.broken("The exchange with " + target + " broke off: " + reason(cause), cause);
    }

    static TransportException late(Target target, Duration limit, boolean mayHaveLeft) {
        return mayHaveLeft
                ? TransportException.timeout(
                        "No whole reply of " + target + " within " + limit.toMillis() + " ms", null)
                : TransportException.notSent("No connection to " + target + " in time", null);
    }

    static TransportException closed(Target target, boolean mayHaveLeft) {
        return mayHaveLeft
                ? TransportException.broken("Closed while waiting for the reply of " + target, null)
                : TransportException.notSent("Not sent to " + target + ": the transport is closed", null);
    }

    private static String reason(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        if (cause instanceof HttpException) {
            return "the server does not speak HTTP";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
