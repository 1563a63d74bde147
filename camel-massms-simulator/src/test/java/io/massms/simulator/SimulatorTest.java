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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void baseUrlsLeadToTheProviders() {
        assertThat(simulator.baseUrl("natalia")).isEqualTo("http://localhost:" + simulator.port() + "/natalia");
        assertThatThrownBy(() -> simulator.baseUrl("twilio")).hasMessageContaining("the providers are linktosms");
    }

    @Test
    void unknownPathsAndMethodsAreRefused() {
        TestClient client = new TestClient(simulator.url());

        assertThat(client.call("GET", "/linktosms/massms/api/other.php").status())
                .isEqualTo(404);
        assertThat(client.call("GET", "/twilio").status()).isEqualTo(404);
        assertThat(client.call("DELETE", "/linktosms/massms/api/sendmsg.php").status())
                .isEqualTo(405);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aRequestIsKeptAsItCame() {
        new TestClient(simulator.url())
                .reply("/natalia/envio/api/sendsms/send.php?user=q", "user", "ana", "password", "p ñ", "GSM", "1");

        SimulatedRequest request = simulator.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/envio/api/sendsms/send.php");
        assertThat(request.query()).isEqualTo("user=q");
        assertThat(request.body()).isEqualTo("user=ana&password=p+%C3%B1&GSM=1");
        assertThat(request.params()).extracting(SimulatedRequest.Field::value).containsExactly("q", "ana", "p ñ", "1");
        assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(request.answerStatus()).isEqualTo(200);
        assertThat(request.answerBody()).isEqualTo("-5");
        assertThat(request.toString()).doesNotContain("p ñ").doesNotContain("ana");
    }

    @Test
    void waitingFindsMessagesThatCameAndThatCome() {
        send("573001234567");
        assertThat(simulator.awaitMessage(message -> message.to().endsWith("567"), Duration.ofSeconds(30)))
                .isEqualTo(simulator.messages().get(0));

        CompletableFuture<SimulatedMessage> coming = CompletableFuture.supplyAsync(
                () -> simulator.awaitMessage(message -> message.to().endsWith("999"), Duration.ofSeconds(30)));
        send("573001234999");
        assertThat(coming.join().to()).isEqualTo("573001234999");

        assertThatThrownBy(() -> simulator.awaitMessage(message -> false, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 messages were accepted");
    }

    @Test
    void aPredicateThatFailsEndsItsOwnWaitingAndNothingElse() {
        send("573001234567");
        assertThatThrownBy(() -> simulator.awaitMessage(this::answersOrder4711, Duration.ofSeconds(30)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The predicate failed: java.lang.NullPointerException");

        simulator.deleteMessages();
        CompletableFuture<SimulatedMessage> failing = simulator.nextMessage(this::answersOrder4711);
        CompletableFuture<SimulatedMessage> asserting = simulator.nextMessage(message -> {
            assertThat(message.from()).isNotNull();
            return true;
        });
        CompletableFuture<SimulatedMessage> sound = simulator.nextMessage(message -> true);
        assertThat(send("573001234999")).matches("\\d+");
        assertThat(failing).isCompletedExceptionally();
        assertThat(asserting).isCompletedExceptionally();
        assertThat(sound.join().to()).isEqualTo("573001234999");
        assertThat(send("573001234567")).matches("\\d+");
    }

    /** Forgets that not every message has a reference. */
    private boolean answersOrder4711(SimulatedMessage message) {
        return message.clientId().equals("4711");
    }

    @Test
    void onlyTheNewestAreKeptButAllAreCounted() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().maxMessages(2).maxRequests(1));
        send("573001234561");
        send("573001234562");
        send("573001234563");

        assertThat(simulator.messages())
                .extracting(SimulatedMessage::to)
                .containsExactly("573001234562", "573001234563");
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.acceptedCount("natalia")).isEqualTo(3);
        assertThat(simulator.requestCount()).isEqualTo(3);
    }

    @Test
    void keptRequestsStayWithinTheirMemory() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().maxRequestBytes(5_000));
        for (int i = 0; i < 20; i++) {
            send("573001234567");
        }

        assertThat(simulator.requests()).hasSizeBetween(1, 10);
        assertThat(simulator.requestCount()).isEqualTo(20);
    }

    @Test
    void aResetLeavesNothing() {
        send("573001234567");
        simulator.fault(Fault.empty());
        simulator.balance("natalia", BigDecimal.TEN);
        simulator.recipient("573001234567", RecipientTrait.BLOCKED);
        simulator.maintenance("natalia", true);
        simulator.account(Account.of("natalia", "eva", "x"));
        simulator.clock().freeze(Instant.EPOCH);

        simulator.reset();

        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.faults()).isEmpty();
        assertThat(simulator.acceptedCount()).isZero();
        assertThat(simulator.balance("natalia")).isEqualByComparingTo("10000000");
        assertThat(simulator.clock().instant()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(send("573001234567")).matches("\\d+");
    }

    @Test
    void severalEventLoopsShareThePort() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().eventLoops(2));

        assertThat(send("573001234567")).matches("\\d+");
        assertThat(send("573001234567")).matches("\\d+");
    }

    @Test
    void closingTwiceIsHarmless() {
        simulator.close();

        assertThatCode(simulator::close).doesNotThrowAnyException();
    }

    @Test
    void aBodyBeyondAnyReasonIsRefused() {
        TestClient.Reply reply = new TestClient(simulator.url())
                .reply("/natalia/envio/api/sendsms/send.php", "SMSText", "x".repeat(33 << 20));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void nothingIsCountedTwiceOrLostUnderParallelLoad() {
        simulator.close();
        simulator = Simulator.start(new SimulatorOptions().eventLoops(2).balance(new BigDecimal(300)));

        List<String> answers = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> send("57300" + (1_000_000 + i)))
                .toList();

        assertThat(answers).filteredOn("-3"::equals).hasSize(200);
        assertThat(Set.copyOf(answers)).hasSize(301);
        assertThat(simulator.acceptedCount()).isEqualTo(300);
        assertThat(simulator.balance("natalia")).isEqualByComparingTo("0");
        assertThat(simulator.requestCount()).isEqualTo(500);
    }

    @Test
    void aTakenPortIsSaid() {
        SimulatorOptions taken = new SimulatorOptions().port(simulator.port());

        assertThatThrownBy(() -> Simulator.start(taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + simulator.port());
    }

    @Test
    void theClockRunsFromWhereItWasSetAndStandsWhereItWasFrozen() {
        SimulatorClock clock = simulator.clock();
        Instant noon = Instant.parse("2030-01-01T12:00:00Z");

        clock.set(noon);
        assertThat(clock.instant()).isBetween(noon, noon.plusSeconds(60));

        clock.freeze(noon);
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(noon.plusSeconds(3600));

        clock.run();
        assertThat(clock.frozen()).isFalse();
        assertThat(clock.instant()).isBetween(noon.plusSeconds(3600), noon.plusSeconds(3660));
    }

    @Test
    void accountsDoNotShowTheirSecrets() {
        assertThat(Account.masms("linktosms", "acme", "ana", "s3cret").toString())
                .doesNotContain("s3cret");
        assertThat(Account.apiKey("s3cret").toString()).doesNotContain("s3cret");
    }

    private String send(String to) {
        return new TestClient(simulator.baseUrl("natalia"))
                .post("/envio/api/sendsms/send.php", "user", "ana", "password", "p", "GSM", to, "SMSText", "Hola");
    }
}
