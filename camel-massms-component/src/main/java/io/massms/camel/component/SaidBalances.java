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
 * What a route was told of a balance, in the order in which it was told, by exchanges that completed or are under way: so what a queue
 * holds is not said twice, and an older exchange that ends late changes nothing. What failed was not said.
 */
final class SaidBalances {
    /** An exchange that takes longer was dropped, as a full queue may do: then it said nothing. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final BigDecimal threshold;
    private final TreeMap<Long, Said> said = new TreeMap<>();
    private long count;

    /** Nothing was said. The threshold is null where no balance is low. */
    SaidBalances(BigDecimal threshold) {
        this.threshold = threshold;
    }

    /**
     * What there is to say; from now on it is under way.
     *
     * @param  balance as it is
     * @param  now     what time it is
     * @return         empty where it was said, or is under way
     */
    synchronized Optional<News> news(BigDecimal balance, Instant now) {
        said.values()
                .removeIf(other -> !other.completed && other.begun.plus(LONGEST).isBefore(now));
        boolean alarm = isLow(balance) && !isAlarmSaid();
        boolean same = !said.isEmpty() && said.lastEntry().getValue().balance.compareTo(balance) == 0;
        if (same && !alarm) {
            return Optional.empty();
        }
        said.put(++count, new Said(balance, alarm, now, false));
        return Optional.of(new News(count, balance, alarm));
    }

    /** Whether the last thing said beside a low balance is that it is low. */
    private boolean isAlarmSaid() {
        return said.descendingMap().values().stream()
                .filter(this::decides)
                .findFirst()
                .map(last -> last.alarm)
                .orElse(false);
    }

    /** The exchange that said it ended. */
    synchronized void ended(News news, boolean completed) {
        Said before = said.remove(news.number);
        if (completed) {
            Instant begun = before == null ? Instant.MIN : before.begun;
            said.put(news.number, new Said(news.balance, news.alarm, begun, true));
            forgetOvertaken();
        }
    }

    /** Keeps of what completed the last balance, and the last that decides whether the alarm was said. */
    private void forgetOvertaken() {
        boolean balance = false;
        boolean decision = false;
        for (Iterator<Said> latest = said.descendingMap().values().iterator(); latest.hasNext(); ) {
            Said each = latest.next();
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

    /** The alarm says that it is low, any balance that is not says that it recovered, and those after an alarm say neither. */
    private boolean decides(Said each) {
        return each.alarm || !isLow(each.balance);
    }

    private boolean isLow(BigDecimal balance) {
        return threshold != null && balance.compareTo(threshold) < 0;
    }

    /**
     * What is to be said.
     *
     * @param alarm whether the balance has just fallen below the threshold
     */
    record News(long number, BigDecimal balance, boolean alarm) {}

    private record Said(BigDecimal balance, boolean alarm, Instant begun, boolean completed) {}
}
