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
package io.massms.camel.component;

import java.lang.reflect.Method;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.ObjectHelper;

/**
 * Tells whether an exchange is in a transaction. Camel does not tell all copies so that it makes of an exchange, as for a failover, an
 * enricher or a circuit breaker, although their steps are part of the transaction: then its unit of work knows, or the thread does.
 */
final class TransactionUnderWay {
    private static final String SPRING = "org.springframework.transaction.support.TransactionSynchronizationManager";

    /** Null where there is no Spring. */
    private final Method ofThread;

    TransactionUnderWay(CamelContext context) {
        ofThread = ofThread(context.getClassResolver().resolveClass(SPRING));
    }

    private static Method ofThread(Class<?> spring) {
        try {
            return spring == null ? null : spring.getMethod("isActualTransactionActive");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked in the thread that has the exchange. */
    boolean has(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        return exchange.isTransacted()
                || work != null && work.isTransacted()
                || ofThread != null && (boolean) ObjectHelper.invokeMethod(ofThread, null);
    }
}
