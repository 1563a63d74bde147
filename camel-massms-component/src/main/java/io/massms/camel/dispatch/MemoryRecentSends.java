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
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the last 100,000 sends of this process: about 50 MB when full. */
public final class MemoryRecentSends implements RecentSends {
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<Send, Noted> sends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Send, Noted> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A memory without anything in it.
     *
     * @param clock tells when something was sent
     */
    public MemoryRecentSends(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Note note(String account, String to, String text, String key, Duration window) {
        Send send = new Send(account, to, text);
        Instant now = clock.instant();
        Noted before = sends.get(send);
        if (before != null && before.time.plus(window).isAfter(now)) {
            return key != null && key.equals(before.key) ? Note.SAME_MESSAGE : Note.REPETITION;
        }
        sends.remove(send);
        sends.put(send, new Noted(now, key));
        return Note.NEW;
    }

    @Override
    public synchronized void forget(String account, String to, String text) {
        sends.remove(new Send(account, to, text));
    }

    private record Send(String account, String to, String text) {}

    private record Noted(Instant time, String key) {}
}
