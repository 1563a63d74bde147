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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The longest row of ends that stand in an order, include the last one, and between any two of which there is room for a record.
 * Costs n log n, whatever people write: a tree holds, for each key, the longest row so far that stops there.
 */
final class InboxRow<K> {
    private static final int NONE = -1;

    private final List<End> ends;
    private final Function<End, K> key;
    private final Comparator<K> order;
    private final int repeatable;
    private final List<K> keys;
    private final int[] lengths;
    private final int[] before;
    private final int[] longest;

    private InboxRow(List<End> ends, Function<End, K> key, Comparator<K> order, boolean repeatable) {
        this.ends = ends;
        this.key = key;
        this.order = order;
        this.repeatable = repeatable ? 0 : 1;
        keys = ends.stream().map(key).distinct().sorted(order).toList();
        lengths = new int[ends.size()];
        before = new int[ends.size()];
        longest = new int[keys.size() + 1];
        Arrays.fill(longest, NONE);
    }

    /** A row in which a key may stand more than once; it is empty where none reaches the last end. */
    static <K> List<End> of(List<End> ends, Function<End, K> key, Comparator<K> order, int firstText) {
        return new InboxRow<>(ends, key, order, true).row(firstText);
    }

    /** A row in which each key differs from the one before. */
    static <K> List<End> ofDistinct(List<End> ends, Function<End, K> key, Comparator<K> order, int firstText) {
        return new InboxRow<>(ends, key, order, false).row(firstText);
    }

    private List<End> row(int firstText) {
        int entered = 0;
        for (int i = 0; i < ends.size(); i++) {
            while (entered < i && ends.get(entered).nextText() <= ends.get(i).start()) {
                enter(entered++);
            }
            before[i] = longestUpTo(rank(ends.get(i)) - repeatable);
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
        for (int at = rank(ends.get(end)); at < longest.length; at += at & -at) {
            if (lengths[end] > 0 && (longest[at] == NONE || lengths[end] > lengths[longest[at]])) {
                longest[at] = end;
            }
        }
    }

    private int longestUpTo(int rank) {
        int best = NONE;
        for (int at = rank; at > 0; at -= at & -at) {
            if (longest[at] != NONE && (best == NONE || lengths[longest[at]] > lengths[best])) {
                best = longest[at];
            }
        }
        return best;
    }

    private int rank(End end) {
        return Collections.binarySearch(keys, key.apply(end), order) + 1;
    }
}
