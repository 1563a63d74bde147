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
package io.massms.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** A mail of the bridge: plain text in UTF-8, marked as automatic (RFC 3834), in the thread of the mail it belongs to. */
final class ReplyMail {
    private final Map<String, Object> headers = new LinkedHashMap<>();

    /**
     * A mail.
     *
     * @param kind {@code auto-replied} to a mail, {@code auto-generated} for all else (RFC 3834, section 5)
     */
    ReplyMail(String from, String to, String subject, String kind) {
        headers.put("From", from);
        headers.put("To", to);
        headers.put("Subject", subject);
        headers.put("contentType", "text/plain; charset=UTF-8");
        headers.put("Auto-Submitted", kind);
        headers.put("X-Auto-Response-Suppress", "All");
        headers.put(AutomaticMail.MARK, "1");
    }

    /** Puts it into the thread of a mail; null is no thread. */
    ReplyMail inThreadOf(String messageId) {
        if (messageId != null) {
            headers.put("In-Reply-To", messageId);
            headers.put("References", messageId);
        }
        return this;
    }

    Map<String, Object> headers() {
        return headers;
    }
}
