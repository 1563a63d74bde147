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

import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.HttpCall;
import io.massms.camel.spi.HttpMethod;
import io.massms.camel.spi.XmlCall;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;

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
    private static final Header XML_TYPE = new BasicHeader(HttpHeaders.CONTENT_TYPE, "text/xml; charset=utf-8");
    private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "*/*");

    private final Engine engine;
    private final Header userAgent;
    private final Map<URI, Target> targets = new ConcurrentHashMap<>();
    private final Map<Charset, Header> formTypes = new ConcurrentHashMap<>();
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
        Connections connections = new Connections(options, threads);
        engine = new Engine(options, connections, new Deadlines(threads, connections::evict), clock);
        userAgent = new BasicHeader(HttpHeaders.USER_AGENT, options.userAgent());
    }

    /** What all calls share. */
    record Engine(HttpTransportOptions options, Connections connections, Deadlines deadlines, Clock clock) {}

    @Override
    public void exchange(Call said, Duration deadline, ReplyHandler handler) {
        Objects.requireNonNull(handler, "handler");
        PendingCall pending;
        try {
            HttpCall call = (HttpCall) said;
            Target target = target(call.uri());
            pending = new PendingCall(engine, target, request(call, target), call.charset(), deadline, handler);
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
        return targets.computeIfAbsent(
                uri, wanted -> Target.of(wanted, engine.options().proxy()));
    }

    private WholeRequest request(HttpCall call, Target target) {
        WholeRequest request = written(call, target);
        addUnlessSaid(request, ACCEPT);
        addUnlessSaid(request, userAgent);
        if (target.proxyAuthorization() != null && !target.route().isTunnelled()) {
            request.addHeader(target.proxyAuthorization());
        }
        return request;
    }

    private WholeRequest written(HttpCall call, Target target) {
        if (call instanceof BodyCall body) {
            return request(body, target);
        }
        return call instanceof XmlCall xml ? post(xml, target) : request((FormCall) call, target);
    }

    private static void addUnlessSaid(WholeRequest request, Header header) {
        if (!request.containsHeader(header.getName())) {
            request.addHeader(header);
        }
    }

    /** A method that is made for a body says that it has none (RFC 9110, section 8.6). */
    private static WholeRequest request(BodyCall call, Target target) {
        String query = URI.create(call.uri().toASCIIString()).getRawQuery();
        byte[] body = call.body() == null ? null : call.body().getBytes(call.charset());
        WholeRequest request =
                new WholeRequest(call.method(), target.requestTarget() + (query == null ? "" : "?" + query), body);
        request.addHeader(target.host());
        if (body != null) {
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_TYPE, call.contentType()));
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, body.length));
        } else if (call.method().startsWith("P")) {
            request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, 0));
        }
        call.headers().forEach(said -> request.addHeader(new BasicHeader(said.name(), said.value(), true)));
        return request;
    }

    private WholeRequest request(FormCall call, Target target) {
        byte[] form = FormEncoder.encode(call.parameters(), call.charset());
        if (call.method() == HttpMethod.POST) {
            return post(target, form, formTypes.computeIfAbsent(call.charset(), HttpTransport::formType));
        }
        String query = form.length == 0 ? "" : "?" + new String(form, StandardCharsets.US_ASCII);
        WholeRequest request = new WholeRequest("GET", target.requestTarget() + query, null);
        request.addHeader(target.host());
        return request;
    }

    /** SOAP 1.1, section 6.1: the action stands in a header of its own, in quotes. */
    private static WholeRequest post(XmlCall call, Target target) {
        WholeRequest request = post(target, call.body().getBytes(call.charset()), XML_TYPE);
        request.addHeader(new BasicHeader("SOAPAction", '"' + call.action() + '"'));
        return request;
    }

    private static WholeRequest post(Target target, byte[] body, Header contentType) {
        WholeRequest request = new WholeRequest("POST", target.requestTarget(), body);
        request.addHeader(target.host());
        request.addHeader(contentType);
        request.addHeader(new BasicHeader(HttpHeaders.CONTENT_LENGTH, body.length));
        return request;
    }

    private static Header formType(Charset charset) {
        return new BasicHeader(
                HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded; charset=" + charset.name());
    }

    /** Gives the calls under way a second to end, then ends them. Calls that come later are not sent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            long until = System.nanoTime() + GRACE.toNanos();
            while (engine.deadlines().size() > 0 && System.nanoTime() < until) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
            }
            engine.deadlines().close();
            engine.connections().close();
        }
    }
}
