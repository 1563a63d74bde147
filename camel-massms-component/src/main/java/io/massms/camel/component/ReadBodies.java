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
package io.massms.camel.component;

import io.massms.camel.model.SmsMessage;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What is left to send of bodies that can be read only once. A redelivered exchange brings its iterator back at its end: without
 * this its messages would vanish, and the send would look like a success.
 */
final class ReadBodies {
    private final Map<Object, List<SmsMessage>> left = new WeakHashMap<>();

    synchronized void keep(Object body, List<SmsMessage> retryable) {
        left.put(body, retryable);
    }

    /**
     * What is left of a body.
     *
     * @return null where the body was not read before
     * @throws IllegalStateException where it was, and nothing of it is worth another try
     */
    synchronized List<SmsMessage> leftOf(Object body) {
        List<SmsMessage> messages = left.remove(body);
        if (messages != null && messages.isEmpty()) {
            throw new IllegalStateException(
                    "The body was read by an earlier try and cannot be read again; nothing of it is"
                            + " known to be worth another try (receipts=none keeps nothing)");
        }
        return messages;
    }
}
