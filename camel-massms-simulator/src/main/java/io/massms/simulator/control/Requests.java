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

import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /api/requests}: what really came over the wire, but for the credentials. */
final class Requests {
    private final Simulator simulator;

    Requests(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/requests").handler(this::list);
        router.get("/api/requests/:id")
                .handler(context -> Json.reply(
                        context,
                        200,
                        simulator
                                .request(ControlApi.id(context))
                                .map(Masking::of)
                                .orElseThrow(
                                        () -> Problem.notFound("There is no request " + context.pathParam("id")))));
        router.delete("/api/requests").handler(context -> {
            simulator.deleteRequests();
            ControlApi.done(context);
        });
    }

    private void list(RoutingContext context) {
        Query query = Query.of(context, Set.of("provider", "limit", "offset"));
        Optional<String> provider = query.text("provider");
        List<SimulatedRequest> chosen = simulator.requests().stream()
                .filter(request -> provider.isEmpty() || request.provider().equals(provider.get()))
                .toList();
        Json.reply(context, 200, Page.of(query, chosen).map(Masking::of));
    }
}
