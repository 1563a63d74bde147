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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of IP addresses, and how addresses are read. */
class AddressRangesTest {

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        203.0.113.7                     | 203.0.113.7          | true
        203.0.113.7                     | 203.0.113.8          | false
        203.0.113.0/24                  | 203.0.113.255        | true
        203.0.113.0/24                  | 203.0.114.0          | false
        203.0.113.77/24                 | 203.0.113.1          | true
        10.0.0.0/9                      | 10.127.255.255       | true
        10.0.0.0/9                      | 10.128.0.0           | false
        0.0.0.0/0                       | 255.255.255.255      | true
        0.0.0.0/0                       | ::1                  | false
        ::/0                            | 127.0.0.1            | false
        2001:db8::/32                   | 2001:db8:ffff::1     | true
        2001:db8::/32                   | 2001:db9::           | false
        ::1                             | 0:0:0:0:0:0:0:1      | true
        127.0.0.1                       | ::ffff:127.0.0.1     | true
        10.0.0.1 , 2001:db8::1 ,192.0.2.0/25 | 192.0.2.127     | true
        10.0.0.1,2001:db8::1,192.0.2.0/25    | 192.0.2.128     | false
        """)
    void anAddressIsInARangeOrNot(String ranges, String address, boolean expected) {
        assertThat(AddressRanges.parse("option", ranges).contains(IpAddresses.parse(address)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost", "example.com", "203.0.113", "203.0.113.256", "203.0.113.07", "203.0.113.0/33", "::/129",
                        "::1/",
                "203.0.113.0/-1", "203.0.113.0/x", "10.0.0.1,,10.0.0.2", "10.0.0.1,", "[::1]", "1:2:3", "10.0.0.1/24/8",
                        "::1%lo"
            })
    void whatIsNoRangeIsRefusedWithWhatWouldBeRight(String ranges) {
        assertThatThrownBy(() -> AddressRanges.parse("webhookAllowedAddresses", ranges))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("webhookAllowedAddresses: '")
                .hasMessageContaining("right is such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32");
    }

    @Test
    void noRangesHoldNobody() throws Exception {
        assertThat(AddressRanges.parse("option", null).isEmpty()).isTrue();
        assertThat(AddressRanges.parse("option", " ").isEmpty()).isTrue();
        assertThat(AddressRanges.parse("option", null).contains(InetAddress.getLoopbackAddress()))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        203.0.113.7          | 203.0.113.7
        203.0.113.7:4711     | 203.0.113.7
        [2001:db8::1]:4711   | 2001:db8:0:0:0:0:0:1
        [2001:db8::1]        | 2001:db8:0:0:0:0:0:1
        2001:db8::1          | 2001:db8:0:0:0:0:0:1
        2001:db8:0:0:0:0:0:1:4711 | 2001:db8:0:0:0:0:0:1
        0:0:0:0:0:0:0:1:80   | 0:0:0:0:0:0:0:1
        fe80:0:0:0:0:0:0:1%2:4711 | fe80:0:0:0:0:0:0:1
        fe80::1%eth0         | fe80:0:0:0:0:0:0:1
        ::ffff:203.0.113.7   | 203.0.113.7
        """)
    void anAddressIsReadWithOrWithoutAPort(String written, String address) {
        assertThat(IpAddresses.parseEndpoint(written).getHostAddress()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost:80",
                "203.0.113.7:x",
                "203.0.113.7 evil",
                "[::1",
                "1:2:3:4:5:6:7:8:x",
                "1:2:3:4:5:6:7:8:9:10",
                "for=1.2.3.4"
            })
    void whatIsNoAddressIsNone(String written) {
        assertThat(IpAddresses.parseEndpoint(written)).isNull();
    }

    @Test
    void aSocketAddressIsReadAsItIs() {
        InetAddress loopback = InetAddress.getLoopbackAddress();

        assertThat(IpAddresses.parseEndpoint(new InetSocketAddress(loopback, 80)))
                .isEqualTo(loopback);
        assertThat(IpAddresses.parseEndpoint(null)).isNull();
    }
}
