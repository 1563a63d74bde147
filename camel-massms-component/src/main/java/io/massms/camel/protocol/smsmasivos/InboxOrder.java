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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.protocol.smsmasivos.InboxRecords.End;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tells the ends of records from texts that look like ends: the page stands in order of time, the newest first (manual, section
 * "Recepción de mensajes vía HTTP (PULL)"), so the ends are the most that stand in that order and include the page's last. A page
 * stands the other way round where more ends agree with that, and their ids grow with their times (decided).
 *
 * <p>Of two rows of the same length the one counts whose ids fall, too. A provider's clock that was set, or two messages that came at
 * once, can put a record out of the order of time: an end between two others counts where its id stands in order and its time is near
 * (decided). Pages are sorted by time or by id, so what stands in neither order is a text. It must not keep the page from being read:
 * then one text that somebody wrote for it would stop the inbox.
 */
final class InboxOrder {
    /** Old pages that people copy into a text are further away, and clocks are never set by more. */
    private static final Duration NEAR = Duration.ofDays(1);

    private final List<End> ends;
    private final Comparator<BigInteger> order;

    private InboxOrder(List<End> ends, Comparator<BigInteger> order) {
        this.ends = ends;
        this.order = order;
    }

    /**
     * The ends of records.
     *
     * @param  ends      in the order of the page; the last one is a real one
     * @param  firstText where the first record's text begins
     * @return           empty where there are none
     */
    static List<End> realOnes(List<End> ends, int firstText) {
        List<End> newestFirst = InboxRow.of(ends, End::time, Comparator.<LocalDateTime>reverseOrder(), firstText);
        if (newestFirst.size() == ends.size()) {
            return newestFirst;
        }
        List<End> byId = InboxRow.ofDistinct(ends, End::id, Comparator.<BigInteger>reverseOrder(), firstText);
        if (byId.size() >= newestFirst.size()
                && allFollow(byId, (one, next) -> !one.time().isBefore(next.time()))) {
            newestFirst = byId;
        }
        List<End> oldestFirst = InboxRow.of(ends, End::time, Comparator.<LocalDateTime>naturalOrder(), firstText);
        return oldestFirst.size() > newestFirst.size()
                        && allFollow(oldestFirst, (one, next) -> one.id().compareTo(next.id()) < 0)
                ? new InboxOrder(ends, Comparator.naturalOrder()).filled(oldestFirst, firstText)
                : new InboxOrder(ends, Comparator.reverseOrder()).filled(newestFirst, firstText);
    }

    private static boolean allFollow(List<End> row, BiPredicate<End, End> follows) {
        for (int i = 1; i < row.size(); i++) {
            if (!follows.test(row.get(i - 1), row.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The row, and in its gaps the ends that only the time speaks against. */
    private List<End> filled(List<End> row, int firstText) {
        List<End> filled = new ArrayList<>(row.size());
        End before = null;
        int at = 0;
        for (End after : row) {
            List<End> between = new ArrayList<>();
            for (; ends.get(at) != after; at++) {
                if (isNear(ends.get(at), before) || isNear(ends.get(at), after)) {
                    between.add(ends.get(at));
                }
            }
            at++;
            filled.addAll(inOrder(before, between, after, before == null ? firstText : before.nextText()));
            filled.add(after);
            before = after;
        }
        return filled;
    }

    private List<End> inOrder(End before, List<End> between, End after, int firstText) {
        List<End> fitting = new ArrayList<>();
        for (End end : between) {
            if ((before == null || precedes(before, end)) && precedes(end, after)) {
                fitting.add(end);
            }
        }
        fitting.add(after);
        List<End> row = InboxRow.ofDistinct(fitting, End::id, order, firstText);
        return row.isEmpty() ? row : row.subList(0, row.size() - 1);
    }

    private boolean precedes(End one, End other) {
        return order.compare(one.id(), other.id()) < 0 && one.nextText() <= other.start();
    }

    private static boolean isNear(End end, End other) {
        return other != null && Duration.between(end.time(), other.time()).abs().compareTo(NEAR) <= 0;
    }
}
