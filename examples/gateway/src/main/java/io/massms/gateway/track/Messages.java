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
package io.massms.gateway.track;

import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds messages by whatever id somebody has of them. */
public final class Messages {
    private final SmsTracker tracker;
    private final Supplier<String> account;

    /**
     * The messages of an account.
     *
     * @param tracker the record of messages
     * @param account its key; known once routes have started
     */
    public Messages(SmsTracker tracker, Supplier<String> account) {
        this.tracker = tracker;
        this.account = account;
    }

    /** The youngest message with the provider's id, the gateway's own or the caller's. */
    public Optional<MessageView> find(String id) {
        return youngest(tracker.findByProviderMessageId(account.get(), id))
                .or(() -> uuid(id).flatMap(tracker::find))
                .or(() -> youngest(tracker.findByClientId(account.get(), id)))
                .map(MessageView::of);
    }

    private static Optional<TrackedMessage> youngest(List<TrackedMessage> messages) {
        return messages.stream().findFirst();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
