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
package io.massms.simulator.push;

import io.massms.simulator.SimulatedPush;
import io.massms.simulator.SimulatedReply;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.store.Platform;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands replies to the client's URL by GET, as itcloud and smsmasivos do. */
public final class Pusher {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Set<String> PROVIDERS = Set.of("itcloud", "smsmasivos");
    private final Vertx vertx;
    private final Platform platform;
    private final HttpClient client;
    private final AtomicInteger resets = new AtomicInteger();
    private final Map<String, URI> targets = new ConcurrentHashMap<>();

    public Pusher(Vertx vertx, Platform platform) {
        this.vertx = vertx;
        this.platform = platform;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
    }

    /**
     * Sets where a provider pushes to.
     *
     * @throws IllegalArgumentException when the provider does not push or the URL is not an http URL
     */
    public void target(String provider, String url) {
        if (!PROVIDERS.contains(provider)) {
            throw new IllegalArgumentException(
                    "Only itcloud and smsmasivos push; " + provider + " has no replies to push");
        }
        URI uri = URI.create(url);
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("A push goes to a whole URL like http://localhost:8080/sms");
        }
        targets.put(provider, uri);
    }

    public void forget(String provider) {
        targets.remove(provider);
    }

    public Map<String, String> targets() {
        Map<String, String> urls = new TreeMap<>();
        targets.forEach((provider, uri) -> urls.put(provider, uri.toString()));
        return urls;
    }

    /** Pushes a reply where its provider has a target; the attempts show up among the platform's pushes. */
    public void push(SimulatedReply reply) {
        URI target = targets.get(reply.provider());
        if (target != null) {
            attempt(new Delivery(reply, url(target, reply), resets.get()), 1);
        }
    }

    /** Forgets the targets; attempts still under way leave no trace and are not made again. */
    public void reset() {
        resets.incrementAndGet();
        targets.clear();
    }

    /** A reply on its way, and how many resets there had been when it set out. */
    private record Delivery(SimulatedReply reply, String url, int resets) {}

    private void attempt(Delivery delivery, int attempt) {
        if (isOutdated(delivery)) {
            return;
        }
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(delivery.url())
                .setTimeout(TIMEOUT_MILLIS);
        client.request(request)
                .compose(HttpClientRequest::send)
                .onSuccess(response -> record(delivery, attempt, response.statusCode(), null))
                .onFailure(failure -> record(delivery, attempt, 0, failure.getMessage()));
    }

    private void record(Delivery delivery, int attempt, int status, String error) {
        if (isOutdated(delivery)) {
            return;
        }
        SimulatedReply reply = delivery.reply();
        SimulatorOptions options = platform.options();
        SimulatedPush push = new SimulatedPush(
                reply.id(),
                reply.provider(),
                attempt,
                status,
                error,
                platform.clock().instant());
        platform.pushes().add(push);
        if (!push.delivered() && attempt <= options.pushRetries()) {
            long pause = Math.max(1, options.pushRetryDelay().toMillis());
            vertx.setTimer(pause, id -> attempt(delivery, attempt + 1));
        }
    }

    private boolean isOutdated(Delivery delivery) {
        return delivery.resets() != resets.get();
    }

    /** Names of the parameters: the manuals' sections on receiving by push. */
    private String url(URI target, SimulatedReply reply) {
        Charset charset = platform.options().pushCharset();
        String query = reply.provider().equals("itcloud")
                ? "mensaje=" + encode(reply.text(), charset) + "&celular=" + encode(reply.from(), charset)
                : "ORIGEN=" + encode(reply.from(), charset) + "&TEXTO=" + encode(reply.text(), charset) + "&IDINTERNO="
                        + encode(reply.clientId() == null ? "" : reply.clientId(), charset);
        return target + (target.getRawQuery() == null ? "?" : "&") + query;
    }

    private static String encode(String value, Charset charset) {
        return URLEncoder.encode(value, charset);
    }
}
