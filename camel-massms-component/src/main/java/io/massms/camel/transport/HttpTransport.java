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

import io.massms.camel.spi.Call;
import io.massms.camel.spi.HttpCall;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;

/**
 * HTTP/1.1 over HttpClient's asynchronous connections. Every call is sent at most once: there are no retries, redirects,
 * cookies or {@code Expect}; an answer is taken as it comes, never decompressed. The one deadline covers the wait for a
 * connection, the request and the whole answer; it is kept to within some hundredths of a second.
 *
 * <p>A failure is <em>not sent</em> when no byte of the request was given to the network: no connection in time, name not
 * found, refused, TLS failed, transport closed. (A kept connection that the server has closed meanwhile is replaced by another
 * as long as nothing of the request was given to it.) All else <em>may have left</em>: silence, a connection lost after the request,
 * also one that the server closed at the moment of reuse, an answer that is too large, cut short, or not HTTP.
 *
 * <p>Nothing of what is exchanged is logged but, at TRACE, method, host, status and size.
 */
public final class HttpTransport implements Transport {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int MAX_TARGETS = 1000;

    private final HttpTransportOptions options;
    private final Connections connections;
    private final Deadlines deadlines;
    private final Engine single;
    private final Engine bulk;
    private final RequestWriter writer;
    private final Map<URI, Target> targets = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * With daemon threads named {@code sms-http-…} and the system's clock.
     *
     * @param options how to connect
     */
    public HttpTransport(HttpTransportOptions options) {
        this(options, new DefaultThreadFactory("sms-http", true), Clock.systemUTC());
    }

    /**
     * Starts threads but connects to nothing.
     *
     * @param options how to connect
     * @param threads makes the threads for I/O, for connecting and for deadlines
     * @param clock   tells how far off a date in {@code Retry-After} is
     */
    public HttpTransport(HttpTransportOptions options, ThreadFactory threads, Clock clock) {
        this.options = options;
        connections = new Connections(options, threads);
        deadlines = new Deadlines(threads, connections::evict);
        single = new Engine(options, connections, Lane.SINGLE, deadlines, clock);
        bulk = new Engine(options, connections, Lane.BULK, deadlines, clock);
        writer = new RequestWriter(options.userAgent());
    }

    /** What all calls of a lane share. */
    record Engine(HttpTransportOptions options, Connections connections, Lane lane, Deadlines deadlines, Clock clock) {}

    @Override
    public void exchange(Call said, Duration deadline, ReplyHandler handler) {
        exchange(single, said, deadline, handler);
    }

    private void exchange(Engine engine, Call said, Duration deadline, ReplyHandler handler) {
        Objects.requireNonNull(handler, "handler");
        PendingCall pending;
        try {
            HttpCall call = (HttpCall) said;
            Target target = target(call.uri());
            pending = new PendingCall(engine, target, writer.request(call, target), call.charset(), deadline, handler);
        } catch (RuntimeException e) {
            handler.onFailure(TransportException.notSent("Not sent: " + e.getMessage(), e));
            return;
        }
        if (closed.get()) {
            pending.abandoned();
        } else {
            pending.start();
        }
    }

    private Target target(URI uri) {
        Target known = targets.get(uri);
        if (known != null) {
            return known;
        }
        if (targets.size() >= MAX_TARGETS) {
            targets.clear();
        }
        return targets.computeIfAbsent(uri, wanted -> Target.of(wanted, options.proxy()));
    }

    @Override
    public Transport forBulk() {
        return new Transport() {
            @Override
            public void exchange(Call call, Duration deadline, ReplyHandler handler) {
                HttpTransport.this.exchange(bulk, call, deadline, handler);
            }

            @Override
            public void close() {
                HttpTransport.this.close();
            }
        };
    }

    /** Gives the calls under way a second to end, then ends them. Calls that come later are not sent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            long until = System.nanoTime() + GRACE.toNanos();
            while (deadlines.size() > 0 && System.nanoTime() < until) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
            }
            deadlines.close();
            connections.close();
        }
    }
}
