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

import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.page.SandboxPage;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The REST control API below {@code /api/}, over the same methods that {@link Simulator} has for Java, and the page that uses it. */
public final class ControlApi {
    private final Vertx vertx;
    private final Simulator simulator;
    private final SimulatorOptions options;

    private record Failure(String error) {}

    private record Health(String status) {}

    public ControlApi(Vertx vertx, Simulator simulator, SimulatorOptions options) {
        this.vertx = vertx;
        this.simulator = simulator;
        this.options = options;
    }

    public Router router() {
        Router router = Router.router(vertx);
        Guard guard = new Guard(options);
        router.route("/").handler(guard::check);
        router.route("/api/*").handler(guard::check);
        router.get("/health").handler(context -> Json.reply(context, 200, new Health("UP")));
        router.post("/api/reset").handler(context -> {
            simulator.reset();
            done(context);
        });
        Overview overview = new Overview(simulator);
        overview.mount(router);
        new EventStream(vertx, simulator, overview::counts).mount(router);
        new Threads(simulator).mount(router);
        new Messages(vertx, simulator).mount(router);
        new Requests(simulator).mount(router);
        new Replies(simulator).mount(router);
        new Faults(simulator).mount(router);
        new Conditions(simulator).mount(router);
        new ClockControl(simulator.clock()).mount(router);
        SandboxPage.mount(router);
        router.route().failureHandler(ControlApi::explain);
        return router;
    }

    private static void explain(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Problem problem) {
            Json.reply(context, problem.status(), new Failure(problem.getMessage()));
        } else if (failure instanceof IllegalArgumentException || failure instanceof ArithmeticException) {
            Json.reply(context, 400, new Failure(failure.getMessage()));
        } else {
            context.next();
        }
    }

    static long id(RoutingContext context) {
        String id = context.pathParam("id");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("An id is a whole number, not '" + id + "'");
        }
    }

    static void done(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }
}
