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

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A webhook on HTTP components other than those that are recommended. */
class WebhookServerTest extends CamelTestSupport {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";

    private final VertxPlatformHttpServer server = WebhookTest.anyPort();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addService(server);
        context.addComponent("other-http", new OtherHttp());
        return context;
    }

    @ParameterizedTest
    @CsvSource({"&webhookComponentName=other-http, other-http", "'', OtherHttp"})
    void theLogSaysOnceWhichIsRight(String option, String name) throws Exception {
        try (LogLines log = LogLines.of(WebhookAdvice.class)) {
            receive(option);

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains(name, "Right is webhookComponentName=platform-http");
        }
    }

    @Test
    void ofARecommendedOneNothingIsSaid() throws Exception {
        try (LogLines log = LogLines.of(WebhookAdvice.class)) {
            receive("&webhookComponentName=platform-http");

            assertThat(log.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 200", "'', 200", "HEAD, 405", "PUT, 405"})
    void onlyTheMethodsOfAPushAreTaken(String method, int status) throws Exception {
        receive("&webhookComponentName=other-http");

        assertThat(push(method)).isEqualTo(status);
    }

    @Test
    void whereItTellsNoAddressTheRefusalSaysWhatIsRight() throws Exception {
        receive("&webhookComponentName=other-http&webhookAllowedAddresses=127.0.0.1");
        try (LogLines log = LogLines.of(PushHandler.class)) {
            assertThat(push("GET")).isEqualTo(403);

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .contains("does not tell its address", "right is webhookComponentName=platform-http or servlet");
        }
    }

    private void receive(String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:sms:itcloud?operation=inbox&webhookPath=/sms&webhookSecret=" + SECRET + options)
                        .to("mock:received");
            }
        });
    }

    private int push(String method) {
        Map<String, Object> headers = Map.of(
                Exchange.HTTP_METHOD,
                method,
                Exchange.HTTP_URI,
                "/sms/" + SECRET,
                Exchange.HTTP_QUERY,
                "mensaje=Hola&celular=573001234567");
        return template.request(
                        "direct:" + (method.equals("POST") ? "POST" : "GET"),
                        exchange -> exchange.getMessage().setHeaders(headers))
                .getMessage()
                .getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    /** Hears calls of {@code direct:GET} and {@code direct:POST}. */
    private static final class OtherHttp extends DirectComponent implements RestConsumerFactory {
        @Override
        public Consumer createConsumer(
                CamelContext context,
                Processor processor,
                String verb,
                String basePath,
                String uriTemplate,
                String consumes,
                String produces,
                RestConfiguration configuration,
                Map<String, Object> parameters)
                throws Exception {
            return context.getEndpoint("direct:" + verb).createConsumer(processor);
        }
    }
}
