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
import static io.massms.camel.transport.HttpTransportFailureTest.assertNotSent;
import static io.massms.camel.transport.HttpTransportFailureTest.assertUncertain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpTransportLoadTest {

    @Test
    void twoThousandCallsAtOnceAreEachSentOnceAndCompletedOnce() throws Exception {
        HttpTransport transport = new HttpTransport(
                HttpTransportOptions.DEFAULT.withPool(100, 100).withIoThreads(2));
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                outcomes.add(send(transport, Calls.post(server.uri("/")), Duration.ofMinutes(1)));
            }
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.reply().text()).isEqualTo("ok"));
            transport.close();

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.times()).isEqualTo(1));
            assertThat(server.requestCount()).isEqualTo(2000);
            assertThat(server.connections()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void underFaultsEveryCallIsCompletedOnceAndNoneThatArrivedIsReportedAsNotSent() throws Exception {
        HttpTransport transport =
                new HttpTransport(HttpTransportOptions.DEFAULT.withPool(50, 50).withIoThreads(2));
        try (RawServer server = RawServer.misbehaving(8)) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                outcomes.add(send(transport, Calls.post(server.uri("/")), Duration.ofMillis(800)));
            }
            outcomes.forEach(Outcome::await);
            transport.close();

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.times()).isEqualTo(1));
            long notSent = outcomes.stream().filter(Outcome::isNotSent).count();
            assertThat(server.requestCount()).isLessThanOrEqualTo((int) (1000 - notSent));
        }
    }

    @Test
    void aCallThatFindsNoFreeConnectionInTimeWasNotSent() throws Exception {
        HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(1, 1));
        CountDownLatch answer = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            while (visitor.read() != null) {
                answer.await();
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            Outcome first = send(transport, Calls.post(server.uri("/")), LONG);
            await().until(() -> server.requestCount() == 1);
            Outcome waiting = send(transport, Calls.post(server.uri("/")), SHORT);

            assertNotSent(waiting);
            answer.countDown();
            first.reply();
            send(transport, Calls.post(server.uri("/")), LONG).reply();
            assertThat(server.requestCount()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(1);
        }
        transport.close();
    }

    @Test
    void theLeaseTimeoutBoundsTheWaitButNotTheExchange() throws Exception {
        HttpTransport transport = new HttpTransport(
                HttpTransportOptions.DEFAULT.withPool(1, 1).withWaiting(Duration.ofMillis(200), Duration.ZERO));
        CountDownLatch answer = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            while (visitor.read() != null) {
                answer.await();
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            Outcome first = send(transport, Calls.post(server.uri("/")), LONG);
            await().until(() -> server.requestCount() == 1);

            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            answer.countDown();
            assertThat(first.reply().text()).isEqualTo("ok");
        }
        transport.close();
    }

    @Test
    void closingEndsCallsUnderWayAsUncertainAndWaitingOnesAsNotSent() throws Exception {
        HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(1, 1));
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.hang();
        })) {
            Outcome underWay = send(transport, Calls.post(server.uri("/")), LONG);
            await().until(() -> server.requestCount() == 1);
            Outcome waiting = send(transport, Calls.post(server.uri("/")), LONG);
            transport.close();
            transport.close();

            assertUncertain(underWay, SmsError.UNEXPECTED_RESPONSE);
            assertNotSent(waiting);
            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void closingWaitsForAReplyThatIsOnItsWay() throws Exception {
        HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT);
        CountDownLatch closing = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            closing.await();
            visitor.write(RawServer.ok("ok"));
        })) {
            Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);
            await().until(() -> server.requestCount() == 1);
            Thread closer = new Thread(transport::close);
            closer.start();
            await().until(() ->
                    send(transport, Calls.post(server.uri("/")), LONG).isNotSent());
            closing.countDown();

            assertThat(outcome.reply().text()).isEqualTo("ok");
            closer.join();
        }
    }

    @Test
    void aHandlerThatThrowsHarmsNoOtherCall() throws Exception {
        HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(1, 1));
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            for (Throwable thrown :
                    List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"))) {
                CountDownLatch completed = new CountDownLatch(1);
                transport.exchange(Calls.post(server.uri("/")), LONG, new Transport.ReplyHandler() {
                    @Override
                    public void onReply(Reply reply) {
                        completed.countDown();
                        Outcome.sneak(thrown);
                    }

                    @Override
                    public void onFailure(TransportException failure) {
                        completed.countDown();
                    }
                });
                completed.await();
                assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                                .reply()
                                .text())
                        .isEqualTo("ok");
            }
            assertThat(server.requestCount()).isEqualTo(4);
            assertThat(server.connections()).isEqualTo(1);
        }
        transport.close();
    }

    @Test
    void aHandlerMaySendTheNextCall() throws Exception {
        HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(1, 1));
        Outcome last = new Outcome();
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            Transport.ReplyHandler again = new Transport.ReplyHandler() {
                private int replies;

                @Override
                public void onReply(Reply reply) {
                    transport.exchange(Calls.post(server.uri("/")), LONG, ++replies < 200 ? this : last);
                }

                @Override
                public void onFailure(TransportException failure) {
                    last.onFailure(failure);
                }
            };
            transport.exchange(Calls.post(server.uri("/")), LONG, again);

            assertThat(last.reply().text()).isEqualTo("ok");
            assertThat(server.requestCount()).isEqualTo(201);
        }
        transport.close();
    }
}
