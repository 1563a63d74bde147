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
package io.massms.camel.spi;

import io.massms.camel.model.SmsMessage;
import java.util.List;

/**
 * Messages that one request carries. Each has a single recipient in the provider's form and a text that the provider can
 * carry. Unless the channel is personalised they differ in recipient and client id alone.
 *
 * @param messages at least one, at most as many as the channel takes
 * @param dryRun   whether the provider is asked to check only (its own TEST flag)
 * @param part     the number of these messages among those of split texts, from 1
 * @param parts    into how many messages each text was split; 1 if they were not split
 */
public record SendQuestion(List<SmsMessage> messages, boolean dryRun, int part, int parts) {

    /** Keeps the messages from changing, and refuses an empty request. */
    public SendQuestion {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("A request carries at least one message");
        }
    }

    /**
     * The message that all others share their content with.
     *
     * @return the first
     */
    public SmsMessage first() {
        return messages.get(0);
    }

    /**
     * Whole messages.
     *
     * @param messages at least one, at most as many as the channel takes
     * @param dryRun   whether the provider is asked to check only
     */
    public SendQuestion(List<SmsMessage> messages, boolean dryRun) {
        this(messages, dryRun, 1, 1);
    }

    /**
     * The same question about some of the messages.
     *
     * @param  some at least one
     * @return      a copy
     */
    public SendQuestion about(List<SmsMessage> some) {
        return new SendQuestion(some, dryRun, part, parts);
    }
}
