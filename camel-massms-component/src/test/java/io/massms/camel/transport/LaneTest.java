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

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What belongs to a send of many, and what does not, hold each other up at the limits of connections only. */
class LaneTest {
    private HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aMessageDoesNotWaitForThoseWhoReadTheAnswersOfASendOfMany() throws Exception {
        int threadsForBulk = 2;
        CountDownLatch asked = new CountDownLatch(threadsForBulk);
        CountDownLatch heldUp = new CountDownLatch(threadsForBulk);
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            while (visitor.read() != null) {
                asked.countDown();
                asked.await();
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            for (int i = 0; i < threadsForBulk; i++) {
                transport.forBulk().exchange(Calls.post(server.uri("/")), LONG, new HoldingUp(heldUp, release));
            }
            heldUp.await();

            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            release.countDown();
        }
    }

    @Test
    void aConnectionStaysWhereItIs() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            for (int i = 0; i < 3; i++) {
                send(transport, Calls.post(server.uri("/")), LONG).reply();
                send(transport.forBulk(), Calls.post(server.uri("/")), LONG).reply();
            }

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void theLimitsOfConnectionsAreForBothTogether() throws Exception {
        transport.close();
        transport = new HttpTransport(HttpTransportOptions.DEFAULT.withPool(1, 1));
        CountDownLatch answer = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            while (visitor.read() != null) {
                answer.await();
                visitor.write(RawServer.ok("ok"));
            }
        })) {
            Outcome many = send(transport.forBulk(), Calls.post(server.uri("/")), LONG);
            await().until(() -> server.requestCount() == 1);
            Outcome one = send(transport, Calls.post(server.uri("/")), LONG);
            Outcome manyAgain = send(transport.forBulk(), Calls.post(server.uri("/")), LONG);

            assertThat(server.openConnections()).isEqualTo(1);
            answer.countDown();
            assertThat(many.reply().text()).isEqualTo("ok");
            assertThat(one.reply().text()).isEqualTo("ok");
            assertThat(manyAgain.reply().text()).isEqualTo("ok");
            await().until(() -> server.openConnections() == 1);
        }
    }

    @Test
    void whatIsClosedIsClosedForBoth() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            Transport bulk = transport.forBulk();
            send(bulk, Calls.post(server.uri("/")), LONG).reply();
            transport.close();

            assertThat(send(bulk, Calls.post(server.uri("/")), LONG).isNotSent())
                    .isTrue();
            assertThat(send(transport, Calls.post(server.uri("/")), LONG).isNotSent())
                    .isTrue();
            await().until(() -> server.openConnections() == 0);
        }
    }
}
