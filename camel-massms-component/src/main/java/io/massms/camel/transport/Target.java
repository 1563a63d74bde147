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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Where calls to one URL go.
 *
 * @param route              host and proxy
 * @param requestTarget      the path; the whole URL where a proxy needs it
 * @param host               the header
 * @param proxyAuthorization the header for the proxy; null for none
 */
record Target(HttpRoute route, String requestTarget, Header host, Header proxyAuthorization) {

    static Target of(URI uri, ProxyOptions proxy) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || uri.getHost() == null) {
            throw new IllegalArgumentException("The URL must start with http:// or https:// and name a host");
        }
        HttpHost named = new HttpHost(scheme, uri.getHost(), uri.getPort());
        HttpHost host = uri.getPort() >= 0 ? named : new HttpHost(scheme, uri.getHost(), secure ? 443 : 80);
        String path = path(uri);
        BasicHeader hostHeader = new BasicHeader(HttpHeaders.HOST, named.toHostString());
        if (proxy == null || !proxy.covers(host.getHostName())) {
            return new Target(new HttpRoute(host, null, secure), path, hostHeader, null);
        }
        HttpRoute route = new HttpRoute(host, null, new HttpHost("http", proxy.host(), proxy.port()), secure);
        return new Target(route, secure ? path : named.toURI() + path, hostHeader, authorization(proxy));
    }

    /** Host and port, for messages: never a path, a query or a user. */
    String name() {
        return route.getTargetHost().toURI();
    }

    /** The host and port that a proxy is asked to connect to. */
    String tunnelTarget() {
        return route.getTargetHost().toHostString();
    }

    private static String path(URI uri) {
        String path = URI.create(uri.toASCIIString()).getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static Header authorization(ProxyOptions proxy) {
        if (proxy.user() == null) {
            return null;
        }
        String credentials = proxy.user() + ":" + (proxy.password() == null ? "" : proxy.password());
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new BasicHeader(HttpHeaders.PROXY_AUTHORIZATION, "Basic " + encoded, true);
    }

    /** Without the header for the proxy. */
    @Override
    public String toString() {
        return name();
    }
}
