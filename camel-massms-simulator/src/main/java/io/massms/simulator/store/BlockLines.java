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
package io.massms.simulator.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What became of the lines of block sends: each is told from the moment in which it counts as processed. */
public final class BlockLines {
    private final int capacity;
    private final Deque<Line> inOrder = new ArrayDeque<>();
    private final Map<String, List<Line>> byClientId = new HashMap<>();
    private final NavigableMap<Instant, List<Line>> byTime = new TreeMap<>();

    /** A line's result, and whether a marking call has returned it. */
    private static final class Line {
        private final Result result;
        private boolean read;

        Line(Result result) {
            this.result = result;
        }
    }

    /**
     * What is told about a line.
     *
     * @param clientId the line's idinterno
     * @param processed when it is processed
     * @param answer {@code OK}, or what a single send would have answered
     */
    public record Result(String clientId, Instant processed, String answer) {}

    /**
     * How results are asked for.
     *
     * @param unreadOnly whether those that a marking call returned are left out
     * @param mark whether to mark what is returned
     */
    public record Reading(Instant now, boolean unreadOnly, boolean mark) {}

    BlockLines(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void add(String clientId, Instant received, Duration delay, String answer) {
        Line line = new Line(new Result(clientId, received.plus(delay), answer));
        inOrder.add(line);
        byClientId.computeIfAbsent(clientId, id -> new ArrayList<>(1)).add(line);
        byTime.computeIfAbsent(line.result.processed(), time -> new ArrayList<>(1))
                .add(line);
        if (inOrder.size() > capacity) {
            drop(inOrder.poll());
        }
    }

    private void drop(Line line) {
        remove(byClientId, line.result.clientId(), line);
        remove(byTime, line.result.processed(), line);
    }

    private static <K> void remove(Map<K, List<Line>> index, K key, Line line) {
        List<Line> lines = index.get(key);
        lines.remove(line);
        if (lines.isEmpty()) {
            index.remove(key);
        }
    }

    public synchronized List<Result> byClientId(String clientId, Reading reading) {
        return read(List.of(byClientId.getOrDefault(clientId, List.of())), reading);
    }

    /** Everything processed at this moment or later. */
    public synchronized List<Result> since(Instant moment, Reading reading) {
        return read(
                byTime.subMap(moment, true, later(moment, reading.now()), true).values(), reading);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Result> read(Collection<List<Line>> groups, Reading reading) {
        List<Result> results = new ArrayList<>();
        for (List<Line> group : groups) {
            for (Line line : group) {
                boolean processed = !line.result.processed().isAfter(reading.now());
                if (processed && !(reading.unreadOnly() && line.read)) {
                    line.read |= reading.mark();
                    results.add(line.result);
                }
            }
        }
        return results;
    }

    synchronized void reset() {
        inOrder.clear();
        byClientId.clear();
        byTime.clear();
    }
}
