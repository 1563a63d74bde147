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

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An HTTP proxy. A call to {@code https} goes through a tunnel, a call to {@code http} is handed to the proxy.
 *
 * @param host          its name or address; spoken to without TLS
 * @param port          1 to 65535
 * @param user          for Basic authentication, sent without being asked; null for none
 * @param password      goes with the user
 * @param nonProxyHosts hosts that are reached directly; {@code *} stands for any characters
 */
public record ProxyOptions(String host, int port, String user, String password, List<String> nonProxyHosts) {

    /** Refuses a proxy that cannot be spoken to. */
    public ProxyOptions {
        Objects.requireNonNull(host, "host");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("The proxy's port is " + port + "; it must be from 1 to 65535");
        }
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    boolean covers(String target) {
        return nonProxyHosts.stream().noneMatch(pattern -> matches(pattern, target));
    }

    private static boolean matches(String pattern, String target) {
        String expression = Pattern.quote(pattern.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
        return target.toLowerCase(Locale.ROOT).matches(expression);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ProxyOptions[" + host + ":" + port + "]";
    }
}
