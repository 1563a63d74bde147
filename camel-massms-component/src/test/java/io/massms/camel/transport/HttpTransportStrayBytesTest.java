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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.spi.Reply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that count characters for bytes, say goodbye to an idle connection, or are cut off: no byte of that is another call's reply. */
class HttpTransportStrayBytesTest {
    private final HttpTransport transport = new HttpTransport(HttpTransportOptions.DEFAULT);
    private final AtomicInteger visits = new AtomicInteger();

    @AfterEach
    void close() {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o",
                "\n",
                "\r\n",
                " ",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nst",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n"
            })
    void bytesBehindAReplyCloseTheConnection(String stray) throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            if (visits.incrementAndGet() == 1) {
                visitor.read();
                visitor.write(RawServer.ok("one") + stray);
            }
            while (visitor.read() != null) {
                visitor.write(RawServer.ok("two"));
            }
        })) {
            assertThat(call(server).text()).isEqualTo("one");
            assertThat(call(server).text()).isEqualTo("two");
            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o", "HTTP/1.1 408 Request Timeout\r\nX-Cause: ", "HTTP/1.1 408 Request Timeout\r\n\r\n"})
    void bytesOnAnIdleConnectionCloseIt(String stray) throws Exception {
        CountDownLatch idle = new CountDownLatch(1);
        try (RawServer server = RawServer.start(visitor -> {
            if (visits.incrementAndGet() == 1) {
                visitor.read();
                visitor.write(RawServer.ok("one"));
                idle.await();
                visitor.write(stray);
            }
            while (visitor.read() != null) {
                visitor.write(RawServer.ok("two"));
            }
        })) {
            assertThat(call(server).text()).isEqualTo("one");
            idle.countDown();
            await().until(() -> server.openConnections() == 0);
            Reply reply = call(server);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo("two");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private Reply call(RawServer server) {
        return Calls.send(transport, Calls.post(server.uri("/")), Calls.LONG).reply();
    }
}
