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
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ObjectHelper;

/**
 * Tells whether an exchange is in a transaction. Camel does not tell all copies that it makes of an exchange, as for a failover, an
 * enricher or a circuit breaker, although their steps are part of the transaction: then its unit of work knows, or the thread does.
 *
 * <p>The local transaction of a JMS consumer with {@code transacted=true} no exchange knows of. There the thread has the consumer's
 * session, in which also sends what sends from that thread.
 *
 * <p>What others than Camel began, as by {@code @Transactional}, the thread alone has.
 */
final class TransactionUnderWay {
    private static final String SPRING = "org.springframework.transaction.support.TransactionSynchronizationManager";

    /** These are null where there is no Spring. */
    private final Method isActive;

    private final Method resources;
    private final JtaTransactions jta;

    TransactionUnderWay(CamelContext context) {
        Class<?> spring = context.getClassResolver().resolveClass(SPRING);
        isActive = method(spring, "isActualTransactionActive");
        resources = method(spring, "getResourceMap");
        jta = new JtaTransactions(context);
    }

    private static Method method(Class<?> spring, String name) {
        try {
            return spring == null ? null : spring.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked in the thread that has the exchange. */
    boolean has(Exchange exchange) {
        UnitOfWork work = exchange.getUnitOfWork();
        return exchange.isTransacted()
                || work != null && work.isTransacted()
                || isActive != null && isOfThread(exchange.getFromEndpoint())
                || jta.isOfThread();
    }

    private boolean isOfThread(Endpoint consumed) {
        boolean active = (boolean) ObjectHelper.invokeMethod(isActive, null);
        return active || hasResources() && isTransacted(consumed);
    }

    private boolean hasResources() {
        return !((Map<?, ?>) ObjectHelper.invokeMethod(resources, null)).isEmpty();
    }

    /** A session that is not transacted is in the thread, too; what follows may leave it. */
    private static boolean isTransacted(Endpoint consumed) {
        return consumed instanceof DefaultEndpoint endpoint
                && endpoint.getComponent().getEndpointPropertyConfigurer() instanceof PropertyConfigurerGetter options
                && Boolean.TRUE.equals(options.getOptionValue(consumed, "transacted", true));
    }
}
