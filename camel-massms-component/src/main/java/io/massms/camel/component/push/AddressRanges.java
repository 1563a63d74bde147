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

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Ranges of IP addresses, version 4 and 6, in CIDR notation. Never asks a name server. */
final class AddressRanges {
    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads ranges.
     *
     * @param  option the name of the option that they come from, for errors
     * @param  list   addresses and CIDR ranges with commas between them; null or blank means none
     * @throws IllegalArgumentException says what was wrong and what would be right
     */
    static AddressRanges parse(String option, String list) {
        List<Range> ranges = new ArrayList<>();
        if (list != null && !list.isBlank()) {
            for (String part : list.split(",", -1)) {
                ranges.add(range(option, part.strip()));
            }
        }
        return new AddressRanges(ranges);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    private static Range range(String option, String text) {
        int slash = text.indexOf('/');
        InetAddress address = IpAddresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw wrong(option, text);
        }
        int bits = address.getAddress().length * Byte.SIZE;
        return new Range(
                address.getAddress(), slash < 0 ? bits : prefix(option, text, text.substring(slash + 1), bits));
    }

    private static int prefix(String option, String text, String digits, int bits) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
            throw wrong(option, text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException wrong(String option, String text) {
        return new IllegalArgumentException(option + ": '" + text
                + "' is no IP address or CIDR range; right is such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32");
    }

    private record Range(byte[] network, int prefix) {
        boolean contains(byte[] address) {
            int ignored = network.length * Byte.SIZE - prefix;
            return address.length == network.length
                    && new BigInteger(1, address)
                            .shiftRight(ignored)
                            .equals(new BigInteger(1, network).shiftRight(ignored));
        }
    }
}
