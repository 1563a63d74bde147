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
import java.util.LinkedHashMap;
import java.util.Map;

/** Who got which text when, for the provider that refuses an identical message within a window. */
public final class RecentTexts {
    private final Duration window;
    private final int capacity;
    private final Map<String, Instant> sent = new LinkedHashMap<>();

    RecentTexts(Duration window, int capacity) {
        this.window = window;
        this.capacity = capacity;
    }

    public synchronized boolean repeats(String to, String text, Instant now) {
        Instant last = sent.get(key(to, text));
        return last != null && now.isBefore(last.plus(window));
    }

    public synchronized void remember(String to, String text, Instant now) {
        if (window.isZero()) {
            return;
        }
        String key = key(to, text);
        sent.remove(key);
        sent.put(key, now);
        if (sent.size() > capacity) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    synchronized void reset() {
        sent.clear();
    }

    private static String key(String to, String text) {
        return to + '\n' + text;
    }
}
