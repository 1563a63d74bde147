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

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where a provider's operations are found, by channels with a place of their own too. */
final class ServiceUrls {
    private final String provider;
    private final Map<Operation, URI> urls = new EnumMap<>(Operation.class);
    private final Map<Operation, Map<Channel, URI>> byChannel = new EnumMap<>(Operation.class);

    ServiceUrls(String provider) {
        this.provider = provider;
    }

    void put(Operation operation, String value) {
        urls.put(operation, checked(operation, value));
    }

    void put(Operation operation, Channel channel, String value) {
        byChannel.computeIfAbsent(operation, o -> new EnumMap<>(Channel.class)).put(channel, checked(operation, value));
    }

    /** Null where the provider lacks the operation. */
    URI get(Operation operation) {
        return urls.get(operation);
    }

    /** The channel's own where it has one, else the operation's. */
    URI get(Operation operation, Channel channel) {
        URI own = byChannel.getOrDefault(operation, Map.of()).get(channel);
        return own == null ? get(operation) : own;
    }

    /** One to which nothing more is added. */
    ServiceUrls copy() {
        ServiceUrls copy = new ServiceUrls(provider);
        copy.urls.putAll(urls);
        byChannel.forEach((operation, own) -> copy.byChannel.put(operation, new EnumMap<>(own)));
        return copy;
    }

    /** Does not repeat a user or a query, which can hold secrets. */
    private URI checked(Operation operation, String value) {
        URI url = URI.create(value);
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The URL of " + provider + " for " + operation + " (host "
                    + url.getHost() + ") is not absolute, or has a user, a query or a fragment; right is such as"
                    + " https://api.example.com/v1/send, and what a query would say is a parameter of the call");
        }
        return url;
    }
}
