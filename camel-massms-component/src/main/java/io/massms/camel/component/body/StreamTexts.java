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
package io.massms.camel.component.body;

import java.io.InputStream;
import java.io.Reader;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/**
 * The texts of streams that Camel does not cache. After a send that failed the next try, or the next provider, finds the stream at its end:
 * without this it would refuse a message that is worth sending as one without a text.
 */
public final class StreamTexts {
    private final Map<BodyIdentity, String> texts = new HashMap<>();
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

    StreamTexts() {}

    /**
     * A body as text. Where it is a stream that has nothing any more, it is what an earlier try read of it.
     *
     * @param  message                  whose body it is; not null
     * @return                          never null
     * @throws IllegalArgumentException where it is no text; says what would be right
     */
    public String text(Message message) {
        Object body = message.getBody();
        if (!isStream(body)) {
            return Texts.ofBody(message);
        }
        String text = text(message, earlier(body));
        keep(body, text);
        return text;
    }

    /** A reader is closed behind its text, and says so when it is read again. */
    private static String text(Message message, String earlier) {
        try {
            String text = Texts.ofBody(message);
            return text.isEmpty() && earlier != null ? earlier : text;
        } catch (IllegalArgumentException unreadable) {
            if (earlier == null) {
                throw unreadable;
            }
            return earlier;
        }
    }

    /** Camel brings what it caches back to its beginning before each step. */
    private static boolean isStream(Object body) {
        return (body instanceof InputStream || body instanceof Reader) && !(body instanceof StreamCache);
    }

    private synchronized String earlier(Object body) {
        return texts.get(new BodyIdentity(body, null));
    }

    private synchronized void keep(Object body, String text) {
        for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            texts.remove(gone);
        }
        texts.put(new BodyIdentity(body, forgotten), text);
    }

    /**
     * Keeps a text no longer: it was sent.
     *
     * @param body that was read
     */
    public void forget(Object body) {
        if (isStream(body)) {
            drop(body);
        }
    }

    private synchronized void drop(Object body) {
        texts.remove(new BodyIdentity(body, null));
    }
}
