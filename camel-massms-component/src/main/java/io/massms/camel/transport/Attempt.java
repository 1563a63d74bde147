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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call on one connection.
 *
 * <p>What proves that nothing was sent: the I/O thread gives no byte to the connection before this attempt is, atomically,
 * {@code STARTED} and the call {@code LEAVING}; an attempt that ends before, or a call that is given up before, never
 * starts. After the start one proof is left, on connections without TLS: the connection counts each write that the socket
 * accepted, and the count did not grow. All else may have left, the reset of a reused connection without a byte of reply included.
 */
final class Attempt implements AsyncClientExchangeHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final PendingCall call;
    private final HttpTransport.Engine engine;
    private final AsyncConnectionEndpoint connection;
    private final boolean reused;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final AtomicBoolean released = new AtomicBoolean();
    private EndpointDetails traffic;
    private long writtenBefore;
    private boolean secure;
    private ReplyReader reader;

    private enum State {
        NEW,
        STARTED,
        OVER
    }

    Attempt(PendingCall call, HttpTransport.Engine engine, AsyncConnectionEndpoint connection, boolean reused) {
        this.call = call;
        this.engine = engine;
        this.connection = connection;
        this.reused = reused;
    }

    void start() {
        try {
            engine.connections().execute(connection, this);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        HttpCoreContext facts = HttpCoreContext.cast(context);
        traffic = facts.getEndpointDetails();
        writtenBefore = traffic.getSentBytesCount();
        secure = facts.getSSLSession() != null;
        if (!state.compareAndSet(State.NEW, State.STARTED) || !call.leave()) {
            throw new ConnectionClosedException("The call was given up before it left");
        }
        channel.sendRequest(call.request(), null, context);
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context) throws IOException {
        reader = new ReplyReader(response, entity, call.options().replyLimit());
        if (entity == null) {
            complete();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        reader.read(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        complete();
    }

    private void complete() {
        if (state.compareAndSet(State.STARTED, State.OVER)) {
            Duration idle = reader.keepAlive(call.options().idleTimeout());
            if (idle.compareTo(Duration.ZERO) > 0) {
                giveBack(idle);
            } else {
                discard();
            }
            call.complete(reader);
        }
    }

    /** A connection that the server closed while it was free is no failure of the call, which goes on to another. */
    @Override
    public void failed(Exception cause) {
        State reached = state.getAndSet(State.OVER);
        if (reached == State.OVER) {
            return;
        }
        discard();
        if (reached == State.NEW && reused) {
            call.lease();
        } else {
            call.fail(cause, reached == State.STARTED && mayHaveLeft());
        }
    }

    private boolean mayHaveLeft() {
        return secure || traffic.getSentBytesCount() != writtenBefore;
    }

    @Override
    public void cancel() {
        failed(new ConnectionClosedException("Connection closed"));
    }

    /** Ends without a word to the call, which has ended itself. */
    void abort() {
        state.set(State.OVER);
        discard();
    }

    void giveBack(Duration idle) {
        release(() -> engine.connections().reuse(connection, engine.lane(), idle));
    }

    private void discard() {
        release(() -> engine.connections().discard(connection));
    }

    /** A pool that is being closed may refuse; the handler must be called all the same. */
    private void release(Runnable way) {
        if (released.compareAndSet(false, true)) {
            try {
                way.run();
            } catch (RuntimeException e) {
                LOG.debug("A connection could not be given back", e);
            }
        }
    }

    /** The end was reported before by one of the other methods. */
    @Override
    public void releaseResources() {}

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) {}

    /** The body goes with the head: see {@link WholeRequest}. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public void produce(DataStreamChannel channel) {}
}
