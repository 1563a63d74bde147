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

import static io.massms.camel.transport.Calls.LONG;
import static io.massms.camel.transport.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.spi.BodyCall;
import io.massms.camel.spi.Parameter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls with a body and headers of the provider's own. */
class HttpTransportBodyTest {
    private final HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aDocumentLeavesInUtf8WithItsTypeAndItsHeaders() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("{\"id\":\"año\"}"))) {
            BodyCall call =
                    BodyCall.json(server.uri("/v1/messages"), List.of(BodyCall.bearer("abc")), "{\"text\":\"Año\"}");

            assertThat(send(transport, call, LONG).reply().text()).isEqualTo("{\"id\":\"año\"}");
            assertThat(server.requests())
                    .containsExactly("POST /v1/messages HTTP/1.1\r\n"
                            + "Host: 127.0.0.1:" + server.port() + "\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Content-Length: 15\r\n"
                            + "Authorization: Bearer abc\r\n"
                            + "Accept: */*\r\n"
                            + "User-Agent: camel-massms\r\n"
                            + "\r\n"
                            + "{\"text\":\"AÃ±o\"}");
        }
    }

    @Test
    void aCallWithoutABodySaysNothingOfOneAndKeepsItsQuery() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            send(transport, withoutBody("GET", server.uri("/v1/messages/77?all=a%20b")), LONG)
                    .reply();
            send(transport, withoutBody("DELETE", server.uri("/v1/messages/77")), LONG)
                    .reply();

            assertThat(server.requests().get(0))
                    .startsWith("GET /v1/messages/77?all=a%20b HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n")
                    .doesNotContain("Content-");
            assertThat(server.requests().get(1))
                    .startsWith("DELETE /v1/messages/77 HTTP/1.1\r\n")
                    .doesNotContain("Content-");
        }
    }

    @Test
    void aPostWithoutABodySaysThatItHasNone() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            send(transport, withoutBody("POST", server.uri("/v1/ping")), LONG).reply();

            assertThat(server.requests().get(0)).contains("Content-Length: 0\r\n");
        }
    }

    @Test
    void aHeaderOfTheCallStandsInThePlaceOfTheTransportsOwn() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            List<Parameter> headers = List.of(new Parameter("accept", "application/json"));
            send(transport, BodyCall.json(server.uri("/"), headers, "{}"), LONG).reply();

            assertThat(server.requests().get(0))
                    .contains("accept: application/json\r\n")
                    .doesNotContain("*/*");
        }
    }

    private static BodyCall withoutBody(String method, URI uri) {
        return new BodyCall(method, uri, null, List.of(), null);
    }
}
