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
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import io.massms.simulator.TestClient;
import java.math.BigDecimal;
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

class ContactoTest {
    private static final String NUMBER = "573001234567";
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void itcloudAnswersOneLineForEachNumber() {
        simulator.balance("itcloud", new BigDecimal(1));

        String answer = itcloud("GSM", "584142871901,57111,573802338546,573002333333");

        assertThat(answer).matches("584142871901,\\d+<br>57111,-4<br>573802338546,0<br>573002333333,-3<br>");
        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.type()).isEqualTo("1via");
            assertThat(answer).contains("584142871901," + message.providerMessageId());
        });
    }

    @Test
    void itcloudTakesTheNumbersOfTheOneCountriesWithALeadingZero() {
        assertThat(itcloud("GSM", "013055551234")).matches("013055551234,\\d+<br>");
        assertThat(itcloud("GSM", "50761234567")).matches("50761234567,\\d+<br>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1via", "2via", "flash"})
    void itcloudKnowsThreeWays(String way) {
        itcloud("metodo_envio", way);

        assertThat(simulator.messages()).extracting(SimulatedMessage::type).containsExactly(way);
    }

    @ParameterizedTest
    @CsvSource({"token,wrong,-1", "token,'',-1", "user,'',-1", "metodo_envio,3vias,-11", "metodo_envio,'''2via''',-11"})
    void itcloudRefusesTheWholeRequestWithABareCode(String parameter, String value, String code) {
        assertThat(itcloud(parameter, value)).isEqualTo(code);
        assertThat(simulator.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SMSText,'',-5",
        "SMSText,una palabraReservada aquí,-9",
        "SMSText,mire https://example.org,-10",
        "SMSText,mire www.example.org,-10",
        "GSM,5730012345678,-4",
        "GSM,57300123456x,-4",
        "GSM,573601234567,0",
        "GSM,573009990005,-8",
        "GSM,573009990003,-8",
        "GSM,573009990009,0",
        "GSM,573009990013,-2",
        "GSM,573009990006,-3",
        "GSM,573009990012,-6",
    })
    void itcloudRefusesARecipientWithItsCode(String parameter, String value, String code) {
        String to = parameter.equals("GSM") ? value : NUMBER;

        assertThat(itcloud(parameter, value)).isEqualTo(to + ',' + code + "<br>");
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void itcloudTakes765CharactersAsFiveParts() {
        assertThat(itcloud("SMSText", "x".repeat(766))).endsWith(",-5<br>");
        itcloud("SMSText", "x".repeat(765));

        assertThat(simulator.messages()).extracting(SimulatedMessage::parts).containsExactly(5);
        assertThat(simulator.balance("itcloud")).isEqualByComparingTo("9999995");
    }

    @Test
    void itcloudTakesUpTo5000Recipients() {
        assertThat(itcloud("GSM", String.join(",", Collections.nCopies(5_001, NUMBER))))
                .isEqualTo("-7");
        itcloud("GSM", String.join(",", Collections.nCopies(5_000, NUMBER)));

        assertThat(simulator.messages()).hasSize(5_000);
    }

    @Test
    void itcloudCanBeUnderMaintenance() {
        simulator.maintenance("itcloud", true);
        assertThat(itcloud()).isEqualTo("-6");

        simulator.maintenance("itcloud", false);
        assertThat(itcloud()).endsWith("<br>").doesNotContain("-6");
    }

    @ParameterizedTest
    @CsvSource({"12:59:59Z,false", "13:00:00Z,true", "01:59:59Z,true", "02:00:00Z,false"})
    void itcloudKeepsItsHoursInColombiaWhenConfigured(String utc, boolean open) {
        try (Simulator strict = Simulator.start(new SimulatorOptions().sendingHours(true))) {
            strict.clock().freeze(Instant.parse("2026-11-21T" + utc));

            String answer = new TestClient(strict.baseUrl("itcloud")).post(ITCLOUD_SEND, itcloudParams());

            assertThat(answer.equals(NUMBER + ",-2<br>")).isNotEqualTo(open);
            assertThat(strict.acceptedCount() == 1).isEqualTo(open);
        }
    }

    @Test
    void itcloudReturnsItsBalanceForATokenOrAPassword() {
        simulator.balance("itcloud", new BigDecimal("41.7"));
        String path = "/itcloud/api/sendsms/query.php";

        assertThat(client("itcloud").get(path, "user", "ana", "token", "t")).isEqualTo("41");
        assertThat(client("itcloud").get(path, "user", "ana", "password", "p")).isEqualTo("41");
        assertThat(client("itcloud").get(path, "user", "ana")).isEqualTo("-1");
    }

    @Test
    void nataliaAnswersWithACodeAlone() {
        String answer = natalia();

        assertThat(answer).matches("\\d+");
        assertThat(simulator.messages("natalia"))
                .extracting(SimulatedMessage::providerMessageId)
                .containsExactly(answer);
    }

    @Test
    void nataliaCanAnswerAsItsSisterDoes() {
        try (Simulator other = Simulator.start(new SimulatorOptions().nataliaAnswersWithNumber(true))) {
            assertThat(new TestClient(other.baseUrl("natalia")).post(NATALIA_SEND, nataliaParams()))
                    .matches(NUMBER + ",\\d+");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "password,wrong,-1",
        "GSM,'573001234567,573007654321',-4",
        "GSM,57300,-4",
        "SMSText,'',-5",
        "GSM,573009990006,-3",
        "GSM,573009990012,-6",
    })
    void nataliaHasItsCodes(String parameter, String value, String code) {
        assertThat(natalia(parameter, value)).isEqualTo(code);
    }

    @Test
    void nataliaDoesNotKnowTheCodesOfItsSister() {
        assertThat(natalia("GSM", "573009990005")).matches("\\d+");
        assertThat(natalia("SMSText", "mire https://example.org")).matches("\\d+");
    }

    @Test
    void nataliaTakes160Characters() {
        assertThat(natalia("SMSText", "x".repeat(160))).matches("\\d+");
        assertThat(natalia("SMSText", "x".repeat(161))).isEqualTo("-5");
    }

    @Test
    void nataliaReturnsItsBalance() {
        simulator.balance("natalia", BigDecimal.ZERO);

        assertThat(client("natalia").get("/envio/api/sendsms/query.php", "user", "ana", "password", "p"))
                .isEqualTo("0");
        assertThat(client("natalia").get("/envio/api/sendsms/query.php", "user", "ana", "password", "wrong"))
                .isEqualTo("-1");
        assertThat(natalia()).isEqualTo("-3");
    }

    @Test
    void configuredAccountsAreEnforced() {
        simulator.account(Account.of("itcloud", "ana", "right"));
        simulator.account(Account.of("itcloud", "eva", "other").withStatus(Account.Status.EXPIRED));

        assertThat(itcloud("token", "t")).isEqualTo("-1");
        assertThat(itcloud("user", "eva", "token", "other")).isEqualTo("-1");
        assertThat(itcloud("token", "right")).startsWith(NUMBER);
        assertThat(natalia()).matches("\\d+");
    }

    private static final String ITCLOUD_SEND = "/sms/back_sms/public/api/sendsms";
    private static final String NATALIA_SEND = "/envio/api/sendsms/send.php";

    private String itcloud(String... changes) {
        return client("itcloud").post(ITCLOUD_SEND, itcloudParams(changes));
    }

    private String natalia(String... changes) {
        return client("natalia").post(NATALIA_SEND, nataliaParams(changes));
    }

    private static String[] itcloudParams(String... changes) {
        return params(List.of("user", "ana", "token", "t", "GSM", NUMBER, "SMSText", "Hola"), changes);
    }

    private static String[] nataliaParams(String... changes) {
        return params(List.of("user", "ana", "password", "p", "GSM", NUMBER, "SMSText", "Hola"), changes);
    }

    private static String[] params(List<String> usual, String... changes) {
        List<String> params = new ArrayList<>(usual);
        params.addAll(Arrays.asList(changes));
        return params.toArray(String[]::new);
    }

    private TestClient client(String provider) {
        return new TestClient(simulator.baseUrl(provider));
    }
}
