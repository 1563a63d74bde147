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
package io.massms.camel.transport;

import io.massms.camel.spi.Reply;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call, from the wait for a connection to the one word to the handler: whoever makes it {@code DONE} says it. */
final class PendingCall extends Deadlines.Entry implements Connections.Taker {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    private final HttpTransport.Engine engine;
    private final Target target;
    private final WholeRequest request;
    private final Charset charset;
    private final Duration limit;
    private final Transport.ReplyHandler handler;
    private final long started = System.nanoTime();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile Future<AsyncConnectionEndpoint> lease;
    private volatile Attempt attempt;

    private enum Stage {
        WAITING,
        LEAVING,
        DONE
    }

    PendingCall(
            HttpTransport.Engine engine,
            Target target,
            WholeRequest request,
            Charset charset,
            Duration limit,
            Transport.ReplyHandler handler) {
        this.engine = engine;
        this.target = target;
        this.request = request;
        this.charset = charset;
        this.limit = limit;
        this.handler = handler;
    }

    WholeRequest request() {
        return request;
    }

    HttpTransportOptions options() {
        return engine.options();
    }

    void start() {
        Duration wait = options().leaseTimeout();
        engine.deadlines().add(this, wait.isZero() || wait.compareTo(limit) > 0 ? limit : wait);
        lease();
    }

    void lease() {
        try {
            lease = engine.connections().lease(target, engine.lane(), this);
        } catch (RuntimeException e) {
            failed(e);
        }
        if (!waiting()) {
            giveUpLease();
        }
    }

    @Override
    public boolean waiting() {
        return stage.get() == Stage.WAITING;
    }

    @Override
    public void connected(AsyncConnectionEndpoint connection, boolean reused) {
        Attempt next = new Attempt(this, engine, connection, reused);
        attempt = next;
        if (waiting()) {
            next.start();
        } else {
            next.giveBack(options().idleTimeout());
        }
    }

    @Override
    public void failed(Exception cause) {
        fail(cause, false);
    }

    /** The last moment at which the call can be kept from leaving. */
    boolean leave() {
        return stage.compareAndSet(Stage.WAITING, Stage.LEAVING);
    }

    void complete(ReplyReader reader) {
        if (stage.getAndSet(Stage.DONE) != Stage.DONE) {
            engine.deadlines().remove(this);
            notifyHandler(reader.reply(charset, engine.clock()));
        }
    }

    void fail(Exception cause, boolean mayHaveLeft) {
        if (stage.getAndSet(Stage.DONE) != Stage.DONE) {
            engine.deadlines().remove(this);
            notifyHandler(Failures.of(target, cause, mayHaveLeft));
        }
    }

    @Override
    void expired() {
        Duration left = limit.minusNanos(System.nanoTime() - started);
        if (attempt != null && left.compareTo(Duration.ZERO) > 0) {
            engine.deadlines().add(this, left);
            return;
        }
        Stage reached = stage.getAndSet(Stage.DONE);
        if (reached != Stage.DONE) {
            letGo();
            notifyHandler(Failures.late(target, limit, reached == Stage.LEAVING));
        }
    }

    @Override
    void abandoned() {
        Stage reached = stage.getAndSet(Stage.DONE);
        if (reached != Stage.DONE) {
            letGo();
            notifyHandler(Failures.closed(target, reached == Stage.LEAVING));
        }
    }

    private void letGo() {
        giveUpLease();
        Attempt last = attempt;
        if (last != null) {
            last.abort();
        }
    }

    private void giveUpLease() {
        Future<AsyncConnectionEndpoint> waiting = lease;
        if (waiting != null) {
            waiting.cancel(true);
        }
    }

    private void notifyHandler(Reply reply) {
        LOG.trace("{} {}: {}", request.getMethod(), target, reply);
        guarded(() -> handler.onReply(reply));
    }

    private void notifyHandler(TransportException failure) {
        LOG.trace("{} {}: {}", request.getMethod(), target, failure.getMessage());
        guarded(() -> handler.onFailure(failure));
    }

    private static void guarded(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) { // an Error, too, must not end the I/O thread, and with it all other calls
            LOG.error("A handler failed", e);
        }
    }
}
