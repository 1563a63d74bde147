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
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** {@code /api/events}: tells that something changed, at most a few times a second, as server-sent events. */
final class EventStream {
    private static final long GATHER_MILLIS = 200;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private final Vertx vertx;
    private final Simulator simulator;
    private final Supplier<Object> counts;
    private final AtomicLong lastId = new AtomicLong();

    EventStream(Vertx vertx, Simulator simulator, Supplier<Object> counts) {
        this.vertx = vertx;
        this.simulator = simulator;
        this.counts = counts;
    }

    void mount(Router router) {
        router.get("/api/events").handler(this::open);
    }

    private void open(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        Subscription subscription = new Subscription(response, vertx.getOrCreateContext());
        subscription.send();
    }

    /** One client. It listens on whatever thread; it writes on its own. */
    private final class Subscription {
        private final HttpServerResponse response;
        private final Context loop;
        private final AtomicBoolean gathering = new AtomicBoolean();

        Subscription(HttpServerResponse response, Context loop) {
            this.response = response;
            this.loop = loop;
            Runnable end = simulator.onChange(this::changed);
            long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, id -> write(": still here\n\n"));
            response.exceptionHandler(gone -> {});
            response.closeHandler(gone -> {
                end.run();
                vertx.cancelTimer(heartbeat);
            });
        }

        private void changed() {
            if (gathering.compareAndSet(false, true)) {
                loop.runOnContext(now -> vertx.setTimer(GATHER_MILLIS, id -> {
                    gathering.set(false);
                    send();
                }));
            }
        }

        /** A client that reads too slowly hears of everything at once when it reads again. */
        void send() {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> send());
                return;
            }
            write("event: change\nid: " + lastId.incrementAndGet() + "\ndata: " + Json.write(counts.get()) + "\n\n");
        }

        private void write(String text) {
            if (!response.closed()) {
                response.write(text);
            }
        }
    }
}
