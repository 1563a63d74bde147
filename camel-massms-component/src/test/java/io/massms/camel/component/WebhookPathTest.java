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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two webhooks with one path the first would get all pushes: the second does not start. */
class WebhookPathTest extends CamelTestSupport {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";
    private static final String OTHER = "another-secret-1234";

    private final VertxPlatformHttpServer server = WebhookTest.anyPort();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addService(server);
        context.addComponent("sms-other", new SmsComponent());
        return context;
    }

    @BeforeEach
    void oneIsThere() throws Exception {
        receive("first", "sms:smsmasivos", "/sms", SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "sms:itcloud, /sms, q7Zr_m3-Xk9bT2vL",
        "sms:itcloud, /sms, another-secret-1234",
        "sms:itcloud, sms, another-secret-1234",
        "sms:smsmasivos, /sms, another-secret-1234",
        "sms-other:itcloud, /sms, another-secret-1234",
        "sms:itcloud, /sms/replies,"
    })
    void aSecondOneFailsTheStartAndSaysWhatIsRight(String uri, String path, String secret) throws Exception {
        assertThatThrownBy(() -> receive("second", uri, path, secret))
                .hasStackTraceContaining("has the same path as that of smsmasivos, /sms/{smsWebhookSecret}")
                .hasStackTraceContaining("right is a webhookPath of its own")
                .satisfies(wrong -> assertThat(wrong.toString()).doesNotContain(OTHER));

        assertThat(status("/sms/" + SECRET + "?ORIGEN=1144445555&TEXTO=a")).isEqualTo(200);
    }

    @Test
    void bothWorkAtPathsOfTheirOwn() throws Exception {
        receive("second", "sms:itcloud", "/sms/itcloud", SECRET);

        assertThat(status("/sms/" + SECRET + "?ORIGEN=1144445555&TEXTO=a")).isEqualTo(200);
        assertThat(status("/sms/itcloud/" + SECRET + "?celular=573001234567&mensaje=a"))
                .isEqualTo(200);
    }

    /** Where all routes are there before the start, Camel makes one endpoint of them, and leads both to the last path. */
    @Test
    void twoThatDifferInTheirPathsAloneAreToldWhatIsRight() throws Exception {
        try (CamelContext other = super.createCamelContext()) {
            other.addService(WebhookTest.anyPort());
            receive(other, "first", "sms:smsmasivos", "/sms", SECRET);
            receive(other, "second", "sms:smsmasivos", "/sms/other", SECRET);

            assertThatThrownBy(other::start)
                    .hasStackTraceContaining("has the same path as that of smsmasivos, /sms/other/{smsWebhookSecret}")
                    .hasStackTraceContaining("let one of these differ too");
        }
    }

    @Test
    void thePathOfAStoppedRouteIsFree() throws Exception {
        context.getRouteController().stopRoute("first");
        receive("second", "sms:itcloud", "/sms", OTHER);

        assertThat(status("/sms/" + OTHER + "?celular=573001234567&mensaje=a")).isEqualTo(200);
        assertThatThrownBy(() -> context.getRouteController().startRoute("first"))
                .hasStackTraceContaining("has the same path as that of itcloud");
        context.getRouteController().stopRoute("second");
        context.removeRoute("second");
        assertThatCode(() -> context.getRouteController().startRoute("first")).doesNotThrowAnyException();
        assertThat(status("/sms/" + SECRET + "?ORIGEN=1144445555&TEXTO=a")).isEqualTo(200);
    }

    @Test
    void aSuspendedRouteResumesAtItsPath() throws Exception {
        context.getRouteController().suspendRoute("first");
        context.getRouteController().resumeRoute("first");
        context.suspend();
        context.resume();

        assertThat(status("/sms/" + SECRET + "?ORIGEN=1144445555&TEXTO=a")).isEqualTo(200);
    }

    private void receive(String id, String uri, String path, String secret) throws Exception {
        receive(context, id, uri, path, secret);
    }

    private static void receive(CamelContext context, String id, String uri, String path, String secret)
            throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:" + uri + "?operation=inbox&webhookComponentName=platform-http&webhookPath=" + path
                                + (secret == null ? "&webhookSecretRequired=false" : "&webhookSecret=" + secret))
                        .routeId(id)
                        .to("mock:" + id);
            }
        });
    }

    private int status(String path) throws Exception {
        return WebhookTest.get(server.getPort(), path);
    }
}
