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
package io.massms.simulator.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.SimulatedPush;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Integer> failures = new CopyOnWriteArrayList<>();
    private Simulator simulator =
            Simulator.start(new SimulatorOptions().pushRetries(2).pushRetryDelay(Duration.ofMillis(1)));
    private String url;

    @BeforeEach
    void aClientListens() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    received.add(request.method() + " " + request.uri());
                    int status = failures.isEmpty() ? 200 : failures.remove(0);
                    request.response().setStatusCode(status).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "http://127.0.0.1:" + server.actualPort() + "/sms";
    }

    @AfterEach
    void stop() {
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itcloudPushesMensajeAndCelular() {
        simulator.pushTo("itcloud", url);

        simulator.reply("itcloud", "573152338956", "Hola & adiós");

        await().until(() -> simulator.pushes().size() == 1);
        assertThat(received).containsExactly("GET /sms?mensaje=Hola+%26+adi%C3%B3s&celular=573152338956");
        assertThat(simulator.pushes()).allMatch(SimulatedPush::delivered);
    }

    @Test
    void smsmasivosPushesOrigenTextoAndIdinternoBehindTheUrlsOwnParameters() {
        simulator.pushTo("smsmasivos", url + "?secret=s");

        simulator.reply("smsmasivos", "1144445555", "Si", "ID-1");

        await().until(() -> simulator.pushes().size() == 1);
        assertThat(received).containsExactly("GET /sms?secret=s&ORIGEN=1144445555&TEXTO=Si&IDINTERNO=ID-1");
    }

    @Test
    void theCharsetOfAPushCanBeChosen() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().pushCharset(StandardCharsets.ISO_8859_1));
        simulator.pushTo("itcloud", url);

        simulator.reply("itcloud", "573152338956", "ñ");

        await().until(() -> simulator.pushes().size() == 1);
        assertThat(received.get(0)).contains("mensaje=%F1");
    }

    @Test
    void aRefusedPushIsTriedAgainAsOftenAsConfigured() {
        failures.addAll(List.of(503, 500, 503));
        simulator.pushTo("itcloud", url);

        simulator.reply("itcloud", "573152338956", "Hola");

        await().until(() -> simulator.pushes().size() == 3);
        assertThat(simulator.pushes()).extracting(SimulatedPush::status).containsExactly(503, 500, 503);
        assertThat(simulator.pushes()).extracting(SimulatedPush::attempt).containsExactly(1, 2, 3);
        assertThat(received).hasSize(3);
    }

    @Test
    void aPushFromBeforeAResetIsNotTriedAgain() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().pushRetries(1).pushRetryDelay(Duration.ofMillis(100)));
        failures.addAll(List.of(503, 503));
        simulator.pushTo("itcloud", url);
        simulator.reply("itcloud", "573152338956", "uno");
        await().until(() -> simulator.pushes().size() == 1);

        simulator.reset();
        simulator.pushTo("itcloud", url);
        simulator.reply("itcloud", "573152338956", "dos");

        await().until(() -> simulator.pushes().size() == 2);
        assertThat(received).filteredOn(push -> push.contains("mensaje=uno")).hasSize(1);
        assertThat(received).filteredOn(push -> push.contains("mensaje=dos")).hasSize(2);
    }

    @Test
    void aDeadUrlIsRecordedWithTheReason() {
        simulator.pushTo("itcloud", "http://127.0.0.1:1/");

        simulator.reply("itcloud", "573152338956", "Hola");

        await().until(() -> simulator.pushes().size() == 3);
        assertThat(simulator.pushes()).allSatisfy(push -> {
            assertThat(push.status()).isZero();
            assertThat(push.error()).contains("refused");
        });
    }

    @Test
    void aReplyCanBePushedTwice() {
        simulator.pushTo("itcloud", url);
        long id = simulator.reply("itcloud", "573152338956", "Hola").id();

        assertThat(simulator.pushAgain(id)).isTrue();
        assertThat(simulator.pushAgain(id + 1)).isFalse();

        await().until(() -> simulator.pushes().size() == 2);
        assertThat(received).hasSize(2);
    }

    @Test
    void nothingIsPushedWithoutATarget() {
        simulator.pushTo("itcloud", url);
        simulator.reply("itcloud", "573152338956", "uno");
        await().until(() -> received.size() == 1);
        simulator.pushTo("itcloud", null);
        simulator.reply("itcloud", "573152338956", "dos");
        simulator.pushTo("itcloud", url);
        simulator.reply("itcloud", "573152338956", "tres");

        await().until(() -> received.size() == 2);
        assertThat(received.get(1)).contains("mensaje=tres");
    }

    @Test
    void aSenselessTargetIsRefused() {
        assertThatThrownBy(() -> simulator.pushTo("natalia", url)).hasMessageContaining("Only itcloud and smsmasivos");
        assertThatThrownBy(() -> simulator.pushTo("itcloud", "localhost/sms"))
                .hasMessageContaining("a whole URL like http://");
    }
}
