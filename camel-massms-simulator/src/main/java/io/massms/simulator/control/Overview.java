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

import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is: providers, counts, senders, magic numbers, duplicates, and the description of this API. */
final class Overview {
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(5);
    private static final String OPEN_API = load();
    private final Simulator simulator;

    /** Where the simulator is, and what it was started with. */
    record About(String url, Map<String, String> baseUrls, Integer smtpPort) {}

    /** What has happened so far. */
    record Counts(Map<String, Long> accepted, long requests) {}

    /** A magic number's trait and what each provider makes of it, in its own code or in words. */
    record MagicNumber(
            RecipientTrait trait, String digits, String colombia, String argentina, Map<String, String> answers) {}

    Overview(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/openapi.json")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(OPEN_API));
        router.get("/api/about").handler(context -> Json.reply(context, 200, about()));
        router.get("/api/providers").handler(context -> Json.reply(context, 200, baseUrls()));
        router.get("/api/counts").handler(context -> Json.reply(context, 200, counts()));
        router.get("/api/senders").handler(context -> Json.reply(context, 200, senders()));
        router.get("/api/magic-numbers").handler(context -> Json.reply(context, 200, magicNumbers()));
        router.get("/api/duplicates").handler(this::duplicates);
    }

    private About about() {
        return new About(
                simulator.url(), baseUrls(), simulator.smtpEnabled() ? Integer.valueOf(simulator.smtpPort()) : null);
    }

    private Map<String, String> baseUrls() {
        Map<String, String> urls = new TreeMap<>();
        simulator.providers().forEach(provider -> urls.put(provider, simulator.baseUrl(provider)));
        return urls;
    }

    Counts counts() {
        Map<String, Long> accepted = new TreeMap<>();
        simulator.providers().forEach(provider -> accepted.put(provider, simulator.acceptedCount(provider)));
        return new Counts(accepted, simulator.requestCount());
    }

    /** The names of the accounts that the kept messages were sent with. */
    private Map<String, Set<String>> senders() {
        return simulator.messages().stream()
                .collect(Collectors.groupingBy(
                        SimulatedMessage::provider,
                        TreeMap::new,
                        Collectors.mapping(SimulatedMessage::account, Collectors.toCollection(TreeSet::new))));
    }

    private List<MagicNumber> magicNumbers() {
        return Stream.of(RecipientTrait.values()).map(this::magicNumber).toList();
    }

    private MagicNumber magicNumber(RecipientTrait trait) {
        Map<String, String> answers = new TreeMap<>();
        simulator.providers().forEach(provider -> answers.put(provider, trait.answer(provider)));
        return new MagicNumber(
                trait,
                trait.magicDigits(),
                "5730099900" + trait.magicDigits(),
                "11999000" + trait.magicDigits(),
                answers);
    }

    private void duplicates(RoutingContext context) {
        Query query = Query.of(context, Set.of("window", "limit", "offset"));
        Duration window = query.duration("window", USUAL_WINDOW);
        Json.reply(context, 200, Page.of(query, simulator.duplicates(window)));
    }

    private static String load() {
        try (InputStream resource = Overview.class.getResourceAsStream("openapi.json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
