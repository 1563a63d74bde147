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

/** A call that travels over HTTP. */
public sealed interface HttpCall extends Call permits FormCall, BodyCall {

    /**
     * Where to.
     *
     * @return without a query, but for a {@link BodyCall}
     */
    URI uri();

    /**
     * How the call is encoded, and the answer where it does not say.
     *
     * @return never null
     */
    Charset charset();

    /**
     * Refuses what would be lost on the way: a query stands in the parameters, or in a {@link BodyCall}.
     *
     * @param  uri where to
     * @return     the same
     * @throws IllegalArgumentException where it has a query; does not repeat it, as it can hold secrets
     */
    static URI withoutQuery(URI uri) {
        if (uri.getRawQuery() != null) {
            throw new IllegalArgumentException("The address of a call has no query; right is to say it as parameters");
        }
        return uri;
    }
}
