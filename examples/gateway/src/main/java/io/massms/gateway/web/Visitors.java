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
package io.massms.gateway.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Whose requests are answered. Nobody is asked who he is, but a page elsewhere must not ask through the browser of somebody who
 * can reach the gateway, also where its name was made to lead here.
 */
public final class Visitors {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Only a name can be made to lead elsewhere. */
    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}|\\[[0-9a-f:.]+]");

    private final Token token;
    private final String host;
    private final Set<String> hosts;

    /**
     * Those of a gateway.
     *
     * @param token what an operator must know to do more than look; null where nobody may
     * @param host  the address on which HTTP listens
     * @param hosts other names that lead here, such as a proxy's
     */
    public Visitors(String token, String host, Set<String> hosts) {
        this.token = new Token(token);
        this.host = host;
        this.hosts = hosts;
    }

    /** Whether there is a token to know. */
    public boolean canBeOperators() {
        return token.isSet();
    }

    /** Whether a request bears the token: no page elsewhere knows it. */
    public boolean isOperator(Exchange exchange) {
        return token.isIn(exchange.getMessage().getHeader("Authorization", String.class));
    }

    /** Whether a request may be answered. */
    public boolean isWelcome(Exchange exchange) {
        String asked = authority(exchange.getMessage());
        String origin = exchange.getMessage().getHeader("Origin", String.class);
        return isOperator(exchange) || isThisHost(name(asked)) && (origin == null || isOwn(origin, asked));
    }

    /** Passes on what may be answered. */
    void requireWelcome(Exchange exchange) {
        if (!isWelcome(exchange)) {
            throw new WrongHostException();
        }
    }

    private boolean isThisHost(String name) {
        boolean anyName = hosts.isEmpty() && (host.equals("0.0.0.0") || host.equals("::"));
        return anyName
                || LOCAL.contains(name)
                || ADDRESS.matcher(name).matches()
                || name.equals(host.toLowerCase(Locale.ROOT))
                || hosts.contains(name);
    }

    /** A proxy may have put a name of its own into the request. */
    private boolean isOwn(String origin, String asked) {
        String authority = origin.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT);
        return authority.equals(asked) || hosts.contains(name(authority));
    }

    /** In HTTP/2 the host is no header. */
    private static String authority(Message request) {
        String asked = request.getHeader("Host", String.class);
        if (asked == null) {
            asked = URI.create(request.getHeader(Exchange.HTTP_URL, "", String.class))
                    .getRawAuthority();
        }
        return asked == null ? "" : asked.toLowerCase(Locale.ROOT);
    }

    private static String name(String authority) {
        return authority.replaceFirst(":\\d+$", "");
    }
}
