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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A call of a web service: an XML document, always in the body and in UTF-8.
 *
 * @param uri    without a query
 * @param action what the header {@code SOAPAction} says, without quotes
 * @param body   the whole document
 */
public record XmlCall(URI uri, String action, String body) implements HttpCall {

    /** Refuses what no header can carry. */
    public XmlCall {
        HttpCall.withoutQuery(uri);
        Objects.requireNonNull(body, "body");
        if (action.chars().anyMatch(c -> c <= ' ' || c == '"' || c > '~')) {
            throw new IllegalArgumentException("A SOAPAction is a URI: no spaces, quotes or control characters");
        }
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** Where to and what for: the body holds secrets and personal data. */
    @Override
    public String toString() {
        return "XmlCall[" + uri + ", " + action + "]";
    }
}
