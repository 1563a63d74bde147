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
package io.massms.camel.transport;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;

/** TLS for {@code https} and for nothing else. The JVM's trust store is read at the first use. */
final class Tls implements Lookup<TlsStrategy> {
    private final HttpTransportOptions options;
    private TlsStrategy strategy;

    Tls(HttpTransportOptions options) {
        this.options = options;
    }

    @Override
    public TlsStrategy lookup(String scheme) {
        return "https".equalsIgnoreCase(scheme) ? strategy() : null;
    }

    private synchronized TlsStrategy strategy() {
        if (strategy == null) {
            SSLContext context =
                    options.sslContext() != null ? options.sslContext() : SSLContexts.createSystemDefault();
            strategy = new DefaultClientTlsStrategy(
                    context,
                    null,
                    null,
                    SSLBufferMode.STATIC,
                    options.hostnameVerifier() == null
                            ? HostnameVerificationPolicy.BOTH
                            : HostnameVerificationPolicy.CLIENT,
                    options.hostnameVerifier());
        }
        return strategy;
    }
}
