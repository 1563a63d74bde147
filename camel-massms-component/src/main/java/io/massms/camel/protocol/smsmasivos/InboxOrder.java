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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the ends of records from texts that look like ends: the page stands in order of time, the newest first (manual, section
 * "Recepción de mensajes vía HTTP (PULL)"), so the ends are the most that stand in that order and include the page's last. A page
 * stands the other way round where more ends agree with that, and their ids grow with their times (decided).
 *
 * <p>Costs n log n, whatever people write: a tree holds, for each time, the longest row of ends so far that stops there.
 */
final class InboxOrder {
    private static final int NONE = -1;

    private final List<End> ends;
    private final Comparator<LocalDateTime> order;
    private final List<LocalDateTime> times;
    private final int[] lengths;
    private final int[] before;
    private final int[] longest;

    private InboxOrder(List<End> ends, Comparator<LocalDateTime> order) {
        this.ends = ends;
        this.order = order;
        times = ends.stream().map(End::time).distinct().sorted(order).toList();
        lengths = new int[ends.size()];
        before = new int[ends.size()];
        longest = new int[times.size() + 1];
        Arrays.fill(longest, NONE);
    }

    /**
     * The longest row.
     *
     * @param  ends      in the order of the page; the last one is a real one
     * @param  firstText where the first record's text begins
     * @return           empty where no row reaches the last one
     */
    static List<End> longestIn(List<End> ends, int firstText) {
        List<End> newestFirst = new InboxOrder(ends, Comparator.reverseOrder()).row(firstText);
        if (newestFirst.size() == ends.size()) {
            return newestFirst;
        }
        List<End> oldestFirst = new InboxOrder(ends, Comparator.naturalOrder()).row(firstText);
        return oldestFirst.size() > newestFirst.size() && idsGrow(oldestFirst) ? oldestFirst : newestFirst;
    }

    private static boolean idsGrow(List<End> row) {
        for (int i = 1; i < row.size(); i++) {
            if (new BigInteger(row.get(i - 1).id())
                            .compareTo(new BigInteger(row.get(i).id()))
                    >= 0) {
                return false;
            }
        }
        return true;
    }

    private List<End> row(int firstText) {
        int entered = 0;
        for (int i = 0; i < ends.size(); i++) {
            while (entered < i && ends.get(entered).nextText() <= ends.get(i).start()) {
                enter(entered++);
            }
            before[i] = longestUpTo(ends.get(i).time());
            boolean begins = firstText <= ends.get(i).start();
            lengths[i] = before[i] != NONE ? lengths[before[i]] + 1 : begins ? 1 : 0;
        }
        List<End> row = new ArrayList<>();
        for (int i = ends.size() - 1; i != NONE && lengths[i] > 0; i = before[i]) {
            row.add(ends.get(i));
        }
        Collections.reverse(row);
        return row;
    }

    private void enter(int end) {
        for (int at = rank(ends.get(end).time()); at < longest.length; at += at & -at) {
            if (lengths[end] > 0 && (longest[at] == NONE || lengths[end] > lengths[longest[at]])) {
                longest[at] = end;
            }
        }
    }

    private int longestUpTo(LocalDateTime time) {
        int best = NONE;
        for (int at = rank(time); at > 0; at -= at & -at) {
            if (longest[at] != NONE && (best == NONE || lengths[longest[at]] > lengths[best])) {
                best = longest[at];
            }
        }
        return best;
    }

    private int rank(LocalDateTime time) {
        return Collections.binarySearch(times, time, order) + 1;
    }
}
