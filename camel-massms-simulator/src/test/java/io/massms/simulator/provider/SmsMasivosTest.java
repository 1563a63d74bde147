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

import io.massms.simulator.Account;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.SimulatedRequest;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsMasivosTest {
    private static final String SEND = "/enviar_sms.asp";
    private static final String NUMBER = "1144445555";
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aGoodMessageIsCodeZeroOrOk() {
        assertThat(numeric()).isEqualTo("0;Mensaje entregado a las telefónicas.");
        assertThat(words()).isEqualTo("OK");
        assertThat(simulator.messages("smsmasivos")).hasSize(2);
    }

    @Test
    void answersAreWrittenInLatin1() {
        byte[] answer = client().reply(SEND, params("respuestanumerica", "1")).bytes();

        assertThat(answer).isEqualTo("0;Mensaje entregado a las telefónicas.".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void parameterNamesAreReadInAnyCase() {
        assertThat(client().get("/Enviar_SMS.asp", "API", "1", "APIKEY", "k", "TOS", NUMBER, "Texto", "Hola"))
                .isEqualTo("OK");
    }

    @Test
    void theCharsetThatTheContentTypeNamesIsHonoured() {
        TestClient.Reply reply = client().postIn(
                        StandardCharsets.ISO_8859_1, SEND, params("idinterno", "ñandú", "respuestanumerica", "1"));

        assertThat(reply.text()).startsWith("0;");
        assertThat(simulator.messages()).extracting(SimulatedMessage::clientId).containsExactly("ñandú");
    }

    @Test
    void aTestIsCheckedButNotSent() {
        assertThat(numeric("test", "1")).isEqualTo("1;Simulacro de envío OK.");
        assertThat(words("test", "1")).isEqualTo(NUMBER + ": probando sin enviar");
        assertThat(numeric("test", "1", "tos", "1")).startsWith("-7;");

        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.requests())
                .hasSize(3)
                .extracting(SimulatedRequest::accepted)
                .containsOnly(0);
        assertThat(simulator.balance("smsmasivos")).isEqualByComparingTo("10000000");
    }

    @ParameterizedTest
    @CsvSource({
        "texto,'ñandú',-11,el texto del mensaje contiene caracteres inválidos",
        "texto,uno#dos,-11,el texto del mensaje contiene caracteres inválidos",
        "texto,esto es spam,-5,el texto del mensaje podría ser categorizado como SPAM",
        "texto,Hola *1*,-99,el texto del mensaje contiene un campo personalizable que no ha sido completado (ejemplo: *1*)",
        "texto,'',-99,el texto del mensaje está vacío",
        "tos,114444555,-7,el número de celular es muy corto",
        "tos,11444455556,-7,el número de celular es muy largo",
        "tos,11444a5555,-8,el número contiene caracteres inválidos",
        "tos,1244445555,-9,el número tiene una característica inválida",
        "tos,4144445555,-12,'el número nacional debe comenzar con 1, 2 o 3'",
        "tos,1199900001,-1,el número corresponde a un teléfono fijo",
        "tos,1199900002,-2,el número no puede recibir más mensajes porque tuvo muchos fallos en el pasado",
        "tos,1199900003,-3,el número no puede recibir más mensajes porque envió la palabra BAJA",
        "tos,1199900004,-4,el número recibió un mensaje idéntico hace menos de 48 horas (no se hará el envío).",
        "tos,1199900006,-99,se han agotado los 10000000 SMS contratados",
        "tos,1199900010,-10,destinatario rechazado por la telefónica",
        "tos,1199900014,-14,el número se encuentra adherido al registro \"No Llame\"",
        "tos,1199900099,-99,Otro",
    })
    void aRefusalComesAsACodeOrInWords(String parameter, String value, String code, String text) {
        String to = parameter.equals("tos") ? value : NUMBER;

        assertThat(numeric(parameter, value)).startsWith(code + ";");
        assertThat(words(parameter, value)).isEqualTo(to + ": " + text);
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void aTextOf161CharactersIsTooLong() {
        assertThat(numeric("texto", "x".repeat(160))).startsWith("0;");
        assertThat(numeric("texto", "x".repeat(161))).startsWith("-6;");
        assertThat(words("texto", "x".repeat(161)))
                .isEqualTo(NUMBER + ": el texto del mensaje es muy largo (máximo 160 caracteres)");
    }

    @Test
    void anIdenticalMessageIsRefusedWithinTheWindow() {
        try (Simulator strict = Simulator.start(new SimulatorOptions().duplicateWindow(Duration.ofHours(48)))) {
            TestClient client = new TestClient(strict.baseUrl("smsmasivos"));
            strict.clock().freeze();

            assertThat(client.post(SEND, params())).isEqualTo("OK");
            assertThat(client.post(SEND, params())).contains("un mensaje idéntico hace menos de 48 horas");
            assertThat(client.post(SEND, params("texto", "Chau"))).isEqualTo("OK");
            strict.clock().advance(Duration.ofHours(48));
            assertThat(client.post(SEND, params())).isEqualTo("OK");
        }
    }

    @Test
    void anExhaustedContractNamesItsSize() {
        simulator.balance("smsmasivos", BigDecimal.ONE);

        assertThat(words()).isEqualTo("OK");
        assertThat(words()).isEqualTo(NUMBER + ": se han agotado los 1 SMS contratados");
        assertThat(client().get("/obtener_saldo.asp", "apikey", "k")).isEqualTo("0");
    }

    @Test
    void anExpiredContractNamesItsLastDay() {
        try (Simulator other = Simulator.start(new SimulatorOptions().packageExpiry(LocalDate.of(2026, 3, 5)))) {
            TestClient client = new TestClient(other.baseUrl("smsmasivos"));
            other.clock().freeze(Instant.parse("2026-03-06T02:59:59Z"));
            assertThat(client.post(SEND, params())).isEqualTo("OK");

            other.clock().advance(Duration.ofSeconds(1));
            assertThat(client.post(SEND, params()))
                    .isEqualTo(NUMBER + ": el contrato para enviar SMS ha expirado el 5 de Marzo");
            assertThat(client.get("/obtener_vencimiento_paquete.asp", "apikey", "k"))
                    .isEqualTo("2026-03-05");
        }
    }

    @Test
    void theHoursAreThoseOfArgentinaWhenEnforced() {
        try (Simulator strict = Simulator.start(new SimulatorOptions().sendingHours(true))) {
            TestClient client = new TestClient(strict.baseUrl("smsmasivos"));
            strict.clock().freeze(Instant.parse("2026-11-21T10:59:59Z"));
            assertThat(client.post(SEND, params())).contains("fuera de la franja horaria");

            strict.clock().advance(Duration.ofSeconds(1));
            assertThat(client.post(SEND, params())).isEqualTo("OK");
        }
    }

    @Test
    void aScheduleIsInGmtMinusThree() {
        simulator.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));

        numeric("fechadesde", "2026-11-21 17:56:00");

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::scheduledTime)
                .containsExactly(Instant.parse("2026-11-21T20:56:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T17:56:00", "21/11/2026 17:56", "2026-02-30 10:00:00"})
    void aMalformedScheduleSendsAtOnce(String schedule) {
        assertThat(numeric("fechadesde", schedule)).startsWith("0;");
        assertThat(simulator.messages())
                .extracting(SimulatedMessage::scheduledTime)
                .containsOnlyNulls();
    }

    @Test
    void theClientsIdAndTheHtmlAreKept() {
        numeric("idinterno", "ID-1", "html", "<b>Hola</b>", "texto", "Vea http://1rck.in/-000000");

        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.clientId()).isEqualTo("ID-1");
            assertThat(message.html()).isEqualTo("<b>Hola</b>");
        });
    }

    @Test
    void userAndPasswordServeInThePlaceOfTheKey() {
        simulator.account(Account.of("smsmasivos", "USU500", "CLAVE500"));

        assertThat(words("apikey", "", "usuario", "USU500", "clave", "CLAVE500"))
                .isEqualTo("OK");
        assertThat(words("apikey", "", "usuario", "USU500", "clave", "x")).isEqualTo("usuario o clave incorrectos");
        assertThat(numeric()).isEqualTo("-99;usuario o clave incorrectos");
        assertThat(client().get("/obtener_saldo.asp", "apikey", "k")).isEqualTo("usuario o clave incorrectos");
    }

    @Test
    void theNameOfAnAccountDoesNotGiveItsKeyAway() {
        numeric("apikey", "top-secret-key");

        assertThat(simulator.messages().get(0).account()).startsWith("key-").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"MX,5512345678", "PE,912345678", "UY,91234567", "UY,091234567", "GT,51234567"})
    void numbersHaveTheFormOfTheAccountsCountry(String country, String number) {
        try (Simulator other = Simulator.start(new SimulatorOptions().country(country))) {
            TestClient client = new TestClient(other.baseUrl("smsmasivos"));

            assertThat(client.post(SEND, params("tos", number))).isEqualTo("OK");
            assertThat(client.post(SEND, params("tos", number + "12"))).contains("muy largo");
        }
    }

    @Test
    void aTraitCanBeGivenAndTakenAway() {
        simulator.recipient(NUMBER, RecipientTrait.LANDLINE);
        assertThat(numeric()).startsWith("-1;");

        simulator.recipient(NUMBER, null);
        assertThat(numeric()).startsWith("0;");
    }

    @Test
    void withoutApi1TheAnswerIsAPageForPeople() {
        assertThat(words("api", "")).startsWith("<html>").contains("OK");
    }

    @Test
    void theMessagesOfTheMonthAreCounted() {
        simulator.clock().freeze(Instant.parse("2026-12-01T02:59:00Z"));
        words();
        words();
        assertThat(client().get("/obtener_envios.asp", "apikey", "k")).isEqualTo("2");

        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(client().get("/obtener_envios.asp", "apikey", "k")).isEqualTo("0");
    }

    @Test
    void theServerReturnsItsTimeToAnyone() {
        simulator.clock().freeze(Instant.parse("2026-11-21T02:03:04Z"));

        assertThat(client().get("/get_fecha.asp", "iso", "1")).isEqualTo("2026-11-20 23:03:04");
        assertThat(client().get("/get_fecha.asp")).isEqualTo("20/11/2026 23:03:04");
    }

    private String numeric(String... changes) {
        List<String> all = new ArrayList<>(Arrays.asList(changes));
        all.addAll(List.of("respuestanumerica", "1"));
        return client().post(SEND, params(all.toArray(String[]::new)));
    }

    private String words(String... changes) {
        return client().post(SEND, params(changes));
    }

    private static String[] params(String... changes) {
        List<String> params = new ArrayList<>(List.of("api", "1", "apikey", "k", "tos", NUMBER, "texto", "Hola"));
        params.addAll(Arrays.asList(changes));
        return params.toArray(String[]::new);
    }

    private TestClient client() {
        return new TestClient(simulator.baseUrl("smsmasivos"));
    }
}
