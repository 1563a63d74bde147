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
package io.massms.simulator.control;

import io.massms.simulator.SimulatorOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other web sites away that a browser on this machine has open: their pages name themselves in Origin and Sec-Fetch-Site, and
 * a host name that was rebound to this machine shows in Host. Clients that are no browsers send neither of the first two.
 */
final class Guard {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private final SimulatorOptions options;
    private final boolean loopback;

    Guard(SimulatorOptions options) {
        this.options = options;
        this.loopback = isLoopback(options.host());
    }

    void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authority = request.getHeader("Host");
        String host = authority == null ? "" : hostOf(authority);
        if (!ours(host)) {
            throw Problem.forbidden("The host '" + host
                    + "' is not known here; call the simulator by localhost or by its address, or allow the name"
                    + " (--allow-host, SimulatorOptions.allowHost)");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.equalsIgnoreCase(request.scheme() + "://" + authority)) {
            throw Problem.forbidden("A page of another origin (" + origin + ") cannot use the control API");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site) && !isNavigationToPage(request)) {
            throw Problem.forbidden("A page of another site cannot use the control API");
        }
        context.next();
    }

    /** Following a link to the page is harmless. */
    private static boolean isNavigationToPage(HttpServerRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && !request.path().startsWith("/api/");
    }

    private boolean ours(String host) {
        return host.equals("localhost")
                || ADDRESS.matcher(host).matches()
                || host.equalsIgnoreCase(options.host())
                || options.allowedHosts().contains(host)
                || (!loopback && !host.isEmpty() && host.indexOf('.') < 0);
    }

    /** Beyond loopback, as in a container network, names without a dot are in use, which no public DNS can rebind. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static String hostOf(String authority) {
        try {
            String host = URI.create("http://" + authority).getHost();
            return host == null ? authority : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return authority;
        }
    }
}
