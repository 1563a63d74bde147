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

import io.massms.camel.model.SmsMessage;
import io.massms.camel.text.PreparedText;
import io.massms.camel.text.SmsText;
import io.massms.camel.tracker.Fingerprint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Remembers whom a send has written what, as far back as its memory reaches. */
final class Seen {
    /** Bounds the memory of a send without end: 12 MB when full of recipients of one text, 34 MB where each has a text of its own. */
    private static final int MOST = 100_000;

    /** The first text to each recipient: mostly the only one, and found without looking at more than the recipient. */
    private Memory<String, Object> first = new Memory<>(1);

    private final Memory<Key, Boolean> further = new Memory<>(1);
    private String lastHtml;
    private UUID lastPage;

    /** Makes room for so many, which come next. */
    void expect(int recipients) {
        if (first.isEmpty() && recipients > 1) {
            first = new Memory<>(Math.min(recipients, MOST));
        }
    }

    /** Whether the same text, with the same page or none, was to go to the same recipient at the same time; notes it where not. */
    boolean before(String to, PreparedText text, SmsMessage message) {
        Object content = content(text, message);
        Object known = first.putIfAbsent(to, content);
        if (known == null) {
            return !further.isEmpty() && further.containsKey(new Key(to, content));
        }
        return known.equals(content) || further.putIfAbsent(new Key(to, content), Boolean.TRUE) != null;
    }

    /** The same about a message that never goes: it is not noted, since one like it may go at another time. */
    boolean knows(String to, PreparedText text, SmsMessage message) {
        Object content = content(text, message);
        return content.equals(first.get(to)) || further.containsKey(new Key(to, content));
    }

    private Object content(PreparedText text, SmsMessage message) {
        Object content = message.html() == null ? text.parts() : new Linked(text.parts(), page(message.html()));
        return message.scheduledTime() == null ? content : new Scheduled(content, message.scheduledTime());
    }

    /** Neighbours often share their page: it is looked at once. */
    private UUID page(String html) {
        if (!html.equals(lastHtml)) {
            lastHtml = html;
            lastPage = Fingerprint.ofText(html);
        }
        return lastPage;
    }

    private record Key(String to, Object content) {}

    /** A text with a link, of which each page makes another message. */
    private record Linked(List<SmsText> text, UUID page) {}

    /** What goes later: a reminder that comes twice is two messages. */
    private record Scheduled(Object content, Instant time) {}

    private static final class Memory<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private static final float FILLED = 0.75f;

        Memory(int expected) {
            super((int) Math.ceil(expected / FILLED));
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
