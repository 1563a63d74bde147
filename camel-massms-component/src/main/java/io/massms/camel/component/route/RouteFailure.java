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
package io.massms.camel.component.route;

import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;

/** What counts as failed of an exchange that a route is through with: a rollback too, though its exception was handled. */
public final class RouteFailure {
    private RouteFailure() {}

    /**
     * Whether a route failed.
     *
     * @param  exchange that it is through with
     * @return          true where the exchange is to be treated as not processed
     */
    public static boolean isIn(Exchange exchange) {
        return exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
    }

    /**
     * Why a route failed.
     *
     * @param  exchange in which a failure {@linkplain #isIn is}
     * @return          never null
     */
    public static Throwable of(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        Throwable handled = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return handled == null ? new RollbackExchangeException(exchange) : handled;
    }
}
