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
package io.massms.camel.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the last 100,000 texts of this process, each to one recipient: about 50 MB when full. */
public final class MemoryRecentSends implements RecentSends {
    private static final int MOST = 100_000;
    /** The same text is rarely on its way to the same recipient for many times. */
    private static final int MOST_TIMES = 100;

    private final Clock clock;
    private final Map<Text, List<Noted>> sends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, List<Noted>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A memory without anything in it.
     *
     * @param clock tells what has arrived so long ago that it can be forgotten
     */
    public MemoryRecentSends(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Note note(Send send, String key, Duration window) {
        List<Noted> noted = sends.getOrDefault(Text.of(send), List.of());
        List<Noted> near = noted.stream()
                .filter(other -> isWithin(window, other.arrives, send.arrives()))
                .toList();
        if (!near.isEmpty()) {
            boolean same = key != null && near.stream().anyMatch(other -> key.equals(other.key));
            return same ? Note.SAME_MESSAGE : Note.REPETITION;
        }
        Instant forgotten = clock.instant().minus(window);
        List<Noted> kept = new ArrayList<>(noted.size() + 1);
        noted.stream().filter(other -> other.arrives.isAfter(forgotten)).forEach(kept::add);
        kept.add(new Noted(send.arrives(), key));
        store(Text.of(send), kept);
        return Note.NEW;
    }

    private static boolean isWithin(Duration window, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(window) < 0;
    }

    /** What was noted last is forgotten last. */
    private void store(Text text, List<Noted> noted) {
        sends.remove(text);
        if (!noted.isEmpty()) {
            sends.put(text, noted.subList(Math.max(0, noted.size() - MOST_TIMES), noted.size()));
        }
    }

    @Override
    public synchronized void forget(Send send) {
        List<Noted> noted = sends.getOrDefault(Text.of(send), List.of());
        List<Noted> kept = noted.stream()
                .filter(other -> !other.arrives.equals(send.arrives()))
                .toList();
        if (kept.size() < noted.size()) {
            store(Text.of(send), kept);
        }
    }

    private record Text(String account, String to, String text) {
        static Text of(Send send) {
            return new Text(send.account(), send.to(), send.text());
        }
    }

    private record Noted(Instant arrives, String key) {}
}
