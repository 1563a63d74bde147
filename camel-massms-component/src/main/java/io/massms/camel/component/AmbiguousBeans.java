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

import io.massms.camel.component.options.SmsConfiguration;
import io.massms.camel.optout.OptOutRepository;
import io.massms.camel.spi.Operation;
import io.massms.camel.tracker.SmsTracker;
import java.util.Set;

/**
 * Refuses to guess which bean is meant. Camel finds a bean by its type where there is one; where there are two it takes neither and says
 * nothing: whoever opted out would get messages again, or what was sent would be forgotten with the process.
 */
final class AmbiguousBeans {
    private static final Set<Operation> OF_TRACKED_MESSAGES = Set.of(Operation.reconcile, Operation.settle);

    private AmbiguousBeans() {}

    /**
     * Checks what an endpoint was given, after Camel looked for it.
     *
     * @throws IllegalArgumentException where there are several beans of which the endpoint needs one; says what would be right
     */
    static void refuse(SmsEndpoint endpoint) {
        if (!endpoint.isAutowiredEnabled() || !endpoint.getComponent().isAutowiredEnabled()) {
            return;
        }
        SmsConfiguration options = endpoint.getConfiguration();
        Operation operation = endpoint.access().operation();
        boolean sends = operation == Operation.send;
        if (sends && options.getOptOutRepository() == null) {
            refuseSeveral(endpoint, OptOutRepository.class, "optOutRepository");
        }
        boolean needsTracker = sends && options.isIdempotent() || OF_TRACKED_MESSAGES.contains(operation);
        if (needsTracker && options.getTracker() == null) {
            refuseSeveral(endpoint, SmsTracker.class, "tracker");
        }
    }

    private static void refuseSeveral(SmsEndpoint endpoint, Class<?> type, String option) {
        int count = endpoint.getCamelContext().getRegistry().findByType(type).size();
        if (count > 1) {
            throw new IllegalArgumentException("There are " + count + " beans of the type " + type.getSimpleName()
                    + ", so none of them is used; right is to name one, as in " + option
                    + "=#bean:name, or autowiredEnabled=false to do without");
        }
    }
}
