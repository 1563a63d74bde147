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
package io.massms.camel.spi;

import io.massms.camel.model.SmsError;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Parameters in the path of an address. */
final class PathSegments {
    private static final Set<String> OF_THE_PATH = Set.of("", ".", "..");

    private PathSegments() {}

    static URI behind(URI base, String... segments) {
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("A path cannot go on behind a query or a fragment");
        }
        StringBuilder address = new StringBuilder(base.toString());
        for (String segment : segments) {
            if (address.charAt(address.length() - 1) != '/') {
                address.append('/');
            }
            add(segment, address);
        }
        return URI.create(address.toString());
    }

    /** As RFC 3986 asks, which differs from a form in three signs. The error is without the value, which may be a number. */
    private static void add(String segment, StringBuilder address) {
        if (OF_THE_PATH.contains(segment)) {
            throw new NotEncodableException(
                    SmsError.OTHER,
                    "A part of the address is empty, '.' or '..'; right is an id as the provider gave it");
        }
        address.append(URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~"));
    }
}
