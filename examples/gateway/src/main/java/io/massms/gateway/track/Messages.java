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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackedMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds messages by whatever id somebody has of them. */
public final class Messages {
    private static final int MOST_UNCERTAIN = 100;

    private final SmsTracker tracker;
    private final Supplier<List<String>> accounts;

    /**
     * The messages of some accounts.
     *
     * @param tracker  the record of messages
     * @param accounts their keys; known once routes have started
     */
    Messages(SmsTracker tracker, Supplier<List<String>> accounts) {
        this.tracker = tracker;
        this.accounts = accounts;
    }

    /** The youngest message with the provider's id, the gateway's own or the caller's. */
    public Optional<MessageView> find(String id) {
        return youngest(account -> tracker.findByProviderMessageId(account, id))
                .or(() -> uuid(id).flatMap(tracker::find))
                .or(() -> youngest(account -> tracker.findByClientId(account, id)))
                .map(MessageView::of);
    }

    /** Messages that may or may not have left, the oldest first, as many as somebody can look at. */
    public List<MessageView> uncertain() {
        Instant now = Instant.now();
        return accounts.get().stream()
                .flatMap(account -> tracker.uncertain(account, now, MOST_UNCERTAIN).stream())
                .sorted(Comparator.comparing(TrackedMessage::created))
                .limit(MOST_UNCERTAIN)
                .map(MessageView::of)
                .toList();
    }

    /** Ends the uncertainty of a message; false where it is not uncertain, or unknown. */
    public boolean settle(UUID id, SmsState state, SmsError error, String note) {
        try {
            return tracker.settle(id, state, error, note).isPresent();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private Optional<TrackedMessage> youngest(Function<String, List<TrackedMessage>> search) {
        return accounts.get().stream()
                .flatMap(account -> search.apply(account).stream())
                .max(Comparator.comparing(TrackedMessage::created));
    }

    /** An id of the gateway's own; empty where it is none. */
    public static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
