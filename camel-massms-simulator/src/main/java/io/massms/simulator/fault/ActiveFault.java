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
package io.massms.simulator.fault;

import io.massms.simulator.Fault;
import java.util.Random;
import java.util.regex.Pattern;

/** A fault with its counters. */
final class ActiveFault {
    private final Fault definition;
    private final Pattern recipient;
    private final Random random;
    private long seen;
    private long hits;

    ActiveFault(Fault definition) {
        this.definition = definition;
        String regex = definition.where().recipient();
        this.recipient = regex == null ? null : Pattern.compile(regex);
        this.random = new Random(definition.when().seed());
    }

    long id() {
        return definition.id();
    }

    Fault definition() {
        return definition;
    }

    boolean matches(FaultBook.Target target) {
        Fault.Where where = definition.where();
        return (where.provider() == null || where.provider().equals(target.provider()))
                && (where.operation() == null || where.operation().equals(target.operation()))
                && (where.path() == null || target.path().endsWith(where.path()))
                && (recipient == null
                        || target.recipients().stream()
                                .anyMatch(to -> recipient.matcher(to).matches()));
    }

    /** Counts a matching request and tells whether it is one of those to hit. */
    synchronized boolean hit() {
        seen++;
        Fault.When when = definition.when();
        boolean chosen = (when.remaining() == null || hits < when.remaining())
                && switch (when.mode()) {
                    case ALWAYS -> true;
                    case FIRST -> seen <= when.n();
                    case NTH -> seen == when.n();
                    case EVERY -> seen % when.n() == 0;
                    case PROBABILITY -> random.nextDouble() < when.probability();
                };
        if (chosen) {
            hits++;
        }
        return chosen;
    }

    synchronized Fault snapshot() {
        Fault.When when = definition.when();
        Long left = when.remaining() == null ? null : Long.valueOf(when.remaining() - hits);
        Fault.When now = new Fault.When(when.mode(), when.n(), when.probability(), when.seed(), left);
        return new Fault(definition.id(), definition.where(), now, definition.what(), hits);
    }
}
