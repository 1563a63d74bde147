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
package io.massms.simulator.control;

import io.massms.simulator.MessageState;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedReply;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The parameters by which messages are chosen: exact fields, a state, and a search over number, text and references. */
final class MessageFilter {
    static final Set<String> NAMES = Set.of("provider", "account", "to", "from", "clientId", "state", "q");

    private MessageFilter() {}

    static Predicate<SimulatedMessage> of(Query query) {
        Optional<MessageState> state = query.oneOf("state", MessageState.class);
        Optional<String> search = query.text("q").map(MessageFilter::folded);
        return equal(query, "provider", SimulatedMessage::provider)
                .and(equal(query, "account", SimulatedMessage::account))
                .and(equal(query, "to", SimulatedMessage::to))
                .and(equal(query, "from", SimulatedMessage::from))
                .and(equal(query, "clientId", SimulatedMessage::clientId))
                .and(message -> state.isEmpty() || message.state() == state.get())
                .and(message -> search.isEmpty() || mentions(message, search.get()));
    }

    private static Predicate<SimulatedMessage> equal(
            Query query, String name, Function<SimulatedMessage, String> field) {
        Optional<String> wanted = query.text(name);
        return message -> wanted.isEmpty() || Objects.equals(field.apply(message), wanted.get());
    }

    static String folded(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Whether a reply holds the words, given in lower case. */
    static boolean mentions(SimulatedReply reply, String words) {
        return contains(reply.from(), words) || contains(reply.text(), words) || contains(reply.clientId(), words);
    }

    private static boolean mentions(SimulatedMessage message, String words) {
        return contains(message.to(), words)
                || contains(message.text(), words)
                || contains(message.from(), words)
                || contains(message.clientId(), words)
                || contains(message.providerMessageId(), words);
    }

    private static boolean contains(String field, String words) {
        return field != null && field.toLowerCase(Locale.ROOT).contains(words);
    }
}
