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
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;

/**
 * How {@link HttpTransport} connects. Every {@code with} method returns a copy.
 *
 * @param connectTimeout      for the connection, and again for the TLS handshake; positive
 * @param leaseTimeout        how long a call may wait for a connection, new or free; zero: as long as its deadline
 * @param silenceTimeout      how long a connection in use may be silent; zero: as long as the call's deadline
 * @param maxConnections      over all hosts; positive
 * @param connectionsPerRoute to one host (and proxy); positive
 * @param idleTimeout         how long an unused connection is kept where the server does not say less; positive
 * @param timeToLive          how long a connection is used at most; zero: no limit
 * @param replyLimit          bytes of a reply's body above which reading stops; positive
 * @param ioThreads           threads for all connections but those for sends of many, which have two, or as many; positive
 * @param userAgent           the header's value
 * @param sslContext          null: the JVM's default
 * @param hostnameVerifier    null: the certificate must match the host
 * @param proxy               null: none
 */
public record HttpTransportOptions(
        Duration connectTimeout,
        Duration leaseTimeout,
        Duration silenceTimeout,
        int maxConnections,
        int connectionsPerRoute,
        Duration idleTimeout,
        Duration timeToLive,
        int replyLimit,
        int ioThreads,
        String userAgent,
        SSLContext sslContext,
        HostnameVerifier hostnameVerifier,
        ProxyOptions proxy) {

    /** 10 s to connect, 512 connections to a host, 1,024 in all, idle ones kept for 30 s, replies up to 1 MiB. */
    public static final HttpTransportOptions DEFAULT = new HttpTransportOptions(
            Duration.ofSeconds(10),
            Duration.ZERO,
            Duration.ZERO,
            1024,
            512,
            Duration.ofSeconds(30),
            Duration.ZERO,
            1 << 20,
            1,
            "camel-massms",
            null,
            null,
            null);

    /** Refuses what is out of range. */
    public HttpTransportOptions {
        positive("connectTimeout", connectTimeout);
        notNegative("leaseTimeout", leaseTimeout);
        notNegative("silenceTimeout", silenceTimeout);
        positive("maxConnections", maxConnections);
        positive("connectionsPerRoute", connectionsPerRoute);
        positive("idleTimeout", idleTimeout);
        notNegative("timeToLive", timeToLive);
        positive("replyLimit", replyLimit);
        positive("ioThreads", ioThreads);
        Objects.requireNonNull(userAgent, "userAgent");
    }

    /**
     * Another limit on connecting.
     *
     * @param  timeout positive
     * @return         a copy
     */
    public HttpTransportOptions withConnectTimeout(Duration timeout) {
        return with(draft -> draft.connectTimeout = timeout);
    }

    /**
     * Other limits on waiting.
     *
     * @param  lease   for a connection; zero for none
     * @param  silence of a connection in use; zero for none
     * @return         a copy
     */
    public HttpTransportOptions withWaiting(Duration lease, Duration silence) {
        return with(draft -> {
            draft.leaseTimeout = lease;
            draft.silenceTimeout = silence;
        });
    }

    /**
     * Another pool.
     *
     * @param  perRoute connections to one host
     * @param  total    connections to all
     * @return          a copy
     */
    public HttpTransportOptions withPool(int perRoute, int total) {
        return with(draft -> {
            draft.maxConnections = total;
            draft.connectionsPerRoute = perRoute;
        });
    }

    /**
     * Another life of connections.
     *
     * @param  idle unused
     * @param  life in all; zero for no limit
     * @return      a copy
     */
    public HttpTransportOptions withLife(Duration idle, Duration life) {
        return with(draft -> {
            draft.idleTimeout = idle;
            draft.timeToLive = life;
        });
    }

    /**
     * Another limit on replies.
     *
     * @param  bytes positive
     * @return       a copy
     */
    public HttpTransportOptions withReplyLimit(int bytes) {
        return with(draft -> draft.replyLimit = bytes);
    }

    /**
     * Another number of threads.
     *
     * @param  threads positive
     * @return         a copy
     */
    public HttpTransportOptions withIoThreads(int threads) {
        return with(draft -> draft.ioThreads = threads);
    }

    /**
     * Another TLS.
     *
     * @param  context  null for the JVM's default
     * @param  verifier null for the strict one
     * @return          a copy
     */
    public HttpTransportOptions withTls(SSLContext context, HostnameVerifier verifier) {
        return with(draft -> {
            draft.sslContext = context;
            draft.hostnameVerifier = verifier;
        });
    }

    /**
     * Another way out.
     *
     * @param  options null for none
     * @return         a copy
     */
    public HttpTransportOptions withProxy(ProxyOptions options) {
        return with(draft -> draft.proxy = options);
    }

    private HttpTransportOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be positive");
        }
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + "; it must not be negative");
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1");
        }
    }

    /** A copy in the making. */
    private static final class Draft {
        private Duration connectTimeout;
        private Duration leaseTimeout;
        private Duration silenceTimeout;
        private int maxConnections;
        private int connectionsPerRoute;
        private Duration idleTimeout;
        private Duration timeToLive;
        private int replyLimit;
        private int ioThreads;
        private String userAgent;
        private SSLContext sslContext;
        private HostnameVerifier hostnameVerifier;
        private ProxyOptions proxy;

        Draft(HttpTransportOptions original) {
            connectTimeout = original.connectTimeout;
            leaseTimeout = original.leaseTimeout;
            silenceTimeout = original.silenceTimeout;
            maxConnections = original.maxConnections;
            connectionsPerRoute = original.connectionsPerRoute;
            idleTimeout = original.idleTimeout;
            timeToLive = original.timeToLive;
            replyLimit = original.replyLimit;
            ioThreads = original.ioThreads;
            userAgent = original.userAgent;
            sslContext = original.sslContext;
            hostnameVerifier = original.hostnameVerifier;
            proxy = original.proxy;
        }

        HttpTransportOptions finished() {
            return new HttpTransportOptions(
                    connectTimeout,
                    leaseTimeout,
                    silenceTimeout,
                    maxConnections,
                    connectionsPerRoute,
                    idleTimeout,
                    timeToLive,
                    replyLimit,
                    ioThreads,
                    userAgent,
                    sslContext,
                    hostnameVerifier,
                    proxy);
        }
    }
}
