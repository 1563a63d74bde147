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
package io.massms.camel.transport;

import static io.massms.camel.transport.Calls.LONG;
import static io.massms.camel.transport.Calls.SHORT;
import static io.massms.camel.transport.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.FormCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportFailureTest {
    private static final HttpTransportOptions OPTIONS =
            HttpTransportOptions.DEFAULT.withPool(1, 1).withReplyLimit(1000);

    private final HttpTransport transport = new HttpTransport(OPTIONS);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aRefusedConnectionSendsNothing() throws Exception {
        URI nowhere;
        try (RawServer server = RawServer.answering("")) {
            nowhere = server.uri("/");
        }
        assertNotSent(send(transport, Calls.post(nowhere), LONG));
    }

    @Test
    void anUnknownHostSendsNothing() {
        assertNotSent(send(transport, Calls.post(URI.create("http://no-such-host.invalid/")), LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "/only/a/path", "http:///no-host"})
    void aUrlThatIsNoneSendsNothing(String url) {
        assertNotSent(send(transport, Calls.post(URI.create(url)), LONG));
    }

    @Test
    void aConnectionThatIsNotAcceptedInTimeSendsNothing() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpTransport hasty =
                    new HttpTransport(OPTIONS.withPool(20, 20).withConnectTimeout(Duration.ofMillis(200)));
            URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
            Outcome[] outcomes = new Outcome[8];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = send(hasty, Calls.post(uri), Duration.ofSeconds(2));
            }
            assertThat(outcomes).anySatisfy(HttpTransportFailureTest::assertNotSent);
            hasty.close();
        }
    }

    @Test
    void aConnectionThatIsResetBeforeTheRequestIsReadIsNeverCalledNotSentOnceBytesWereWritten() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.awaitBytes();
            visitor.reset();
        })) {
            Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);

            assertUncertain(outcome, SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isZero();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsResetAfterTheRequestWasReadIsUncertain() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.reset();
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsClosedWithoutAReplyIsUncertain() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Visitor::read)) {
            assertUncertain(send(transport, Calls.get(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aReusedConnectionThatIsResetInTheMomentOfTheRequestIsUncertainAndNotTriedAgain() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write(RawServer.ok("ok"));
            visitor.awaitBytes();
            visitor.reset();
        })) {
            send(transport, Calls.post(server.uri("/")), LONG).reply();

            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatTheServerClosedWhileIdleIsReplacedBeforeTheRequestLeaves(boolean byReset) throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write(RawServer.ok("ok"));
            if (byReset) {
                visitor.reset();
            } else {
                visitor.close();
            }
        })) {
            for (int i = 1; i <= 20; i++) {
                int rounds = i;
                Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);
                outcome.reply();
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> server.connections() == rounds && server.openConnections() == 0);
            }
            assertThat(server.requestCount()).isEqualTo(20);
        }
    }

    @Test
    void silenceIsUncertainWhenTheTimeIsUp() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.hang();
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), SHORT), SmsError.TIMEOUT);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatNeverReadsIsUncertainWhenTheTimeIsUp() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Visitor::hang)) {
            FormCall large = Calls.large(server.uri("/"), 20_000_000);

            assertUncertain(send(transport, large, SHORT), SmsError.TIMEOUT);
            assertThat(server.requestCount()).isZero();
        }
    }

    @Test
    void aDrippingReplyIsCutOffByTheDeadline() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
            try {
                for (int i = 0; i < 500; i++) {
                    visitor.write("x");
                    Thread.sleep(50);
                }
            } catch (IOException e) {
                gone.countDown();
            }
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), SHORT), SmsError.TIMEOUT);
            await().until(() -> gone.getCount() == 0);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void anEndlessReplyIsCutOffByTheLimit() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write("HTTP/1.1 200 OK\r\n\r\n");
            try {
                while (true) {
                    visitor.write("x".repeat(100));
                }
            } catch (IOException e) {
                gone.countDown();
            }
        })) {
            Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);

            assertUncertain(outcome, SmsError.UNEXPECTED_RESPONSE);
            assertThat(outcome.failure()).hasMessageContaining("larger than 1000 bytes");
            await().until(() -> gone.getCount() == 0);
        }
    }

    @Test
    void anAnnouncedLengthAboveTheLimitIsNotRead() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
        }
    }

    @Test
    void aReplyOfExactlyTheLimitIsTaken() throws Exception {
        String body = "x".repeat(1000);
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1f4\r\n"
                + body.substring(500) + "\r\n1f4\r\n" + body.substring(500) + "\r\n0\r\n\r\n")) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo(body);
        }
    }

    @Test
    void endlessHeadersAreCutOff() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write("HTTP/1.1 200 OK\r\n");
            while (true) {
                visitor.write("X-More: and more\r\n");
            }
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ntoo short",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "<html>not a reply at all</html>\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "HTTP/9.9 777 What\r\n\r\n",
            })
    void aReplyThatBreaksOffOrIsNotHttpIsUncertain(String reply) throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write(reply);
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aSilenceTimeoutIsUncertainBeforeTheDeadline() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.hang();
        })) {
            HttpTransport impatient = new HttpTransport(OPTIONS.withWaiting(Duration.ZERO, Duration.ofMillis(200)));
            assertUncertain(send(impatient, Calls.post(server.uri("/")), Duration.ofMinutes(5)), SmsError.TIMEOUT);
            impatient.close();
        }
    }

    @Test
    void aFailureLeavesTheConnectionsPlaceToTheNextCall() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            switch (visits.incrementAndGet()) {
                case 1 -> visitor.hang();
                case 2 -> visitor.reset();
                case 3 -> visitor.write("rubbish\r\n\r\n");
                default -> visitor.write(RawServer.ok("ok"));
            }
        })) {
            send(transport, Calls.post(server.uri("/")), SHORT).failure();
            send(transport, Calls.post(server.uri("/")), LONG).failure();
            send(transport, Calls.post(server.uri("/")), LONG).failure();

            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(server.requestCount()).isEqualTo(4);
        }
    }

    static void assertNotSent(Outcome outcome) {
        assertThat(outcome.failure().error()).isEqualTo(SmsError.CONNECT_FAILED);
        assertThat(outcome.failure().requestMayHaveLeft()).isFalse();
        assertThat(outcome.times()).isEqualTo(1);
    }

    static void assertUncertain(Outcome outcome, SmsError error) {
        assertThat(outcome.failure().error()).isEqualTo(error);
        assertThat(outcome.failure().requestMayHaveLeft()).isTrue();
        assertThat(outcome.times()).isEqualTo(1);
    }
}
