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

import java.time.Duration;
import java.time.Instant;

/** Remembers what was sent to whom a short while ago, so that the same is not sent again by mistake. Safe for concurrent use; may block. */
public interface RecentSends {

    /**
     * Notes a send, unless the same text arrives at the same recipient within the window before or after it. Under the key of the one that
     * went it is the same message and no repetition: what becomes of it is decided by its key.
     *
     * @param  send   what goes
     * @param  key    tells messages apart that go once only; null where the same may go any number of times
     * @param  window how far to look around
     * @return        whether it may go
     */
    Note note(Send send, String key, Duration window);

    /**
     * Forgets what was noted, because it surely did not leave.
     *
     * @param send as it was noted
     */
    void forget(Send send);

    /**
     * A text on its way to a recipient.
     *
     * @param account name of the account
     * @param to      the recipient in digits with country code, or as it was written where that is not known
     * @param text    as it was given, with a mark of the page behind its link
     * @param arrives when it is to arrive: now, or at the time that the provider was told
     */
    record Send(String account, String to, String text, Instant arrives) {}

    /** Whether a text may go to a recipient. */
    enum Note {
        /** It may: it is noted from now on. */
        NEW,
        /** It may: it is the message that was noted before. That note does not depend on what becomes of this try. */
        SAME_MESSAGE,
        /** It may not: the same went there, or is on its way. Nothing is noted. */
        REPETITION
    }
}
