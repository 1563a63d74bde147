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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The balances that were emitted to a route, in the order in which they were emitted, by exchanges that completed or are under way: so what
 * a queue holds is not emitted twice, and an older exchange that ends late changes nothing. What failed was not emitted.
 */
final class EmittedBalances {
    /** An exchange that takes longer was dropped, as a full queue may do: then it counts as not emitted. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final BigDecimal threshold;
    private final TreeMap<Long, Emitted> emitted = new TreeMap<>();
    private long count;

    /** Without any balance emitted. The threshold is null if no balance is low. */
    EmittedBalances(BigDecimal threshold) {
        this.threshold = threshold;
    }

    /**
     * What there is to emit; from now on its exchange is under way.
     *
     * @param  balance as it is
     * @param  now     what time it is
     * @return         empty if it was emitted, or is under way
     */
    synchronized Optional<BalanceEvent> event(BigDecimal balance, Instant now) {
        emitted.values()
                .removeIf(other -> !other.completed && other.begun.plus(LONGEST).isBefore(now));
        boolean alarm = isLow(balance) && !isAlarmEmitted();
        boolean same =
                !emitted.isEmpty() && emitted.lastEntry().getValue().balance.compareTo(balance) == 0;
        if (same && !alarm) {
            return Optional.empty();
        }
        emitted.put(++count, new Emitted(balance, alarm, now, false));
        return Optional.of(new BalanceEvent(count, balance, alarm));
    }

    /** Whether the last event that decides about the alarm was an alarm. */
    private boolean isAlarmEmitted() {
        return emitted.descendingMap().values().stream()
                .filter(this::decides)
                .findFirst()
                .map(last -> last.alarm)
                .orElse(false);
    }

    /** The exchange of an event ended. */
    synchronized void ended(BalanceEvent event, boolean completed) {
        Emitted before = emitted.remove(event.number);
        if (completed) {
            Instant begun = before == null ? Instant.MIN : before.begun;
            emitted.put(event.number, new Emitted(event.balance, event.alarm, begun, true));
            forgetOvertaken();
        }
    }

    /** Keeps of what completed the last balance, and the last that decides whether the alarm was emitted. */
    private void forgetOvertaken() {
        boolean balance = false;
        boolean decision = false;
        for (Iterator<Emitted> latest = emitted.descendingMap().values().iterator(); latest.hasNext(); ) {
            Emitted each = latest.next();
            if (each.completed) {
                boolean needed = !balance || !decision && decides(each);
                balance = true;
                decision |= decides(each);
                if (!needed) {
                    latest.remove();
                }
            }
        }
    }

    /** An alarm decides that the balance is low, any balance that is not low that it recovered; low ones after an alarm decide neither. */
    private boolean decides(Emitted each) {
        return each.alarm || !isLow(each.balance);
    }

    private boolean isLow(BigDecimal balance) {
        return threshold != null && balance.compareTo(threshold) < 0;
    }

    /**
     * What is to be emitted.
     *
     * @param alarm whether the balance has just fallen below the threshold
     */
    record BalanceEvent(long number, BigDecimal balance, boolean alarm) {}

    private record Emitted(BigDecimal balance, boolean alarm, Instant begun, boolean completed) {}
}
