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
package io.massms.camel.component.push;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP addresses, and nothing else: a name would be a question to a name server. */
final class IpAddresses {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern V4_WITH_PORT = Pattern.compile("([\\d.]+):\\d{1,5}");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]%]+)(%[^\\]]*)?\\](:\\d{1,5})?");

    /** As Vert.x writes it, all eight groups without brackets: the ninth number is the port. */
    private static final Pattern V6_WITH_PORT =
            Pattern.compile("((?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4})(%[^:]*)?:\\d{1,5}");

    private static final Pattern V6_WITH_ZONE = Pattern.compile("([0-9A-Fa-f:.]+)%[^:]*");

    private IpAddresses() {}

    /**
     * Reads an address.
     *
     * @return null where it is none; a version 4 address that was written as a version 6 one is a version 4 address
     */
    static InetAddress parse(String text) {
        boolean four = isV4(text);
        if (!four && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(four ? text : "[" + text + "]");
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /**
     * Reads an address beside which a port can stand, as in {@code 203.0.113.7:4711} or {@code [2001:db8::1]:4711}.
     *
     * @param  endpoint an {@link InetSocketAddress}, or what HTTP components and proxies write; can be null
     * @return          null where there is no address
     */
    static InetAddress parseEndpoint(Object endpoint) {
        if (endpoint instanceof InetSocketAddress socket) {
            return socket.getAddress();
        }
        String text = endpoint == null ? "" : endpoint.toString().strip();
        for (Pattern dress : new Pattern[] {V4_WITH_PORT, BRACKETS, V6_WITH_PORT, V6_WITH_ZONE}) {
            Matcher dressed = dress.matcher(text);
            if (dressed.matches()) {
                return parse(dressed.group(1));
            }
        }
        return parse(text);
    }

    /** Leading zeros are octal to some and decimal to others: refused. */
    private static boolean isV4(String text) {
        Matcher four = V4.matcher(text);
        if (!four.matches()) {
            return false;
        }
        for (int i = 1; i <= four.groupCount(); i++) {
            String part = four.group(i);
            if (Integer.parseInt(part) > 255 || part.length() > 1 && part.startsWith("0")) {
                return false;
            }
        }
        return true;
    }
}
