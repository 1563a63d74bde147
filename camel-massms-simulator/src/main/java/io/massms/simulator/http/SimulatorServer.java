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

import io.massms.simulator.SimulatorOptions;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The listening socket and its threads. */
public final class SimulatorServer {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_HEADERS = 64 << 10;
    /** A negative port is a free one that all servers of a deployment share. */
    private static final int FREE_PORT_FOR_ALL = -1;

    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx;
    private volatile int port;

    public SimulatorServer(SimulatorOptions options) {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(options.eventLoops())
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Listens; one server for each event loop shares the port. */
    public void listen(SimulatorOptions options, Handler<HttpServerRequest> handler) {
        int wanted = options.port() == 0 ? FREE_PORT_FOR_ALL : options.port();
        Supplier<Verticle> servers = () -> new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                vertx.createHttpServer(httpOptions(options))
                        .requestHandler(handler)
                        .listen(wanted, options.host())
                        .onSuccess(server -> port = server.actualPort())
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
        await(
                vertx.deployVerticle(servers, new DeploymentOptions().setInstances(options.eventLoops())),
                "listen on " + options.host() + ':' + options.port());
    }

    public int port() {
        return port;
    }

    public void close() {
        await(vertx.close(), "stop");
    }

    /** The manuals allow GET with hundreds of recipients, hence the long first line. */
    private static HttpServerOptions httpOptions(SimulatorOptions options) {
        return new HttpServerOptions()
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setAcceptBacklog(4096);
    }

    private <T> T await(Future<T> future, String doing) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            vertx.close();
            throw new IllegalStateException(
                    "The simulator cannot " + doing + ": " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The simulator took too long to " + doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the simulator was to " + doing, e);
        }
    }
}
