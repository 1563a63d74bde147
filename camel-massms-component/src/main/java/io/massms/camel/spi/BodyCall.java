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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A call with a body of any kind, JSON for one, in UTF-8, and with headers of the provider's own: where a token stands in a header.
 *
 * @param method      {@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE} or {@code GET}
 * @param uri         with the query, where there is one, already encoded
 * @param contentType what the header {@code Content-Type} says; null where there is no body
 * @param headers     in the order of the wire
 * @param body        the whole body; null for none
 */
public record BodyCall(String method, URI uri, String contentType, List<Parameter> headers, String body)
        implements HttpCall {
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE", "GET");
    private static final String SIGNS_OF_NAMES = "!#$%&'*+-.^_`|~";

    /** What the transport says itself; said twice, a server could take the end of one request for the beginning of another. */
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "host",
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
            "expect",
            "te",
            "trailer",
            "upgrade",
            "proxy-authorization");

    /** Refuses what would not be one request: without the values, which are secrets. */
    public BodyCall {
        Objects.requireNonNull(uri, "uri");
        headers = List.copyOf(headers);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("The method is one of POST, PUT, PATCH, DELETE and GET");
        }
        if ((body == null) != (contentType == null)) {
            throw new IllegalArgumentException("A body and its content type come together");
        }
        if (contentType != null) {
            requireOneLine("Content-Type", contentType);
            requireUtf8(contentType.toLowerCase(Locale.ROOT));
        }
        for (Parameter header : headers) {
            requireName(header.name());
            requireOneLine(header.name(), header.value());
        }
    }

    /**
     * A document in JSON by {@code POST}.
     *
     * @param  uri     where to
     * @param  headers such as {@link #bearer}
     * @param  json    the whole document
     * @return         the call
     */
    public static BodyCall json(URI uri, List<Parameter> headers, String json) {
        return new BodyCall("POST", uri, "application/json", headers, json);
    }

    /**
     * A question by {@code GET}, without a body.
     *
     * @param  uri     where to, such as {@link #path} makes one
     * @param  headers such as {@link #bearer}
     * @return         the call
     */
    public static BodyCall get(URI uri, List<Parameter> headers) {
        return new BodyCall("GET", uri, null, headers, null);
    }

    /**
     * An address with parameters in its path: each is one segment, in UTF-8 and percent-encoded (RFC 3986, section 3.3), whatever it holds.
     *
     * @param  base     such as {@link Account#url(Operation)}, without a query
     * @param  segments what comes behind it
     * @return          the address
     * @throws NotEncodableException where a segment is empty, {@code .} or {@code ..}: servers take these for another path
     */
    public static URI path(URI base, String... segments) {
        return PathSegments.behind(base, segments);
    }

    /**
     * The header of a token (RFC 6750, section 2.1).
     *
     * @param  token the secret
     * @return       the header
     */
    public static Parameter bearer(String token) {
        return new Parameter("Authorization", "Bearer " + token);
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    private static void requireUtf8(String type) {
        if (type.contains("charset=") && !type.matches(".*charset=\"?utf-8\\b.*")) {
            throw new IllegalArgumentException("The body is written in UTF-8, so its type cannot say another charset");
        }
    }

    private static void requireName(String name) {
        if (name.isEmpty() || !name.chars().allMatch(BodyCall::isOfAName)) {
            throw new IllegalArgumentException("A header's name is letters, digits and hyphens");
        }
        if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " is written by the transport; leave it out");
        }
    }

    private static boolean isOfAName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || SIGNS_OF_NAMES.indexOf(c) >= 0;
    }

    /** A line break in a value would begin a header, or a request, that nobody meant. */
    private static void requireOneLine(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new NotEncodableException(
                    SmsError.OTHER,
                    "The header " + name + " cannot carry its value; right is printable ASCII on one line");
        }
    }

    /** The method and the host: path and query can hold numbers and ids, and all else secrets. */
    @Override
    public String toString() {
        return "BodyCall[" + method + " " + uri.getScheme() + "://" + uri.getHost() + "]";
    }
}
