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
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ObjectHelper;

/**
 * Tells whether a thread has a transaction of Jakarta's, as one that {@code @Transactional} began in Quarkus. Only the transaction manager
 * knows of it, which is a bean there. By reflection, as most who use this component have no such manager.
 */
final class JtaTransactions {
    private static final String MANAGER = "jakarta.transaction.TransactionManager";

    /** Of {@code jakarta.transaction.Status}. */
    private static final int STATUS_NO_TRANSACTION = 6;

    private final Set<?> managers;
    private final Method status;

    JtaTransactions(CamelContext context) {
        Class<?> type = context.getClassResolver().resolveClass(MANAGER);
        managers = type == null ? Set.of() : context.getRegistry().findByType(type);
        status = managers.isEmpty() ? null : status(type);
    }

    private static Method status(Class<?> manager) {
        try {
            return manager.getMethod("getStatus");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this thread has one, also one that can only be rolled back any more. */
    boolean isOfThread() {
        for (Object manager : managers) {
            if ((int) ObjectHelper.invokeMethod(status, manager) != STATUS_NO_TRANSACTION) {
                return true;
            }
        }
        return false;
    }
}
