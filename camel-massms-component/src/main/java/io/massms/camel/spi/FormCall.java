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
import java.util.List;

/**
 * A call with parameters: an HTML form's, in the body or the URL.
 *
 * @param method     where the parameters go
 * @param uri        without a query
 * @param parameters in the order of the wire
 * @param charset    how parameters are encoded, and the answer's where it does not say
 */
public record FormCall(HttpMethod method, URI uri, List<Parameter> parameters, Charset charset) implements HttpCall {

    /** Keeps the parameters from changing, and refuses an address with a query. */
    public FormCall {
        HttpCall.withoutQuery(uri);
        parameters = List.copyOf(parameters);
    }
}
