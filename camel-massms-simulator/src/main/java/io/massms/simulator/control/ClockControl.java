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

import io.massms.simulator.SimulatorClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;

/** {@code /api/clock}. */
final class ClockControl {
    private final SimulatorClock clock;

    /** The clock as it stands, and as it is to be set; what is null stays. */
    record Time(Instant instant, Boolean frozen) {
        Time {
            if (instant == null && frozen == null) {
                throw new IllegalArgumentException(
                        "The clock is set by {\"instant\": \"2026-11-21T12:00:00Z\"}, by {\"frozen\": true}, or by both");
            }
        }
    }

    record Advance(Duration duration) {
        Advance {
            if (duration == null) {
                throw new IllegalArgumentException("The clock is advanced by {\"duration\": \"PT1H\"}");
            }
        }
    }

    ClockControl(SimulatorClock clock) {
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/api/clock").handler(this::show);
        router.put("/api/clock")
                .handler(context -> Json.body(context, Time.class, time -> {
                    set(time);
                    show(context);
                }));
        router.post("/api/clock/advance")
                .handler(context -> Json.body(context, Advance.class, wanted -> {
                    clock.advance(wanted.duration());
                    show(context);
                }));
        router.delete("/api/clock").handler(context -> {
            clock.reset();
            ControlApi.done(context);
        });
    }

    private void show(RoutingContext context) {
        Json.reply(context, 200, new Time(clock.instant(), clock.frozen()));
    }

    private void set(Time time) {
        if (Boolean.TRUE.equals(time.frozen())) {
            clock.freeze();
        } else if (Boolean.FALSE.equals(time.frozen())) {
            clock.run();
        }
        if (time.instant() != null) {
            clock.set(time.instant());
        }
    }
}
