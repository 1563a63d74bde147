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

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.Simulator;
import io.massms.simulator.TimelineStep;
import io.massms.simulator.provider.Encoding;
import io.massms.simulator.provider.Parts;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** {@code /api/messages}. */
final class Messages {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);
    private final Vertx vertx;
    private final Simulator simulator;

    /** A message with the request that carried it, null where that is no longer kept, and without its credentials. */
    record Detail(
            @JsonUnwrapped SimulatedMessage message,
            Encoding encoding,
            List<TimelineStep> timeline,
            SimulatedRequest request) {}

    /** What is to become of a message. */
    record Outcome(List<DeliveryOutcome.Step> steps) {
        Outcome {
            if (steps == null || steps.isEmpty()) {
                throw new IllegalArgumentException(
                        "An outcome has steps like [{\"after\": \"PT0S\", \"state\": \"DELIVERED\"}]");
            }
        }
    }

    Messages(Vertx vertx, Simulator simulator) {
        this.vertx = vertx;
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/messages").handler(this::list);
        router.get("/api/messages/latest").handler(this::latest);
        router.get("/api/messages/wait-for").handler(this::waitFor);
        router.get("/api/messages/:id").handler(this::detail);
        router.put("/api/messages/:id/outcome").handler(this::settle);
        router.delete("/api/messages/:id").handler(this::delete);
        router.delete("/api/messages").handler(context -> {
            simulator.deleteMessages();
            ControlApi.done(context);
        });
    }

    private void list(RoutingContext context) {
        Query query = Query.of(context, union(MessageFilter.NAMES, Page.NAMES));
        Json.reply(context, 200, Page.of(query, chosen(query)));
    }

    private void latest(RoutingContext context) {
        List<SimulatedMessage> chosen = chosen(Query.of(context, MessageFilter.NAMES));
        if (chosen.isEmpty()) {
            throw Problem.notFound("No such message has come yet");
        }
        Json.reply(context, 200, chosen.get(chosen.size() - 1));
    }

    private List<SimulatedMessage> chosen(Query query) {
        return simulator.messages().stream().filter(MessageFilter.of(query)).toList();
    }

    private void waitFor(RoutingContext context) {
        Query query = Query.of(context, union(MessageFilter.NAMES, Set.of("timeout")));
        Duration patience = query.duration("timeout", USUAL_PATIENCE);
        if (patience.compareTo(MOST_PATIENCE) > 0) {
            throw Problem.badRequest("timeout is at most " + MOST_PATIENCE + ", not " + patience);
        }
        Context loop = vertx.getOrCreateContext();
        CompletableFuture<SimulatedMessage> coming = simulator.nextMessage(MessageFilter.of(query));
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), id -> coming.cancel(false));
        context.response().closeHandler(gone -> coming.cancel(false));
        coming.whenComplete((message, failure) -> loop.runOnContext(now -> {
            vertx.cancelTimer(timer);
            if (message != null) {
                Json.reply(context, 200, message);
            } else if (!context.response().closed()) {
                context.fail(Problem.notFound("No such message came within " + patience));
            }
        }));
    }

    private void detail(RoutingContext context) {
        SimulatedMessage message = simulator.message(ControlApi.id(context)).orElseThrow(() -> unknown(context));
        Json.reply(
                context,
                200,
                new Detail(
                        message,
                        Parts.explain(message.text()),
                        simulator.timeline(message.id()),
                        simulator.request(message.requestId()).map(Masking::of).orElse(null)));
    }

    private void settle(RoutingContext context) {
        long id = ControlApi.id(context);
        Json.body(context, Outcome.class, outcome -> {
            if (!simulator.deliver(id, new DeliveryOutcome(outcome.steps()))) {
                throw unknown(context);
            }
            ControlApi.done(context);
        });
    }

    private void delete(RoutingContext context) {
        if (!simulator.deleteMessage(ControlApi.id(context))) {
            throw unknown(context);
        }
        ControlApi.done(context);
    }

    private static Problem unknown(RoutingContext context) {
        return Problem.notFound("There is no message " + context.pathParam("id"));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
