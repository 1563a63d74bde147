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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Replaces scheme, host and port of all URLs of a provider: for the simulator, or for a gateway in front of the provider. */
public final class BaseUrl {
    private final URI url;
    private final Map<URI, URI> behind = new ConcurrentHashMap<>();

    /**
     * A base URL. Spellings of the same place are equal: scheme and host in capitals, the scheme's own port, a slash at the end.
     *
     * @param url absolute; its path, where it has one, goes before the provider's
     */
    public BaseUrl(URI url) {
        this.url = plain(url);
    }

    private static URI plain(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usualPort = url.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = url.getPort() < 0 || usualPort ? "" : ":" + url.getPort();
        String path = url.getRawPath().endsWith("/")
                ? url.getRawPath().substring(0, url.getRawPath().length() - 1)
                : url.getRawPath();
        return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /**
     * Appends the path of a provider's URL to this URL. Scheme, host and port are those of this URL. The result is cached, because every send
     * needs it.
     *
     * @param  own one of the fixed URLs of a provider
     * @return     the URL to call
     */
    URI behind(URI own) {
        URI known = behind.get(own);
        return known == null ? behind.computeIfAbsent(own, this::append) : known;
    }

    private URI append(URI own) {
        return URI.create(url + own.getRawPath());
    }

    /** Its host. */
    String host() {
        return url.getHost();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseUrl base && url.equals(base.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
