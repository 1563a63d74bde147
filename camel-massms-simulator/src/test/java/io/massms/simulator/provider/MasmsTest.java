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

import io.massms.simulator.DeliveryOutcome;
import io.massms.simulator.MessageState;
import io.massms.simulator.RecipientTrait;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasmsTest {
    private static final String SEND = "/massms/api/sendmsg.php";
    private static final String NUMBER = "573001234567";
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linktosms", "markettext"})
    void answersEachMobileWithItsMessageId(String provider) {
        String answer = client(provider).post(SEND, with("to", NUMBER + ",573007654321"));

        assertThat(answer).matches("573001234567:[0-9a-f]{32},573007654321:[0-9a-f]{32}");
        List<SimulatedMessage> messages = simulator.messages(provider);
        assertThat(messages).extracting(SimulatedMessage::to).containsExactly(NUMBER, "573007654321");
        assertThat(messages).extracting(SimulatedMessage::text).containsOnly("Hola");
        assertThat(messages).extracting(SimulatedMessage::account).containsOnly("acme/ana");
        assertThat(answer).contains(messages.get(0).providerMessageId());
    }

    @Test
    void takesGetAsWellAsPostAndDecodesTheTextAsUtf8() {
        linktosms().get(SEND, with("text", "Año nuevo & más +1 ☀"));

        assertThat(simulator.messages()).extracting(SimulatedMessage::text).containsExactly("Año nuevo & más +1 ☀");
    }

    @ParameterizedTest
    @CsvSource({"api_id,101", "user,102", "password,103", "to,104", "text,105"})
    void aMissingParameterHasItsOwnCode(String parameter, String code) {
        assertThat(linktosms().post(SEND, with(parameter, ""))).isEqualTo(code);
        assertThat(linktosms().post(SEND, without(parameter))).isEqualTo(code);
        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "linktosms,TwelveLetter,106",
        "markettext,TwelveLetter,106",
        "markettext,ab,106",
        "markettext,0acme,106",
        "markettext,my shop,106",
        "markettext,peña,106",
        "markettext,a-b-c,106",
    })
    void aBadSenderIdIsRefused(String provider, String sender, String code) {
        assertThat(client(provider).post(SEND, with("senderid", sender))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"password,wrong,107", "user,inactive,108", "api_id,closed,109"})
    void magicCredentialsProvokeTheAccountErrors(String parameter, String value, String code) {
        assertThat(linktosms().post(SEND, with(parameter, value))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"linktosms,100", "markettext,500"})
    void moreRecipientsThanAllowedAre111(String provider, int limit) {
        assertThat(client(provider).post(SEND, with("to", numbers(limit + 1)))).isEqualTo("111");
        assertThat(simulator.messages()).isEmpty();

        assertThat(client(provider).post(SEND, with("to", numbers(limit)))).contains(":");
        assertThat(simulator.messages()).hasSize(limit);
    }

    @Test
    void theBalanceGoesDownByPartsAndThenIsExhausted() {
        simulator.balance("linktosms", new BigDecimal(3));

        linktosms().post(SEND, with("text", "x".repeat(161)));
        assertThat(linktosms().get("/massms/api/getbalance.php", "api_id", "acme", "user", "ana"))
                .isEqualTo("1");

        assertThat(linktosms().post(SEND, with("to", NUMBER + ",573007654321")))
                .matches("573001234567:[0-9a-f]{32},573007654321:110");
        assertThat(linktosms().post(SEND, with())).isEqualTo("110");
        assertThat(simulator.acceptedCount("linktosms")).isEqualTo(2);
    }

    @Test
    void statusesAdvanceWithTheClock() {
        assertThat(statusesOf("linktosms")).containsExactly("STATUS:0", "STATUS:8", "STATUS:1");
        assertThat(statusesOf("markettext")).containsExactly("STATUS:0", "STATUS:0", "STATUS:1");
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,STATUS:2",
        "INVALID_NUMBER,STATUS:3",
        "BLOCKED,STATUS:5",
        "NO_BALANCE_LATER,STATUS:6",
        "NOT_COVERED,STATUS:7",
        "LOST,NOTFOUND",
        "NEVER_REPORTED,STATUS:8",
        "LATE,STATUS:8"
    })
    void aMagicNumberLeadsToItsStatus(RecipientTrait trait, String status) {
        simulator.clock().freeze();
        linktosms().post(SEND, with("to", "5730099900" + trait.magicDigits()));

        simulator.clock().advance(Duration.ofMinutes(1));

        assertThat(status("linktosms", simulator.messages().get(0))).isEqualTo(status);
    }

    @Test
    void aNumberWithAPlusIsTakenAndReportedAsInvalid() {
        linktosms().post(SEND, with("to", "+573001234567"));

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::state)
                .containsExactly(MessageState.INVALID_NUMBER);
    }

    @Test
    void anUnknownMessageIsNotFound() {
        assertThat(linktosms()
                        .get("/massms/api/query.php", "api_id", "acme", "user", "ana", "msgid", "0123456789abcdef"))
                .isEqualTo("NOTFOUND");
    }

    @Test
    void aMessageOfOneProviderIsUnknownToTheOther() {
        linktosms().post(SEND, with());

        assertThat(status("markettext", simulator.messages().get(0))).isEqualTo("NOTFOUND");
    }

    @Test
    void aScheduledMessageWaitsForItsTimeInColombia() {
        simulator.clock().freeze(Instant.parse("2026-11-21T10:00:00Z"));

        linktosms().post(SEND, with("smstype", "p", "date_delivery", "2026-11-21", "time_delivery", "08:30"));

        SimulatedMessage message = simulator.messages().get(0);
        assertThat(message.scheduledTime()).isEqualTo("2026-11-21T13:30:00Z");
        assertThat(status("linktosms", message)).isEqualTo("STATUS:4");
        simulator.clock().set(Instant.parse("2026-11-21T13:30:00Z"));
        assertThat(status("linktosms", message)).isEqualTo("STATUS:0");
    }

    @Test
    void aMessageCanBeNotFoundForAWhile() {
        try (Simulator other = Simulator.start(new SimulatorOptions().visibleAfter(Duration.ofSeconds(1)))) {
            TestClient client = new TestClient(other.baseUrl("linktosms"));
            other.clock().freeze();
            client.post(SEND, with());
            String id = other.messages().get(0).providerMessageId();
            String[] query = {"api_id", "acme", "user", "ana", "msgid", id};

            assertThat(client.get("/massms/api/query.php", query)).isEqualTo("NOTFOUND");
            other.clock().advance(Duration.ofSeconds(1));
            assertThat(client.get("/massms/api/query.php", query)).isEqualTo("STATUS:0");
        }
    }

    @Test
    void anOutcomeSetByHandReplacesTheUsualOne() {
        simulator.clock().freeze();
        linktosms().post(SEND, with());
        SimulatedMessage message = simulator.messages().get(0);

        simulator.deliver(message.id(), DeliveryOutcome.outOfOrder(Duration.ofSeconds(10)));

        assertThat(status("linktosms", message)).isEqualTo("STATUS:1");
        simulator.clock().advance(Duration.ofSeconds(10));
        assertThat(status("linktosms", message)).isEqualTo("STATUS:0");
    }

    @ParameterizedTest
    @CsvSource({
        "BARE,107",
        "PREFIXED,ERROR:107",
        "WITH_TEXT,107:Datos de acceso incorrectos",
        "PER_NUMBER,573001234567:107"
    })
    void theFormOfAnErrorCanBeChosen(SimulatorOptions.ErrorForm form, String answer) {
        try (Simulator other = Simulator.start(new SimulatorOptions().masmsErrorForm(form))) {
            assertThat(new TestClient(other.baseUrl("linktosms")).post(SEND, with("password", "wrong")))
                    .isEqualTo(answer);
        }
    }

    private List<String> statusesOf(String provider) {
        simulator.clock().freeze();
        client(provider).post(SEND, with());
        SimulatedMessage message = simulator.messages(provider).get(0);
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(status(provider, message));
            simulator.clock().advance(Duration.ofSeconds(3));
        }
        return statuses;
    }

    private String status(String provider, SimulatedMessage message) {
        return client(provider)
                .get("/massms/api/query.php", "api_id", "acme", "user", "ana", "msgid", message.providerMessageId());
    }

    private static String numbers(int count) {
        return String.join(",", Collections.nCopies(count, NUMBER));
    }

    private static String[] with(String... changes) {
        List<String> params = new ArrayList<>(
                List.of("api_id", "acme", "user", "ana", "password", "secret", "to", NUMBER, "text", "Hola"));
        params.addAll(Arrays.asList(changes));
        return params.toArray(String[]::new);
    }

    private static String[] without(String name) {
        List<String> params = new ArrayList<>(Arrays.asList(with()));
        int position = params.indexOf(name);
        params.subList(position, position + 2).clear();
        return params.toArray(String[]::new);
    }

    private TestClient linktosms() {
        return client("linktosms");
    }

    private TestClient client(String provider) {
        return new TestClient(simulator.baseUrl(provider));
    }
}
