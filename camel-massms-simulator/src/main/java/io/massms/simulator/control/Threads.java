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

import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code /api/threads} and {@code /api/conversation}: messages and replies as a phone shows them. */
final class Threads {
    private final Simulator simulator;

    /** One step of a conversation: a message to the handset, or a reply from it. */
    record Entry(Instant time, SimulatedMessage message, SimulatedReply reply) {
        static Entry of(SimulatedMessage message) {
            return new Entry(message.receivedTime(), message, null);
        }

        static Entry of(SimulatedReply reply) {
            return new Entry(reply.time(), null, reply);
        }

        private String provider() {
            return message == null ? reply.provider() : message.provider();
        }

        private String number() {
            return message == null ? reply.from() : message.to();
        }

        private Key key() {
            return new Key(provider(), number());
        }
    }

    private record Key(String provider, String number) {}

    /** All that a provider and a number have to say to each other, in a line. */
    record Thread(String provider, String number, long messages, long replies, Entry last) {
        Thread and(Entry entry) {
            boolean later = !entry.time().isBefore(last.time());
            return new Thread(
                    provider,
                    number,
                    messages + (entry.message() == null ? 0 : 1),
                    replies + (entry.reply() == null ? 0 : 1),
                    later ? entry : last);
        }

        static Thread start(Entry entry) {
            return new Thread(entry.provider(), entry.number(), 0, 0, entry).and(entry);
        }
    }

    Threads(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/threads").handler(this::list);
        router.get("/api/conversation").handler(this::conversation);
    }

    private void list(RoutingContext context) {
        Set<String> names = new TreeSet<>(MessageFilter.NAMES);
        names.addAll(Page.NAMES);
        Query query = Query.of(context, names);
        Map<Key, Thread> threads = new LinkedHashMap<>();
        Stream<Entry> messages =
                simulator.messages().stream().filter(MessageFilter.of(query)).map(Entry::of);
        Stream<Entry> replies =
                simulator.replies().stream().filter(wanted(query)).map(Entry::of);
        Stream.concat(messages, replies)
                .forEach(
                        entry -> threads.merge(entry.key(), Thread.start(entry), (thread, start) -> thread.and(entry)));
        List<Thread> newestLast = new ArrayList<>(threads.values());
        newestLast.sort(Comparator.comparing(thread -> thread.last().time()));
        Json.reply(context, 200, Page.of(query, newestLast));
    }

    /** Replies have no state, no sender id and no account: asked for one of these, none is meant. */
    private static Predicate<SimulatedReply> wanted(Query query) {
        boolean onlyMessages = Stream.of("account", "state", "from")
                .anyMatch(name -> query.text(name).isPresent());
        Optional<String> provider = query.text("provider");
        Optional<String> number = query.text("to");
        Optional<String> clientId = query.text("clientId");
        Optional<String> words = query.text("q").map(MessageFilter::folded);
        return reply -> !onlyMessages
                && provider.map(reply.provider()::equals).orElse(true)
                && number.map(reply.from()::equals).orElse(true)
                && clientId.map(id -> id.equals(reply.clientId())).orElse(true)
                && words.map(search -> MessageFilter.mentions(reply, search)).orElse(true);
    }

    private void conversation(RoutingContext context) {
        Query query = Query.of(context, Set.of("provider", "number", "limit", "offset"));
        Key wanted = new Key(required(query, "provider"), required(query, "number"));
        List<Entry> entries = Stream.concat(
                        simulator.messages().stream().map(Entry::of),
                        simulator.replies().stream().map(Entry::of))
                .filter(entry -> entry.key().equals(wanted))
                .sorted(Comparator.comparing(Entry::time))
                .toList();
        Json.reply(context, 200, Page.of(query, entries));
    }

    private static String required(Query query, String name) {
        return query.text(name)
                .orElseThrow(() ->
                        Problem.badRequest("A conversation is asked for by provider and number; there is no " + name));
    }
}
