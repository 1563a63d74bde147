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

import io.massms.simulator.SimulatedReply;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /api/replies}, {@code /api/webhooks} and {@code /api/pushes}: the handset's side. */
final class Replies {
    private final Simulator simulator;

    /** A reply as a caller writes it; without a clientId it answers the last message to the number. */
    record Written(String provider, String from, String text, String clientId) {
        Written {
            if (provider == null || from == null || from.isBlank() || text == null) {
                throw new IllegalArgumentException(
                        "A reply is written like {\"provider\": \"smsmasivos\", \"from\": \"1144445555\", \"text\": \"Si\"}");
            }
        }
    }

    record Target(String url) {
        Target {
            if (url == null) {
                throw new IllegalArgumentException("A webhook is set by {\"url\": \"http://localhost:8080/sms\"}");
            }
        }
    }

    Replies(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/replies").handler(this::list);
        router.post("/api/replies").handler(this::write);
        router.delete("/api/replies").handler(context -> {
            simulator.deleteReplies();
            ControlApi.done(context);
        });
        router.post("/api/replies/:id/push").handler(this::pushAgain);
        router.get("/api/pushes")
                .handler(context ->
                        Json.reply(context, 200, Page.of(Query.of(context, Page.NAMES), simulator.pushes())));
        router.get("/api/webhooks").handler(context -> Json.reply(context, 200, simulator.pushTargets()));
        router.put("/api/webhooks/:provider").handler(this::setTarget);
        router.delete("/api/webhooks/:provider").handler(context -> {
            simulator.pushTo(context.pathParam("provider"), null);
            ControlApi.done(context);
        });
    }

    private void list(RoutingContext context) {
        Query query = Query.of(context, Set.of("provider", "from", "limit", "offset"));
        Optional<String> provider = query.text("provider");
        Optional<String> from = query.text("from");
        List<SimulatedReply> chosen = simulator.replies().stream()
                .filter(reply -> provider.isEmpty() || reply.provider().equals(provider.get()))
                .filter(reply -> from.isEmpty() || reply.from().equals(from.get()))
                .toList();
        Json.reply(context, 200, Page.of(query, chosen));
    }

    private void write(RoutingContext context) {
        Json.body(context, Written.class, written -> {
            SimulatedReply reply = written.clientId() == null
                    ? simulator.reply(written.provider(), written.from(), written.text())
                    : simulator.reply(written.provider(), written.from(), written.text(), written.clientId());
            Json.reply(context, 201, reply);
        });
    }

    private void pushAgain(RoutingContext context) {
        if (!simulator.pushAgain(ControlApi.id(context))) {
            throw Problem.notFound("There is no reply " + context.pathParam("id"));
        }
        ControlApi.done(context);
    }

    private void setTarget(RoutingContext context) {
        Json.body(context, Target.class, target -> {
            simulator.pushTo(context.pathParam("provider"), target.url());
            ControlApi.done(context);
        });
    }
}
