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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.massms.camel.transport.HttpTransportOptions;
import io.massms.camel.transport.ProxyOptions;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @Test
    void withoutAnHttpComponentTheDefaultsHold() {
        assertThat(HttpSettings.of(context, true, null)).isEqualTo(HttpTransportOptions.DEFAULT);
        assertThat(context.getComponentNames()).isEmpty();
    }

    @Test
    void anUntouchedHttpComponentDoesNotNarrowThePool() {
        context.addComponent("https", new HttpComponent());

        assertThat(HttpSettings.of(context, true, null)).isEqualTo(HttpTransportOptions.DEFAULT);
    }

    @Test
    void poolAndTimeLimitsAreTakenOver() {
        HttpComponent http = new HttpComponent();
        http.setConnectionsPerRoute(7);
        http.setMaxTotalConnections(9);
        http.setConnectionTimeToLive(60_000);
        http.setConnectTimeout(1500);
        http.setConnectionRequestTimeout(2500);
        http.setSoTimeout(9000);
        http.setResponseTimeout(8000);
        context.addComponent("https", http);

        HttpTransportOptions options = HttpSettings.of(context, true, null);
        assertThat(options.connectionsPerRoute()).isEqualTo(7);
        assertThat(options.maxConnections()).isEqualTo(9);
        assertThat(options.timeToLive()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(options.leaseTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(options.silenceTimeout()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aWiderRouteWidensTheWholePool() {
        HttpComponent http = new HttpComponent();
        http.setConnectionsPerRoute(4000);
        context.addComponent("http", http);

        assertThat(HttpSettings.of(context, false, null).maxConnections()).isEqualTo(4000);
    }

    @Test
    void theComponentOfTheUrlsSchemeWinsAndTheOtherStandsIn() {
        context.addComponent("http", withRoutes(3));
        assertThat(HttpSettings.of(context, true, null).connectionsPerRoute()).isEqualTo(3);

        context.addComponent("https", withRoutes(5));
        assertThat(HttpSettings.of(context, true, null).connectionsPerRoute()).isEqualTo(5);
        assertThat(HttpSettings.of(context, false, null).connectionsPerRoute()).isEqualTo(3);
    }

    @Test
    void aComponentInTheRegistryIsFound() {
        context.getRegistry().bind("https", withRoutes(11));

        assertThat(HttpSettings.of(context, true, null).connectionsPerRoute()).isEqualTo(11);
    }

    @Test
    void tlsIsTheSmsComponentsOwnThenTheHttpComponentsThenTheGlobalOneWhereAskedFor() throws Exception {
        FixedTls own = new FixedTls();
        FixedTls components = new FixedTls();
        FixedTls global = new FixedTls();
        HttpComponent http = new HttpComponent();
        context.addComponent("https", http);
        context.setSSLContextParameters(global);

        assertThat(HttpSettings.of(context, true, null).sslContext()).isNull();
        http.setUseGlobalSslContextParameters(true);
        assertThat(HttpSettings.of(context, true, null).sslContext()).isSameAs(global.made);
        http.setSslContextParameters(components);
        assertThat(HttpSettings.of(context, true, null).sslContext()).isSameAs(components.made);
        assertThat(HttpSettings.of(context, true, own).sslContext()).isSameAs(own.made);
    }

    @Test
    void aTrustStoreThatCannotBeReadIsRefusedWithoutItsPassword() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:no-such-file.p12");
        store.setPassword("changeit");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters broken = new SSLContextParameters();
        broken.setTrustManagers(trust);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.of(context, true, broken))
                .withMessageContaining("sslContextParameters")
                .withMessageNotContaining("changeit");
    }

    @Test
    void aHostnameVerifierIsTakenOver() {
        HttpComponent http = new HttpComponent();
        http.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);
        context.addComponent("https", http);

        assertThat(HttpSettings.of(context, true, null).hostnameVerifier()).isSameAs(NoopHostnameVerifier.INSTANCE);
    }

    @Test
    void theComponentsProxyIsTakenOver() {
        HttpComponent http = new HttpComponent();
        http.setProxyHost("proxy.example");
        http.setProxyPort(3128);
        http.setProxyAuthUsername("ana");
        http.setProxyAuthPassword("s3cr3t");
        http.setProxyAuthMethod("Basic");
        http.setNonProxyHosts("localhost, *.example.com");
        context.addComponent("https", http);
        context.getGlobalOptions().put("http.proxyHost", "other.example");
        context.getGlobalOptions().put("http.proxyPort", "1");

        ProxyOptions proxy = HttpSettings.of(context, true, null).proxy();
        assertThat(proxy)
                .isEqualTo(new ProxyOptions(
                        "proxy.example", 3128, "ana", "s3cr3t", List.of("localhost", "*.example.com")));
        assertThat(proxy.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void theGlobalOptionsProxyIsTakenOver() {
        context.getGlobalOptions().put("http.proxyHost", "proxy.example");
        context.getGlobalOptions().put("http.proxyPort", "8080");

        assertThat(HttpSettings.of(context, true, null).proxy())
                .isEqualTo(new ProxyOptions("proxy.example", 8080, null, null, List.of()));
    }

    @Test
    void aProxyThatCannotBeSpokenToIsRefused() {
        HttpComponent http = new HttpComponent();
        http.setProxyHost("proxy.example");
        http.setProxyPort(3128);
        http.setProxyAuthMethod("NTLM");
        context.addComponent("https", http);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.of(context, true, null))
                .withMessageContaining("proxyAuthMethod is NTLM")
                .withMessageContaining("Basic");
    }

    @Test
    void aGlobalProxyPortThatIsNoNumberIsRefused() {
        context.getGlobalOptions().put("http.proxyHost", "proxy.example");
        context.getGlobalOptions().put("http.proxyPort", "eighty");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpSettings.of(context, true, null))
                .withMessageContaining("'eighty'")
                .withMessageContaining("1 to 65535");
    }

    private static HttpComponent withRoutes(int connections) {
        HttpComponent http = new HttpComponent();
        http.setConnectionsPerRoute(connections);
        return http;
    }

    private static final class FixedTls extends SSLContextParameters {
        private final SSLContext made;

        FixedTls() throws Exception {
            made = SSLContext.getInstance("TLS");
        }

        @Override
        public SSLContext createSSLContext(CamelContext context) {
            return made;
        }
    }
}
