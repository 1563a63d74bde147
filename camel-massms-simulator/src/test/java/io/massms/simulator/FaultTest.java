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
package io.massms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private final Simulator simulator = Simulator.start();
    private final TestClient client = new TestClient(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void anAcceptedMessageCanLoseItsAnswer() {
        simulator.fault(Fault.acceptThenDrop().first(1));

        assertThatThrownBy(this::send).isInstanceOf(TestClient.Lost.class);

        assertThat(simulator.acceptedCount()).isEqualTo(1);
        assertThat(send()).matches("573001234567,\\d+<br>");
    }

    @Test
    void aResetBeforeReadingTakesNothing() {
        simulator.fault(Fault.resetBeforeReading());

        assertThatThrownBy(this::send).isInstanceOf(TestClient.Lost.class);

        assertThat(simulator.acceptedCount()).isZero();
        assertThat(simulator.requests())
                .extracting(SimulatedRequest::answerStatus)
                .containsOnly(0);
    }

    @Test
    void aResetIsSeenAsSuchByTheClient() throws Exception {
        simulator.fault(Fault.resetBeforeReading());

        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write("GET /itcloud/sms/back_sms/public/api/sendsms HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aResetCanBeMeantForARecipient() {
        simulator.fault(Fault.resetBeforeReading().recipient("57310.*"));

        assertThat(send()).endsWith("<br>");
        assertThatThrownBy(() -> send("573101234567")).isInstanceOf(TestClient.Lost.class);

        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void anHttpStatusComesBeforeOrAfterAcceptance() {
        simulator.fault(Fault.httpStatus(503).retryAfter(Duration.ofSeconds(7)).first(1));
        simulator.fault(Fault.httpStatusAfterAccept(502));

        TestClient.Reply before = reply();
        assertThat(before.status()).isEqualTo(503);
        assertThat(before.header("Retry-After")).isEqualTo("7");
        assertThat(simulator.acceptedCount()).isZero();

        assertThat(reply().status()).isEqualTo(502);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aRateLimitNamesTheSecondsToWait() {
        simulator.fault(Fault.rateLimit(Duration.ofSeconds(30)));

        assertThat(reply().status()).isEqualTo(429);
        assertThat(reply().header("Retry-After")).isEqualTo("30");
        assertThat(simulator.acceptedCount()).isZero();
    }

    @Test
    void anHtmlPageTakesTheMessageOnlyWhenConfigured() {
        Fault page = simulator.fault(Fault.htmlPage());
        assertThat(send()).startsWith("<!DOCTYPE html>");
        assertThat(simulator.acceptedCount()).isZero();

        simulator.removeFault(page.id());
        simulator.fault(Fault.htmlPage().accepted(true));
        assertThat(reply().status()).isEqualTo(200);
        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void anAnswerCanBeEmptyHalvedOrGarbage() {
        simulator.fault(Fault.empty().nth(1));
        simulator.fault(Fault.truncated().nth(1));
        simulator.fault(Fault.garbage().nth(1));

        assertThat(send()).isEmpty();
        assertThat(send()).startsWith("573001234567".substring(0, 5)).doesNotContain("<br>");
        assertThat(reply().bytes()).hasSize(512);
        assertThat(simulator.acceptedCount()).isEqualTo(3);
    }

    @Test
    void aRehearsedAnswerLeavesNothingBehind() {
        simulator.fault(Fault.truncated().accepted(false));

        assertThat(send()).startsWith("57300");

        assertThat(simulator.acceptedCount()).isZero();
        assertThat(simulator.balance("itcloud")).isEqualByComparingTo("10000000");
    }

    @Test
    void theConnectionCanBreakInTheMiddleOfAnAnswer() {
        simulator.fault(Fault.cutConnection());

        assertThatThrownBy(this::send).isInstanceOf(TestClient.Lost.class);

        assertThat(simulator.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aSilentServerHasTakenTheMessage() throws Exception {
        simulator.fault(Fault.acceptThenTimeout());

        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET /itcloud/sms/back_sms/public/api/sendsms?user=ana&token=t&GSM=573001234567&SMSText=Hola"
                                            + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> simulator.acceptedCount() == 1);
            InputStream answer = socket.getInputStream();
            assertThat(answer.available()).isZero();
        }
    }

    @Test
    void aSlowDripArrivesWhole() {
        simulator.fault(Fault.slowDrip(Duration.ofMillis(1)));

        assertThat(send()).matches("573001234567,\\d+<br>");
    }

    @Test
    void anOversizeAnswerHasTheSizeAskedFor() {
        simulator.fault(Fault.oversize(3_000_000));

        assertThat(reply().bytes()).hasSizeGreaterThan(3_000_000).hasSizeLessThan(3_000_100);
        assertThat(simulator.requests().get(0).answerBody()).hasSizeLessThan(100);
    }

    @Test
    void aDelayedAnswerIsRight() {
        simulator.fault(Fault.delay(Duration.ofMillis(5)));

        assertThat(send()).matches("573001234567,\\d+<br>");
    }

    @Test
    void aProviderCodeCanHitOnlyTheMatchingRecipients() {
        simulator.fault(Fault.providerCode("-8").recipient("57310.*"));

        assertThat(send("573001234567,573101234567")).matches("573001234567,\\d+<br>573101234567,-8<br>");

        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactly("573001234567");
    }

    @Test
    void aFaultIsForItsProviderAndOperationOnly() {
        simulator.fault(Fault.httpStatus(500).provider("natalia"));
        simulator.fault(Fault.httpStatus(500).operation("balance"));
        simulator.fault(Fault.httpStatus(500).path("query.php"));

        assertThat(reply().status()).isEqualTo(200);
        assertThat(client.reply("/natalia/envio/api/sendsms/send.php").status()).isEqualTo(500);
        assertThat(client.reply("/itcloud/itcloud/api/sendsms/query.php").status())
                .isEqualTo(500);
        assertThat(client.reply("/linktosms/massms/api/query.php").status()).isEqualTo(500);
    }

    @Test
    void faultsHitByCount() {
        simulator.fault(Fault.httpStatus(500).every(3).times(1));
        assertThat(statuses(7)).containsExactly(200, 200, 500, 200, 200, 200, 200);

        simulator.clearFaults();
        simulator.fault(Fault.httpStatus(500).nth(2));
        assertThat(statuses(3)).containsExactly(200, 500, 200);
    }

    @Test
    void aProbabilityIsRepeatableByItsSeed() {
        simulator.fault(Fault.httpStatus(500).probability(0.5, 42));
        List<Integer> once = statuses(20);
        simulator.clearFaults();
        simulator.fault(Fault.httpStatus(500).probability(0.5, 42));

        assertThat(statuses(20)).isEqualTo(once);
        assertThat(once).contains(200, 500);
    }

    @Test
    void aFaultCountsItsHits() {
        Fault fault = simulator.fault(Fault.httpStatus(500).times(5));
        statuses(2);

        assertThat(simulator.faults()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(fault.id());
            assertThat(now.hits()).isEqualTo(2);
            assertThat(now.when().remaining()).isEqualTo(3);
        });
        assertThat(simulator.requests()).extracting(SimulatedRequest::fault).containsOnly(fault.id());
    }

    @Test
    void aSenselessFaultIsRefusedWithTheReason() {
        assertThatThrownBy(() -> simulator.fault(Fault.empty().provider("twilio")))
                .hasMessageContaining("There is no provider 'twilio'; the providers are linktosms, markettext");
        assertThatThrownBy(() -> simulator.fault(Fault.empty().operation("sned")))
                .hasMessageContaining("There is no operation 'sned'");
        assertThatThrownBy(() -> Fault.httpStatus(42)).hasMessageContaining("from 200 to 599");
        assertThatThrownBy(() -> Fault.empty().recipient("57(")).hasMessageContaining("not a regular expression");
        assertThatThrownBy(() -> Fault.acceptThenDrop().accepted(false)).hasMessageContaining("RESET_BEFORE_READING");
        assertThatThrownBy(() -> Fault.empty().probability(1.5, 1)).hasMessageContaining("between 0 and 1");
    }

    private List<Integer> statuses(int count) {
        return IntStream.range(0, count).mapToObj(i -> reply().status()).toList();
    }

    private String send() {
        return send("573001234567");
    }

    private String send(String to) {
        return reply(to).text();
    }

    private TestClient.Reply reply() {
        return reply("573001234567");
    }

    private TestClient.Reply reply(String to) {
        return client.reply(
                "/itcloud/sms/back_sms/public/api/sendsms", "user", "ana", "token", "t", "GSM", to, "SMSText", "Hola");
    }
}
