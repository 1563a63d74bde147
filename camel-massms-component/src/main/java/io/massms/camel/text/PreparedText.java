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
package io.massms.camel.text;

import io.massms.camel.model.SmsError;
import java.util.List;

/**
 * A text that is ready to be sent, or the reason why it cannot be sent.
 *
 * @param parts the messages to send, in this order; one in most cases, none when rejected
 * @param changed whether what is sent differs from the given text
 * @param error {@code TEXT_EMPTY}, {@code TEXT_TOO_LONG}, {@code TEXT_BAD_CHARACTERS}, or null when it can be sent
 * @param reason what was wrong and what would be right, never the whole text; null when it can be sent
 */
public record PreparedText(List<SmsText> parts, boolean changed, SmsError error, String reason) {

    /** Keeps a copy of the parts. */
    public PreparedText {
        parts = List.copyOf(parts);
    }

    static PreparedText ready(SmsText text, boolean changed) {
        return new PreparedText(List.of(text), changed, null, null);
    }

    static PreparedText split(List<SmsText> parts) {
        return new PreparedText(parts, true, null, null);
    }

    static PreparedText rejected(SmsError error, String reason) {
        return new PreparedText(List.of(), false, error, reason);
    }

    /**
     * How many SMS all parts take, which is what is paid for.
     *
     * @return the sum of the parts' segments
     */
    public int segments() {
        int segments = 0;
        for (SmsText part : parts) {
            segments += part.segments();
        }
        return segments;
    }

    /**
     * Whether the text cannot be sent.
     *
     * @return true when there is an error
     */
    public boolean rejected() {
        return error != null;
    }
}
