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
package io.massms.camel.sixth;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A provider that this project does not know: one class over the public SPI, bound in the registry. */
class CustomProviderTest extends CamelTestSupport {
    private static final Queue<String> BODIES = new ConcurrentLinkedQueue<>();
    private static Vertx vertx;
    private static HttpServer server;
    private static volatile String answer;

    @BindToRegistry("acme")
    private final AcmeProvider acme = new AcmeProvider();

    @BeforeAll
    static void startServer() throws Exception {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    BODIES.add(request.path() + " " + body);
                    request.response().end(answer);
                }))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterAll
    static void stopServer() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aProviderInTheRegistryIsUsedLikeThoseThatAreBuiltIn() {
        answer = "OK 77";
        Exchange exchange = send("Hola señora");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(SmsResult.class).accepted())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.messageId()).isEqualTo("77"));
        assertThat(BODIES).contains("/acme/v1/send token=abc&to=51987654321&text=Hola+se%C3%B1ora");
    }

    @Test
    void itsRefusalsAreRejections() {
        answer = "ERROR 2 no credit";

        assertThat(send("Hola").getException()).isInstanceOf(SmsRejectedException.class);
    }

    @Test
    void whatCannotBeUnderstoodIsUncertain() {
        answer = "<html>";

        assertThat(send("Hola").getException()).isInstanceOf(SmsUncertainException.class);
    }

    private Exchange send(String text) {
        return template.request(
                "sms:acme?token=abc&to=987654321&baseUrl=http://localhost:" + server.actualPort() + "/acme",
                exchange -> exchange.getMessage().setBody(text));
    }
}
