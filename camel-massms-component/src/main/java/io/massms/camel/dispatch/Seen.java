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

import io.massms.camel.text.PreparedText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers whom a send has written what, as far back as its memory reaches. */
final class Seen {
    /** Bounds the memory of a send without end; about 20 MB when full. */
    private static final int MOST = 100_000;

    private Memory keys = new Memory(1);

    /** Makes room for so many, which come next. */
    void expect(int recipients) {
        if (keys.isEmpty() && recipients > 1) {
            keys = new Memory(Math.min(recipients, MOST));
        }
    }

    /** Whether the same text went to the same recipient before; notes it where not. */
    boolean before(String to, PreparedText text) {
        return keys.putIfAbsent(new Key(to, text.parts().get(0).text()), Boolean.TRUE) != null;
    }

    /** Texts know their hash; that of a record is put together by way of method handles, for each message. */
    private record Key(String to, String text) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && to.equals(that.to) && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return 31 * to.hashCode() + text.hashCode();
        }
    }

    private static final class Memory extends LinkedHashMap<Key, Boolean> {
        private static final long serialVersionUID = 1L;
        private static final float FILLED = 0.75f;

        Memory(int expected) {
            super((int) Math.ceil(expected / FILLED));
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
