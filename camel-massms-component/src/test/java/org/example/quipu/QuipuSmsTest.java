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
package org.example.quipu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.massms.camel.component.SmsComponent;
import io.massms.camel.component.SmsConstants;
import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.SmsProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider of somebody else's, found by the services file of its own jar, sends through the component. */
class QuipuSmsTest {
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private HttpServer server;
    private URLClassLoader jar;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(SmsProvider.class.getName()), QuipuSms.class.getName());
        jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        context.setApplicationContextClassLoader(jar);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        jar.close();
        server.stop(0);
    }

    @Test
    void aMessageLeavesAsJsonWithTheTokenInAHeader() {
        answer = "{\"status\": \"queued\", \"id\": \"q-770012\"}";

        Exchange exchange = ask("to=987654321", "Hola \"señora\"");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).accepted())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.messageId()).isEqualTo("q-770012"));
        assertThat(requests)
                .containsExactly("POST /quipu/v1/messages application/json Bearer abc-t0ken-of-quipu "
                        + "{\"to\":\"51987654321\",\"text\":\"Hola \\\"señora\\\"\"}");
    }

    @Test
    void questionsGoByGetWithoutABody() {
        answer = "{\"credit\": 12.50}";
        assertThat(ask("operation=balance", null).getMessage().getBody(BigDecimal.class))
                .isEqualByComparingTo("12.5");

        answer = "{\"status\": \"delivered\", \"at\": \"2026-11-22T10:00:00-05:00\"}";
        SmsStatus status = queryStatus("q/77 0012").getMessage().getBody(SmsStatus.class);

        assertThat(status.state()).isEqualTo(SmsState.DELIVERED);
        assertThat(requests)
                .containsExactly(
                        "GET /quipu/v1/balance null Bearer abc-t0ken-of-quipu ",
                        "GET /quipu/v1/messages/q%2F77%200012 null Bearer abc-t0ken-of-quipu ");
    }

    @Test
    void anIdThatWouldLeadToAnotherPathIsNotAskedFor() {
        assertThat(queryStatus("..").getException())
                .isInstanceOf(SmsException.class)
                .hasMessageContaining("right is an id as the provider gave it");
        assertThat(requests).isEmpty();
    }

    @Test
    void refusalsAreTheExceptionsThatRoutesKnow() {
        status = 402;
        answer = "{\"error\": \"no_credit\", \"message\": \"buy more, abc-t0ken-of-quipu\"}";
        assertThat(refusal()).isInstanceOf(SmsRejectedException.class).satisfies(refused -> {
            assertThat(refused.getError()).isEqualTo(SmsError.NO_BALANCE);
            assertThat(refused.toString() + refused.getReceipts()).doesNotContain("t0ken");
        });

        status = 429;
        answer = "<html>slow down</html>";
        assertThat(refusal()).isInstanceOf(SmsTemporaryException.class);

        status = 200;
        answer = "{\"status\": \"queued\", \"id\": \"q-77";
        assertThat(refusal()).isInstanceOf(SmsUncertainException.class);
    }

    @Test
    void aTokenThatWouldBeMoreThanOneHeaderSendsNothing() {
        context.getComponent("sms", SmsComponent.class).getConfiguration().setToken("abc\nX-Other: s3cret");
        Exchange exchange = send(uri("", "to=987654321"), "Hola");

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("The header Authorization cannot carry its value")
                .hasMessageNotContaining("s3cret");
        assertThat(requests).isEmpty();
    }

    @Test
    void whatTheProviderDoesNotTakeIsRefusedWhenTheRouteStarts() {
        assertThatThrownBy(() ->
                        context.getEndpoint(uri("token=abc&", "httpMethod=GET")).start())
                .hasStackTraceContaining("httpMethod=GET: quipu is called by: POST");
    }

    private SmsException refusal() {
        return ask("to=987654321", "Hola").getException(SmsException.class);
    }

    private Exchange queryStatus(String id) {
        return context.createProducerTemplate()
                .request(
                        uri("token=abc-t0ken-of-quipu&", "operation=status"),
                        asked -> asked.getMessage().setHeader(SmsConstants.MESSAGE_ID, id));
    }

    private Exchange ask(String options, String body) {
        return send(uri("token=abc-t0ken-of-quipu&", options), body);
    }

    private Exchange send(String uri, String body) {
        return context.createProducerTemplate()
                .request(uri, sent -> sent.getMessage().setBody(body));
    }

    private String uri(String token, String options) {
        return "sms:quipu?" + token + "baseUrl=http://localhost:"
                + server.getAddress().getPort() + "/quipu&" + options;
    }

    private void answer(HttpExchange asked) throws IOException {
        requests.add(asked.getRequestMethod() + " " + asked.getRequestURI()
                + " " + asked.getRequestHeaders().getFirst("Content-Type")
                + " " + asked.getRequestHeaders().getFirst("Authorization")
                + " " + new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }
}
