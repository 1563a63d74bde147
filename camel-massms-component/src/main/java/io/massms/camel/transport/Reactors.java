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

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.util.TimeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that serve the connections of each lane, started with its first connection. Connections speak HTTP/1.1. */
final class Reactors {
    private static final Logger LOG = LoggerFactory.getLogger(Reactors.class);
    private static final int BULK_THREADS = 2;
    private static final Http1Config HTTP = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16_384)
            .setMaxEmptyLineCount(2)
            .build();
    private static final HttpProcessor NO_INTERCEPTORS = new DefaultHttpProcessor(new HttpRequestInterceptor[0]);
    private static final TimeValue SELECT_INTERVAL = TimeValue.ofMilliseconds(200);

    private final int ioThreads;
    private final ThreadFactory threads;
    private final Map<Lane, DefaultConnectingIOReactor> reactors = new EnumMap<>(Lane.class);
    private volatile boolean closed;

    Reactors(int ioThreads, ThreadFactory threads) {
        this.ioThreads = ioThreads;
        this.threads = threads;
    }

    private DefaultConnectingIOReactor started(Lane lane) {
        int count = lane == Lane.BULK ? Math.max(ioThreads, BULK_THREADS) : ioThreads;
        DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor(
                (session, attachment) -> new CheckedConnection(stream(session)),
                IOReactorConfig.custom()
                        .setIoThreadCount(count)
                        .setSelectInterval(SELECT_INTERVAL)
                        .build(),
                threads,
                DirectSession::unlessEncrypted,
                this::ioFailed,
                null,
                null);
        reactor.start();
        return reactor;
    }

    private static ClientHttp1StreamDuplexer stream(ProtocolIOSession session) {
        OwedReply reply = new OwedReply();
        return new ClientHttp1StreamDuplexer(
                session,
                NO_INTERCEPTORS,
                HTTP,
                null,
                DefaultConnectionReuseStrategy.INSTANCE,
                reply.checking(new DefaultHttpResponseParserFactory(HTTP).create()),
                reply.noting(new WholeRequest.Writer()),
                null,
                null,
                null);
    }

    /** A thread for I/O that finds its connections closed under its hands fails too, as the last thing it does. */
    private void ioFailed(Exception cause) {
        if (closed) {
            LOG.debug("An I/O thread failed while it was closed", cause);
        } else {
            LOG.warn("An I/O thread failed", cause);
        }
    }

    /**
     * What makes connections of a lane.
     *
     * @throws IllegalStateException after the end
     */
    synchronized ConnectionInitiator of(Lane lane) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return reactors.computeIfAbsent(lane, this::started);
    }

    synchronized void close() {
        closed = true;
        reactors.values().forEach(reactor -> reactor.close(CloseMode.IMMEDIATE));
    }
}
