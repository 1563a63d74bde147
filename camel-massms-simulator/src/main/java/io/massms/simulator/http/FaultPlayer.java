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
package io.massms.simulator.http;

import io.massms.simulator.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Turns the right answer into what a fault makes of it. */
public final class FaultPlayer {
    private static final int GARBAGE_BYTES = 512;
    private final Vertx vertx;

    public FaultPlayer(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The reaction to a request; {@code right} is null only where the fault does not look at it. */
    Reaction play(Fault fault, Answer right) {
        Fault.What what = fault.what();
        return switch (what.kind()) {
            case DELAY ->
                new Reaction(
                        right.status(),
                        right.text(),
                        http -> later(what.duration().toMillis(), http, right));
            case ACCEPT_THEN_DROP -> Reaction.silent(Replies::close);
            case ACCEPT_THEN_TIMEOUT -> Reaction.silent(http -> {});
            case RESET_BEFORE_READING -> Reaction.silent(Replies::reset);
            case HTTP_STATUS -> status(what.status(), what);
            case RATE_LIMIT -> status(429, what);
            case HTML_PAGE -> Reaction.of(Answer.page(200, "Sitio en mantenimiento"));
            case EMPTY -> Reaction.of(right.withBody(new byte[0]));
            case TRUNCATED -> Reaction.of(right.withBody(firstHalf(right)));
            case CUT_CONNECTION -> cut(right);
            case GARBAGE -> Reaction.of(right.withBody(garbage(fault)));
            case SLOW_DRIP ->
                new Reaction(
                        right.status(),
                        right.text(),
                        http -> new Drip(vertx, http, right, what.duration().toMillis()).begin());
            case OVERSIZE ->
                new Reaction(right.status(), right.text(), http -> new Flood(http, right, what.bytes()).begin());
            case PROVIDER_CODE -> Reaction.of(right);
        };
    }

    private void later(long millis, HttpServerRequest http, Answer answer) {
        if (millis == 0) {
            Replies.send(http, answer);
            return;
        }
        long timer = vertx.setTimer(millis, id -> Replies.send(http, answer));
        http.response().closeHandler(gone -> vertx.cancelTimer(timer));
    }

    private static Reaction status(int status, Fault.What what) {
        Answer page = Answer.page(status, "Error " + status);
        return new Reaction(status, page.text(), http -> {
            if (what.retryAfter() != null) {
                http.response()
                        .putHeader(
                                "Retry-After", Long.toString(what.retryAfter().toSeconds()));
            }
            Replies.send(http, page);
        });
    }

    private static Reaction cut(Answer right) {
        byte[] half = firstHalf(right);
        return new Reaction(right.status(), new String(half, right.charset()), http -> {
            HttpServerResponse response = Replies.head(http, right)
                    .putHeader("Content-Length", Integer.toString(Math.max(right.body().length, half.length + 1)));
            response.write(Buffer.buffer(half)).onComplete(written -> Replies.close(http));
        });
    }

    private static byte[] firstHalf(Answer right) {
        return Arrays.copyOf(right.body(), right.body().length / 2);
    }

    /** The same bytes whenever the same hit of the same fault is played. */
    private static byte[] garbage(Fault fault) {
        byte[] bytes = new byte[GARBAGE_BYTES];
        new Random(fault.id() * 31 + fault.hits()).nextBytes(bytes);
        return bytes;
    }

    /** A byte, a pause, a byte. */
    private record Drip(Vertx vertx, HttpServerRequest http, Answer answer, long pause) {
        void begin() {
            HttpServerResponse response =
                    Replies.head(http, answer).putHeader("Content-Length", Integer.toString(answer.body().length));
            step(response, 0);
        }

        private void step(HttpServerResponse response, int position) {
            if (response.closed()) {
                return;
            }
            if (position == answer.body().length) {
                response.end();
                return;
            }
            response.write(Buffer.buffer(new byte[] {answer.body()[position]}));
            vertx.setTimer(pause, id -> step(response, position + 1));
        }
    }

    /** The answer, then filler up to the size, as fast as the client reads. */
    private record Flood(HttpServerRequest http, Answer answer, long size) {
        private static final Buffer FILLER = Buffer.buffer("x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII));

        void begin() {
            HttpServerResponse response = Replies.head(http, answer).setChunked(true);
            response.exceptionHandler(gone -> {});
            response.write(Buffer.buffer(answer.body()));
            pour(response, size);
        }

        private void pour(HttpServerResponse response, long left) {
            long rest = left;
            while (rest > 0 && !response.closed()) {
                int portion = (int) Math.min(rest, FILLER.length());
                response.write(FILLER.slice(0, portion));
                rest -= portion;
                if (response.writeQueueFull()) {
                    long remaining = rest;
                    response.drainHandler(drained -> pour(response, remaining));
                    return;
                }
            }
            if (!response.closed()) {
                response.end();
            }
        }
    }
}
