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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.massms.simulator.Fault;
import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import io.massms.simulator.junit.SimulatorExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsMasivosInboxTest {
    @RegisterExtension
    static final SimulatorExtension SMS = new SimulatorExtension();

    private static final String INBOX = "/obtener_sms_entrada.asp";
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void twoRepliesHaveCome(Simulator running) {
        simulator = running;
        client = new TestClient(running.baseUrl("smsmasivos"));
        simulator.clock().freeze(Instant.parse("2026-11-21T15:00:00Z"));
        simulator.reply("smsmasivos", "1155554666", "Primer mensaje", "ID-1");
        simulator.clock().advance(Duration.ofSeconds(4));
        simulator.reply("smsmasivos", "1155554444", "Segundo mensaje");
    }

    @Test
    void theNewestComesFirst() {
        assertThat(inbox())
                .isEqualTo("1155554444\tSegundo mensaje\t2026-11-21 12:00:04\t1002\r\n"
                        + "1155554666\tPrimer mensaje\t2026-11-21 12:00:00\t1001\r\n");
    }

    @Test
    void theClientsReferenceComesWhenAskedFor() {
        assertThat(inbox("traeridinterno", "1"))
                .isEqualTo("1155554444\tSegundo mensaje\t2026-11-21 12:00:04\t1002\t\r\n"
                        + "1155554666\tPrimer mensaje\t2026-11-21 12:00:00\t1001\tID-1\r\n");
    }

    @Test
    void oneNumberCanBeAskedFor() {
        assertThat(inbox("origen", "1155554666"))
                .startsWith("1155554666\tPrimer")
                .hasLineCount(1);
        assertThat(inbox("origen", "1155550000")).isEmpty();
    }

    @Test
    void markingMarksWhatTheCallReturnsAndNothingElse() {
        assertThat(inbox("solonoleidos", "1")).hasLineCount(2);
        assertThat(inbox("solonoleidos", "1", "marcarcomoleidos", "1", "origen", "1155554666"))
                .hasLineCount(1);

        assertThat(inbox("solonoleidos", "1")).hasLineCount(1).contains("Segundo");
        assertThat(inbox()).hasLineCount(2);
    }

    @Test
    void aConnectionCutInTheMiddleOfAMarkingAnswerHasMarkedAll() {
        simulator.fault(Fault.cutConnection().operation("inbox").first(1));

        assertThatThrownBy(() -> inbox("solonoleidos", "1", "marcarcomoleidos", "1"))
                .isInstanceOf(TestClient.Lost.class);

        assertThat(inbox("solonoleidos", "1")).isEmpty();
        assertThat(inbox()).hasLineCount(2);
    }

    @Test
    void aFaultThatTakesNothingMarksNothing() {
        simulator.fault(Fault.truncated().accepted(false).first(1));

        inbox("solonoleidos", "1", "marcarcomoleidos", "1");

        assertThat(inbox("solonoleidos", "1")).hasLineCount(2);
    }

    @Test
    void textsAreWrittenInLatin1AndKeepTheirTabsAndLineBreaks() {
        simulator.deleteReplies();
        simulator.reply("smsmasivos", "1155554444", "Sí,\tmañana\r\nvoy");

        byte[] answer = client.getBytes(INBOX, "apikey", "k").bytes();

        assertThat(new String(answer, StandardCharsets.ISO_8859_1)).startsWith("1155554444\tSí,\tmañana\r\nvoy\t2026");
    }

    @Test
    void aSpreadsheetIsATableWithEverythingEscaped() {
        simulator.reply("smsmasivos", "1155554444", "<b>&");

        TestClient.Reply excel = client.getBytes(INBOX, "apikey", "k", "formato", "excel");

        assertThat(excel.header("Content-Type")).startsWith("application/vnd.ms-excel");
        assertThat(excel.text())
                .contains("<td>1155554666</td><td>Primer mensaje</td>")
                .contains("&lt;b&gt;&amp;");
    }

    @Test
    void aReplyAnswersTheLastMessageToItsNumber() {
        client.post(
                "/enviar_sms.asp", "api", "1", "apikey", "k", "tos", "1144445555", "texto", "uno", "idinterno", "A");
        client.post(
                "/enviar_sms.asp", "api", "1", "apikey", "k", "tos", "1144445555", "texto", "dos", "idinterno", "B");

        simulator.reply("smsmasivos", "1144445555", "Si");

        assertThat(inbox("origen", "1144445555", "traeridinterno", "1")).endsWith("\tB\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAJA", " baja ", "Stop"})
    void aStopWordOptsTheNumberOut(String word) {
        simulator.reply("smsmasivos", "1144445555", word);

        assertThat(client.post(
                        "/enviar_sms.asp",
                        "api",
                        "1",
                        "apikey",
                        "k",
                        "tos",
                        "1144445555",
                        "texto",
                        "Hola",
                        "respuestanumerica",
                        "1"))
                .startsWith("-3;");
    }

    @Test
    void theInboxOfAnotherProviderIsAnother() {
        simulator.deleteReplies();
        simulator.reply("itcloud", "573001234567", "Hola");

        assertThat(inbox()).isEmpty();
    }

    @Test
    void wrongCredentialsGetNothing() {
        assertThat(client.get(INBOX, "apikey", "wrong")).isEqualTo("usuario o clave incorrectos");
    }

    private String inbox(String... params) {
        String[] all = new String[params.length + 2];
        all[0] = "apikey";
        all[1] = "k";
        System.arraycopy(params, 0, all, 2, params.length);
        return client.get(INBOX, all);
    }
}
