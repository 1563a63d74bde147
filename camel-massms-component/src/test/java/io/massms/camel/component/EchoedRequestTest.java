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

import io.massms.camel.error.SmsException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that repeats its request, as those of web servers and proxies do, shows neither credentials nor texts. */
class EchoedRequestTest extends CamelTestSupport {
    private AnsweringServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new AnsweringServer(
                request -> "Not found: " + request.getRequestURI().getRawQuery());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 500})
    void aRepeatedUrlShowsNeitherSecretsNorTheText(int code) {
        server.status(code);
        Exchange exchange = template.request(
                "sms:linktosms?apiId=a1&user=ana&password=RAW(s3 cr&t)&httpMethod=GET&to=3001234567&baseUrl="
                        + server.baseUrl(),
                sent -> sent.getMessage().setBody("Ana, su clave: 4711"));

        SmsException failure = exchange.getException(SmsException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage() + failure.getReceipts().get(0).providerText())
                .doesNotContain("clave", "4711", "s3", "cr%26t", "573001234567");
    }
}
