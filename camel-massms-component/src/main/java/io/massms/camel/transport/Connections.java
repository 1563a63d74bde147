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

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HttpClient's pool and connector, without its chain of executors: nothing in here retries, redirects, authenticates,
 * remembers or logs what is exchanged. A connection stays in its lane.
 */
final class Connections {
    private static final int CONNECTOR_THREADS = 4;

    private final Reactors reactors;
    private final PoolingAsyncClientConnectionManager pool;
    private final ThreadPoolExecutor connector;
    private final Timeout connectTimeout;
    private final Timeout silenceTimeout;

    Connections(HttpTransportOptions options, ThreadFactory threads) {
        connectTimeout = Timeout.of(options.connectTimeout());
        silenceTimeout = Timeout.of(options.silenceTimeout());
        connector = new ThreadPoolExecutor(
                CONNECTOR_THREADS, CONNECTOR_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        connector.allowCoreThreadTimeOut(true);
        pool = pool(options);
        reactors = new Reactors(options.ioThreads(), threads);
    }

    private PoolingAsyncClientConnectionManager pool(HttpTransportOptions options) {
        Tls tls = new Tls(options);
        PoolingAsyncClientConnectionManager manager =
                new PoolingAsyncClientConnectionManager(tls, PoolConcurrencyPolicy.STRICT, PoolReusePolicy.LIFO, null);
        manager.setMaxTotal(options.maxConnections());
        manager.setDefaultMaxPerRoute(options.connectionsPerRoute());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(connectTimeout)
                .setSocketTimeout(silenceTimeout)
                .setTimeToLive(
                        options.timeToLive().isZero()
                                ? null
                                : TimeValue.ofMilliseconds(options.timeToLive().toMillis()))
                .build());
        manager.setDefaultTlsConfig(TlsConfig.custom()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .setHandshakeTimeout(connectTimeout)
                .build());
        return manager;
    }

    /** Wants a connection. */
    interface Taker {

        /** Whether a connection is still wanted: none is made for one who has given up. */
        boolean waiting();

        /** Now owns the connection. */
        void connected(AsyncConnectionEndpoint connection, boolean reused);

        /** There is none. */
        void failed(Exception cause);
    }

    /** Takes a free connection or makes one, as soon as the limits allow. Cancelling gives up the place in the queue. */
    Future<AsyncConnectionEndpoint> lease(Target target, Lane lane, Taker taker) {
        return pool.lease(null, target.route(), lane, Timeout.DISABLED, new Callback(taker) {
            @Override
            public void completed(AsyncConnectionEndpoint connection) {
                if (connection.isConnected()) {
                    taker.connected(connection, true);
                } else {
                    makeElsewhere(connection, target, lane, taker);
                }
            }
        });
    }

    /** Looking up a host's name blocks, so it is kept from the threads of callers and connections. */
    private void makeElsewhere(AsyncConnectionEndpoint connection, Target target, Lane lane, Taker taker) {
        try {
            connector.execute(() -> make(connection, target, lane, taker));
        } catch (RuntimeException e) {
            discard(connection);
            taker.failed(e);
        }
    }

    private void make(AsyncConnectionEndpoint connection, Target target, Lane lane, Taker taker) {
        if (!taker.waiting()) {
            discard(connection);
            return;
        }
        try {
            pool.connect(
                    connection, reactors.of(lane), connectTimeout, null, HttpCoreContext.create(), new Callback(taker) {
                        @Override
                        public void completed(AsyncConnectionEndpoint connected) {
                            tunnelWhereNeeded(connected, target, taker);
                        }

                        @Override
                        public void failed(Exception cause) {
                            discard(connection);
                            taker.failed(cause);
                        }
                    });
        } catch (RuntimeException e) {
            discard(connection);
            taker.failed(e);
        }
    }

    private void tunnelWhereNeeded(AsyncConnectionEndpoint connection, Target target, Taker taker) {
        HttpRoute route = target.route();
        if (!route.isTunnelled()) {
            taker.connected(connection, false);
            return;
        }
        connection.setSocketTimeout(connectTimeout);
        execute(connection, new Tunnel(target, new Callback(taker) {
            @Override
            public void completed(AsyncConnectionEndpoint tunnel) {
                secure(connection, taker);
            }

            @Override
            public void failed(Exception cause) {
                discard(connection);
                taker.failed(cause);
            }
        }));
    }

    private void secure(AsyncConnectionEndpoint tunnel, Taker taker) {
        pool.upgrade(tunnel, null, HttpCoreContext.create(), new Callback(taker) {
            @Override
            public void completed(AsyncConnectionEndpoint secured) {
                secured.setSocketTimeout(silenceTimeout);
                taker.connected(secured, false);
            }

            @Override
            public void failed(Exception cause) {
                discard(tunnel);
                taker.failed(cause);
            }
        });
    }

    void execute(AsyncConnectionEndpoint connection, AsyncClientExchangeHandler handler) {
        connection.execute(null, handler, null, HttpCoreContext.create());
    }

    /** Keeps a connection for others; closes it where it cannot be used any more. */
    void reuse(AsyncConnectionEndpoint connection, Lane lane, Duration idle) {
        pool.release(connection, lane, TimeValue.ofMilliseconds(Math.max(1, idle.toMillis())));
    }

    void discard(AsyncConnectionEndpoint connection) {
        try {
            connection.close(CloseMode.IMMEDIATE);
        } finally {
            pool.release(connection, null, TimeValue.ZERO_MILLISECONDS);
        }
    }

    void evict() {
        pool.closeExpired();
    }

    void close() {
        connector.shutdownNow();
        pool.close(CloseMode.IMMEDIATE);
        reactors.close();
    }

    private abstract static class Callback implements FutureCallback<AsyncConnectionEndpoint> {
        private final Taker taker;

        Callback(Taker taker) {
            this.taker = taker;
        }

        @Override
        public void failed(Exception cause) {
            taker.failed(cause);
        }

        @Override
        public final void cancelled() {
            failed(new CancellationException("given up"));
        }
    }
}
