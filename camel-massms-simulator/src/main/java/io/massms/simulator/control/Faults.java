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

import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/faults}. */
final class Faults {
    private final Simulator simulator;

    /** A fault as a caller describes it. */
    record Wanted(Fault.Where where, Fault.When when, Fault.What what) {
        Wanted {
            if (what == null) {
                throw new IllegalArgumentException("A fault says what happens, like {\"what\": {\"kind\": \"EMPTY\"}}");
            }
        }
    }

    Faults(Simulator simulator) {
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.get("/api/faults").handler(context -> Json.reply(context, 200, simulator.faults()));
        router.post("/api/faults").handler(this::add);
        router.delete("/api/faults/:id").handler(this::remove);
        router.delete("/api/faults").handler(context -> {
            simulator.clearFaults();
            ControlApi.done(context);
        });
    }

    private void add(RoutingContext context) {
        Json.body(
                context,
                Wanted.class,
                wanted -> Json.reply(
                        context, 201, simulator.fault(new Fault(0, wanted.where(), wanted.when(), wanted.what(), 0))));
    }

    private void remove(RoutingContext context) {
        if (!simulator.removeFault(ControlApi.id(context))) {
            throw Problem.notFound("There is no fault " + context.pathParam("id"));
        }
        ControlApi.done(context);
    }
}
