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
package io.massms.camel.component.options;

/** Checks the options that say how messages, replies and reports are consumed, and how an inbox is fetched. */
public final class ConsumerOptions {
    private ConsumerOptions() {}

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    public static void check(SmsConfiguration options) {
        Ranges.atLeast("maxMessagesPerPoll", options.getMaxMessagesPerPoll(), 1, "");
        Ranges.atLeast("statusMaxAge", options.getStatusMaxAge(), 1, " ms");
        Ranges.atLeast("statusByDateFrom", options.getStatusByDateFrom(), 0, "");
        Ranges.atLeast("statusNotFoundGrace", options.getStatusNotFoundGrace(), 0, " ms");
        Ranges.atLeast("maxRedeliveries", options.getMaxRedeliveries(), 0, "");
        Ranges.atLeast("reconcileInterval", options.getReconcileInterval(), 0, " ms");
        if (options.isOptOut() && options.getOptOutRepository() == null) {
            throw new IllegalArgumentException(
                    "optOut=true needs somewhere to remember: set optOutRepository, such as #bean:optOuts");
        }
    }
}
