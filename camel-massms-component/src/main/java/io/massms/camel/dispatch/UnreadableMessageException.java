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

/** An element of the input that is no message. Thrown by the input's iterator; the elements behind it are still sent. */
public final class UnreadableMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient SmsMessage readable;

    /**
     * An element that is no message.
     *
     * @param reason   what was wrong and what would be right; free of recipients and texts
     * @param readable what could be read of it
     */
    public UnreadableMessageException(String reason, SmsMessage readable) {
        super(reason);
        this.readable = readable;
    }

    SmsMessage readable() {
        return readable;
    }
}
