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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushes over IP version 6, as they come from a proxy that calls {@code localhost}. */
class WebhookIpv6Test extends CamelTestSupport {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";

    private VertxPlatformHttpServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        assumeTrue(isThere("::1"), "there is no IP version 6");
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("::1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        CamelContext context = super.createCamelContext();
        context.addService(server);
        return context;
    }

    private static boolean isThere(String address) throws Exception {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "::1, '', 198.51.100.9, 200",
        "203.0.113.7, ::1, 203.0.113.7, 200",
        "203.0.113.7, ::1, 198.51.100.9, 403",
        "2001:db8::/32, ::1, 2001:db8::7, 200",
        "203.0.113.7, '', 203.0.113.7, 403"
    })
    void onlyAllowedAddressesMayPush(String allowed, String proxies, String forwarded, int status) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:sms:itcloud?operation=inbox&webhookComponentName=platform-http&webhookPath=/sms"
                                + "&webhookSecret=" + SECRET + "&webhookAllowedAddresses=" + allowed
                                + "&webhookTrustedProxies=" + proxies)
                        .to("mock:received");
            }
        });

        assertThat(push(forwarded)).isEqualTo(status);
    }

    private int push(String forwardedFor) throws Exception {
        String url = "http://[::1]:" + server.getPort() + "/sms/" + SECRET + "?mensaje=Hola&celular=573001234567";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("X-Forwarded-For", forwardedFor)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
