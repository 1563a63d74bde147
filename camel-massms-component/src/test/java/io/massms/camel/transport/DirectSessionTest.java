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
import static io.massms.camel.transport.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.spi.Call;
import io.massms.camel.spi.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests on kept connections are written by the threads that send them. */
class DirectSessionTest {
    private static final int THREADS = 8;

    private final HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(50, 50));
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        transport.close();
    }

    @Test
    void aRequestLeavesWhileTheThreadForIoIsHeldUp() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch heldUp = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            both.await();
            visitor.write(RawServer.ok("ok"));
            while (visitor.read() != null) {
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            Outcome first = send(transport, Calls.post(server.uri("/")), LONG);
            Outcome second = send(transport, Calls.post(server.uri("/")), LONG);
            first.reply();
            second.reply();
            transport.exchange(Calls.post(server.uri("/")), LONG, new HoldingUp(heldUp, release));
            heldUp.await();
            Outcome onTheHeldConnection = send(transport, Calls.post(server.uri("/")), LONG);
            Outcome onTheOther = send(transport, Calls.post(server.uri("/")), LONG);

            await().untilAsserted(() -> assertThat(server.requestCount()).isEqualTo(4));
            release.countDown();
            assertThat(onTheHeldConnection.reply().text()).isEqualTo("ok");
            assertThat(onTheOther.reply().text()).isEqualTo("ok");
            assertThat(server.requestCount()).isEqualTo(5);
            assertThat(server.connections()).isEqualTo(2);
        } finally {
            release.countDown();
        }
    }

    @Test
    void callsOfManyThreadsAreEachSentOnceAndCompletedOnce() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            List<Outcome> outcomes = sendByAll(server, 500, LONG);

            assertThat(outcomes)
                    .hasSize(500 * THREADS)
                    .allSatisfy(outcome -> assertThat(outcome.reply().text()).isEqualTo("ok"))
                    .allSatisfy(outcome -> assertThat(outcome.times()).isEqualTo(1));
            assertThat(server.requestCount()).isEqualTo(500 * THREADS);
            assertThat(server.connections()).isLessThanOrEqualTo(50);
        }
    }

    @Test
    void underFaultsCallsOfManyThreadsAreEachCompletedOnceAndNoneThatArrivedIsReportedAsNotSent() throws Exception {
        try (RawServer server = RawServer.misbehaving(20)) {
            List<Outcome> outcomes = sendByAll(server, 150, Duration.ofMillis(200));

            assertThat(outcomes)
                    .hasSize(150 * THREADS)
                    .allSatisfy(outcome -> assertThat(outcome.times()).isEqualTo(1));
            long notSent = outcomes.stream().filter(Outcome::isNotSent).count();
            assertThat(server.requestCount()).isLessThanOrEqualTo((int) (outcomes.size() - notSent));
        }
    }

    @Test
    void callsThatAnswersLeadToAreEachSentOnceAndCompletedOnce() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            List<Chain> chains = chains(server, 500, LONG);

            assertThat(chains).allSatisfy(chain -> assertThat(chain.completed()).isEqualTo(500));
            assertThat(server.requestCount()).isEqualTo(500 * THREADS);
            assertThat(server.connections()).isLessThanOrEqualTo(THREADS);
        }
    }

    @Test
    void underFaultsCallsThatAnswersLeadToAreEachCompletedOnceAndNoneThatArrivedIsReportedAsNotSent() throws Exception {
        try (RawServer server = RawServer.misbehaving(20)) {
            List<Chain> chains = chains(server, 150, Duration.ofMillis(200));

            assertThat(chains).allSatisfy(chain -> assertThat(chain.completed()).isEqualTo(150));
            int notSent = chains.stream().mapToInt(Chain::notSent).sum();
            assertThat(server.requestCount()).isLessThanOrEqualTo(150 * THREADS - notSent);
        }
    }

    @Test
    void aRequestLargerThanWhatTheSystemBuffersArrivesWhole() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write(RawServer.ok("ok"));
            read.await();
            while (visitor.read() != null) {
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            send(transport, Calls.post(server.uri("/")), LONG).reply();
            int size = 20 << 20;
            Outcome large = send(transport, Calls.large(server.uri("/"), size), LONG);
            read.countDown();

            assertThat(large.reply().text()).isEqualTo("ok");
            assertThat(server.requests().get(1)).hasSizeGreaterThan(size);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Each thread one call after the other, so that connections are kept and used again all the time. */
    private List<Outcome> sendByAll(RawServer server, int calls, Duration deadline) throws Exception {
        Callable<List<Outcome>> oneAfterTheOther = () -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                Outcome outcome = send(transport, Calls.post(server.uri("/")), deadline);
                outcome.await();
                outcomes.add(outcome);
            }
            return outcomes;
        };
        List<Outcome> all = new ArrayList<>();
        for (Future<List<Outcome>> thread : threads.invokeAll(Collections.nCopies(THREADS, oneAfterTheOther))) {
            all.addAll(thread.get());
        }
        transport.close();
        return all;
    }

    private List<Chain> chains(RawServer server, int calls, Duration deadline) {
        List<Chain> chains = Stream.generate(() -> new Chain(transport, Calls.post(server.uri("/")), deadline, calls))
                .limit(THREADS)
                .toList();
        chains.forEach(Chain::next);
        chains.forEach(Chain::await);
        transport.close();
        return chains;
    }

    /** Calls of which each is sent by the thread that brings the outcome of the one before, as those of a campaign are. */
    private static final class Chain implements Transport.ReplyHandler {
        private final Transport transport;
        private final Call call;
        private final Duration deadline;
        private final int calls;
        private final AtomicInteger completed = new AtomicInteger();
        private final AtomicInteger notSent = new AtomicInteger();
        private final CountDownLatch end = new CountDownLatch(1);

        Chain(Transport transport, Call call, Duration deadline, int calls) {
            this.transport = transport;
            this.call = call;
            this.deadline = deadline;
            this.calls = calls;
        }

        void next() {
            transport.exchange(call, deadline, this);
        }

        @Override
        public void onReply(Reply reply) {
            goOn();
        }

        @Override
        public void onFailure(TransportException failure) {
            if (!failure.requestMayHaveLeft()) {
                notSent.incrementAndGet();
            }
            goOn();
        }

        private void goOn() {
            if (completed.incrementAndGet() < calls) {
                next();
            } else {
                end.countDown();
            }
        }

        /** A call that completes twice leads to two, so this is too many then. */
        int completed() {
            return completed.get();
        }

        int notSent() {
            return notSent.get();
        }

        void await() {
            try {
                assertThat(end.await(20, TimeUnit.SECONDS))
                        .as("All calls are complete")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
