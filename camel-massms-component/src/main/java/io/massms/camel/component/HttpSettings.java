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
package io.massms.camel.component;

import io.massms.camel.transport.HttpTransportOptions;
import io.massms.camel.transport.ProxyOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;

/**
 * Takes TLS, proxy, pool and time limits from Camel's HTTP component, so that one configuration serves both. Of {@code https}
 * and {@code http} the one that fits the provider's URL counts, or else the other, where it is in use.
 *
 * <p>A number that equals camel-http's default counts as not set: its 20 connections a route would hold a provider with an answer
 * time of 100 ms to 200 requests a second, so 512 are taken in their place.
 */
final class HttpSettings {
    private static final HttpComponent UNTOUCHED = new HttpComponent();

    private final CamelContext context;
    private final boolean secure;
    private final HttpComponent http;

    private HttpSettings(CamelContext context, boolean secure) {
        this.context = context;
        this.secure = secure;
        HttpComponent found = component(secure ? "https" : "http");
        if (found == null) {
            found = component(secure ? "http" : "https");
        }
        http = found == null ? UNTOUCHED : found;
    }

    /**
     * What a transport to a provider needs.
     *
     * @param  context                  holds the HTTP component and the global options
     * @param  secure                   whether the provider's URL is {@code https}
     * @param  ownTls                   set on the SMS component or endpoint; wins over all others; may be null
     * @return                          the options
     * @throws IllegalArgumentException when a setting cannot be used
     */
    static HttpTransportOptions of(CamelContext context, boolean secure, SSLContextParameters ownTls) {
        HttpSettings settings = new HttpSettings(context, secure);
        HttpTransportOptions options = HttpTransportOptions.DEFAULT
                .withTls(settings.sslContext(ownTls), settings.hostnameVerifier())
                .withProxy(settings.proxy());
        return settings.limits(settings.pool(options));
    }

    private HttpComponent component(String name) {
        Component found = context.hasComponent(name);
        if (found == null) {
            found = context.getRegistry().lookupByNameAndType(name, Component.class);
        }
        return found instanceof HttpComponent component ? component : null;
    }

    private SSLContext sslContext(SSLContextParameters own) {
        SSLContextParameters parameters = own != null ? own : http.getSslContextParameters();
        if (parameters == null && http.isUseGlobalSslContextParameters()) {
            parameters = context.getSSLContextParameters();
        }
        if (parameters == null) {
            return null;
        }
        try {
            return parameters.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "The sslContextParameters cannot be used: check their key and trust stores and passwords", e);
        }
    }

    private HostnameVerifier hostnameVerifier() {
        HostnameVerifier verifier = http.getX509HostnameVerifier();
        return verifier == null || verifier.getClass() == DefaultHostnameVerifier.class ? null : verifier;
    }

    private HttpTransportOptions pool(HttpTransportOptions options) {
        boolean routeSet = http.getConnectionsPerRoute() != UNTOUCHED.getConnectionsPerRoute();
        boolean totalSet = http.getMaxTotalConnections() != UNTOUCHED.getMaxTotalConnections();
        int route = routeSet ? http.getConnectionsPerRoute() : options.connectionsPerRoute();
        int total = totalSet ? http.getMaxTotalConnections() : Math.max(route, options.maxConnections());
        Duration life = Duration.ofMillis(Math.max(0, http.getConnectionTimeToLive()));
        return options.withPool(route, total).withLife(options.idleTimeout(), life);
    }

    /** Zero means no limit to camel-http; there is always the call's own deadline. */
    private HttpTransportOptions limits(HttpTransportOptions options) {
        Duration lease = http.getConnectionRequestTimeout() == UNTOUCHED.getConnectionRequestTimeout()
                ? Duration.ZERO
                : Duration.ofMillis(http.getConnectionRequestTimeout());
        long silence = LongStream.of(
                        http.getSoTimeout() == UNTOUCHED.getSoTimeout() ? 0 : http.getSoTimeout(),
                        http.getResponseTimeout())
                .filter(millis -> millis > 0)
                .min()
                .orElse(0);
        HttpTransportOptions limited = options.withWaiting(lease, Duration.ofMillis(silence));
        long connect = http.getConnectTimeout();
        if (connect == UNTOUCHED.getConnectTimeout()) {
            return limited;
        }
        return limited.withConnectTimeout(connect == 0 ? Duration.ofHours(1) : Duration.ofMillis(connect));
    }

    private ProxyOptions proxy() {
        ProxyOptions configured = configuredProxy();
        if (configured != null) {
            return configured;
        }
        return http.isUseSystemProperties() ? systemProxy() : globalProxy();
    }

    @SuppressWarnings("deprecation")
    private ProxyOptions configuredProxy() {
        String host = http.getProxyAuthHost() != null ? http.getProxyAuthHost() : http.getProxyHost();
        Integer port = http.getProxyAuthPort() != null ? http.getProxyAuthPort() : http.getProxyPort();
        if (host == null || port == null) {
            return null;
        }
        refuse("proxyAuthScheme", http.getProxyAuthScheme(), "http", "the proxy is spoken to without TLS");
        refuse("proxyAuthMethod", http.getProxyAuthMethod(), "Basic", "no other authentication is known here");
        refuse("proxyAuthDomain", http.getProxyAuthDomain(), null, "NTLM is not known here");
        return new ProxyOptions(
                host,
                port,
                http.getProxyAuthUsername(),
                http.getProxyAuthPassword(),
                hosts(http.getNonProxyHosts(), ","));
    }

    private static void refuse(String option, String value, String only, String why) {
        if (value != null && !value.equalsIgnoreCase(only)) {
            throw new IllegalArgumentException("The HTTP component's " + option + " is " + value + ", but " + why + ": "
                    + (only == null ? "leave it out" : "leave it out or use " + only));
        }
    }

    private ProxyOptions globalProxy() {
        String host = context.getGlobalOption("http.proxyHost");
        String port = context.getGlobalOption("http.proxyPort");
        return isEmpty(host) || isEmpty(port) ? null : new ProxyOptions(host, port(port), null, null, List.of());
    }

    private ProxyOptions systemProxy() {
        String prefix = secure ? "https" : "http";
        String host = System.getProperty(prefix + ".proxyHost");
        String port = System.getProperty(prefix + ".proxyPort", secure ? "443" : "80");
        List<String> direct = hosts(System.getProperty("http.nonProxyHosts"), "\\|");
        return isEmpty(host) ? null : new ProxyOptions(host, port(port), null, null, direct);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The proxy's port is '" + text + "'; it must be a number from 1 to 65535", e);
        }
    }

    private static List<String> hosts(String list, String separator) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(separator))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .toList();
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
