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
package io.massms.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import io.massms.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmsMasivosBlockTest {
    @RegisterExtension
    static final SimulatorExtension SMS = new SimulatorExtension();

    private static final Duration PROCESSING = Duration.ofSeconds(2);
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void connect(Simulator running) {
        simulator = running;
        client = new TestClient(running.baseUrl("smsmasivos"));
        simulator.clock().freeze(Instant.parse("2026-11-21T15:00:00Z"));
    }

    @Test
    void commaLinesAreTakenAndTheTextMayHoldCommas() {
        assertThat(block("XXX,1161880001,Texto 1\r\nYYY,1161880002,Hola, que tal\r\n"))
                .isEqualTo("OK");

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Texto 1", "Hola, que tal");
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("XXX", "YYY");
    }

    @Test
    void tabLinesAreTakenWhenTheSeparatorIsTab() {
        assertThat(block("XXX\t1161880001\tHola, que tal", "separadorcampos", "tab"))
                .isEqualTo("OK");

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Hola, que tal");
    }

    @Test
    void linesInAWrongFormatAreIgnoredSilently() {
        assertThat(block("XXX,1161880001\n,1161880001,Hola\nA B,1161880001,Hola\nYYY,,Hola\n\nZZZ,1161880002,Chau"))
                .isEqualTo("OK");

        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("ZZZ");
        simulator.clock().advance(PROCESSING);
        assertThat(status("idinterno", "XXX")).isEqualTo("PENDIENTE");
    }

    @Test
    void aLineIsPendingUntilItIsProcessed() {
        block("XXX,1161880001,Hola");
        assertThat(status("idinterno", "XXX")).isEqualTo("PENDIENTE");

        simulator.clock().advance(PROCESSING);

        assertThat(status("idinterno", "XXX")).isEqualTo("XXX\t20261121120002\tOK\r\n");
    }

    @Test
    void aRefusedLineReportsWhyAndIsNotSent() {
        block("XXX,1161880001,Hola ñ\nYYY,1199900003,Hola\nZZZ,1161880003,Hola");
        simulator.clock().advance(PROCESSING);

        assertThat(status("fecha", "20261121120000")).isEqualTo("""
                        XXX\t20261121120002\t1161880001: el texto del mensaje contiene caracteres inválidos\r
                        YYY\t20261121120002\t1199900003: el número no puede recibir más mensajes porque envió la palabra BAJA\r
                        ZZZ\t20261121120002\tOK\r
                        """);
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("ZZZ");
    }

    @Test
    void aDateFindsWhatWasProcessedFromThenOn() {
        block("A,1161880001,Uno");
        simulator.clock().advance(Duration.ofSeconds(10));
        block("B,1161880001,Dos");
        simulator.clock().advance(Duration.ofSeconds(10));

        assertThat(status("fecha", "20261121120002")).hasLineCount(2);
        assertThat(status("fecha", "20261121120003")).hasLineCount(1).startsWith("B\t");
        assertThat(status("fecha", "20261121120013")).isEqualTo("PENDIENTE");
        assertThat(status("fecha", "20261122000000")).isEqualTo("PENDIENTE");
    }

    @Test
    void markedResultsAreLeftOutOnlyWhereUnreadOnesAreAskedFor() {
        block("A,1161880001,Uno\nB,1161880002,Dos");
        simulator.clock().advance(PROCESSING);

        assertThat(status("idinterno", "A", "marcarcomoleidos", "1")).startsWith("A\t");

        assertThat(status("fecha", "20261121120000", "solonoleidos", "1"))
                .hasLineCount(1)
                .startsWith("B\t");
        assertThat(status("fecha", "20261121120000")).hasLineCount(2);
        assertThat(status("idinterno", "A", "solonoleidos", "1")).isEqualTo("PENDIENTE");
    }

    @Test
    void anIdUsedTwiceHasTwoResults() {
        block("A,1161880001,Uno\nA,1161880002,Dos");
        simulator.clock().advance(PROCESSING);

        assertThat(status("idinterno", "A")).hasLineCount(2);
    }

    @Test
    void aTestIsReportedButNotSent() {
        block("A,1161880001,Uno", "test", "1");
        simulator.clock().advance(PROCESSING);

        assertThat(status("idinterno", "A")).endsWith("\t1161880001: probando sin enviar\r\n");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void someLinesAreReportedLateOrNever() {
        block("NEVER,1199900015,Hola\nLATE,1199900017,Hola");
        simulator.clock().advance(Duration.ofMinutes(59));
        assertThat(status("idinterno", "LATE")).isEqualTo("PENDIENTE");

        simulator.clock().advance(Duration.ofDays(1));

        assertThat(status("idinterno", "LATE")).endsWith("\tOK\r\n");
        assertThat(status("idinterno", "NEVER")).isEqualTo("PENDIENTE");
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void aFaultCanRefuseTheLinesOfARecipient() {
        simulator.fault(Fault.providerCode("-10").recipient("11618800.2"));
        block("A,1161880001,Uno\nB,1161880002,Dos");
        simulator.clock().advance(PROCESSING);

        assertThat(status("idinterno", "B")).endsWith("destinatario rechazado por la telefónica\r\n");
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("A");
    }

    @Test
    void missingParametersAreSaid() {
        assertThat(block("")).isEqualTo("falta el parámetro BLOQUE");
        assertThat(status("fecha", "ayer")).contains("YYYYMMDDHHNNSS");
        assertThat(client.post("/enviar_sms_bloque.asp", "bloque", "A,1161880001,Uno"))
                .isEqualTo("usuario o clave incorrectos");
    }

    private String block(String lines, String... more) {
        return client.post("/enviar_sms_bloque.asp", with(more, "apikey", "k", "bloque", lines));
    }

    private String status(String... params) {
        return client.get("/obtener_respuestaapi_bloque.asp", with(params, "apikey", "k"));
    }

    private static String[] with(String[] some, String... others) {
        String[] all = new String[some.length + others.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }
}
