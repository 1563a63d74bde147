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

import io.massms.camel.spi.FormCall;
import io.massms.camel.spi.Reply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final HttpTransport transport =
            new HttpTransport(HttpTransportOptions.DEFAULT, new DefaultThreadFactory("sms-http", true), CLOCK);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void postPutsTheFormIntoTheBody() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            Reply reply = send(transport, Calls.post(server.uri("/api/send.php")), LONG)
                    .reply();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo("ok");
            assertThat(server.requests())
                    .containsExactly("POST /api/send.php HTTP/1.1\r\n"
                            + "Host: 127.0.0.1:" + server.port() + "\r\n"
                            + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
                            + "Content-Length: 61\r\n"
                            + "Accept: */*\r\n"
                            + "User-Agent: camel-massms\r\n"
                            + "\r\n"
                            + "user=ana&password=s3cr3t-p4ss&text=Hola+a%C3%B1o+%26+m%C3%A1s");
        }
    }

    @Test
    void getPutsTheFormIntoTheQuery() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            send(transport, Calls.get(server.uri("")), LONG).reply();

            assertThat(server.requests().get(0))
                    .startsWith("GET /?user=ana&password=s3cr3t-p4ss&text=Hola+a%C3%B1o+%26+m%C3%A1s HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n")
                    .doesNotContain("Content-");
        }
    }

    @Test
    void theFormIsWrittenInTheCharsetOfTheCall() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            send(transport, Calls.post(server.uri("/"), StandardCharsets.ISO_8859_1), LONG)
                    .reply();

            assertThat(server.requests().get(0))
                    .contains("charset=ISO-8859-1\r\n")
                    .endsWith("text=Hola+a%F1o+%26+m%E1s");
        }
    }

    @Test
    void aLargeFormArrivesWhole() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            send(transport, Calls.large(server.uri("/"), 3_000_000), LONG).reply();

            assertThat(server.requests().get(0)).endsWith("\r\n\r\ntext=" + "x".repeat(3_000_000));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=ISO-8859-1, UTF-8,      ISO-8859-1",
        "text/html; charset=\"utf-8\",  ISO-8859-1, UTF-8",
        "text/html,                     ISO-8859-1, ISO-8859-1",
        "text/html; charset=klingon,    ISO-8859-1, ISO-8859-1",
        "nonsense;;charset,             UTF-8,      UTF-8",
    })
    void theReplysCharsetIsWhatItSaysElseTheCalls(String type, String ofCall, String expected) throws Exception {
        byte[] body = "año".getBytes(expected);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            visitor.write(body);
        })) {
            FormCall call = Calls.post(server.uri("/"), Charset.forName(ofCall));

            assertThat(send(transport, call, LONG).reply().text()).isEqualTo("año");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "Sat, 21 Nov 2026 12:00:30 GMT | PT30S",
                "Sat, 21 Nov 2026 11:00:00 GMT | PT0S",
                "soon                          | ",
                "99999999999999                | ",
                "-5                            | ",
            })
    void retryAfterIsReadAsSecondsOrAsADate(String header, Duration expected) throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 503 Busy\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
            Reply reply = send(transport, Calls.post(server.uri("/")), LONG).reply();

            assertThat(reply.retryAfter()).isEqualTo(expected);
            assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"503", "429", "500", "408", "421"})
    void aRefusalIsHandedOnAndNeverRepeated(int status) throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno")) {
            Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);

            assertThat(outcome.reply().status()).isEqualTo(status);
            send(transport, Calls.post(server.uri("/")), LONG).reply();
            assertThat(server.requestCount()).isEqualTo(2);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (RawServer other = RawServer.answering(RawServer.ok("other"));
                RawServer server = RawServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + other.uri("/") + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(send(transport, Calls.get(server.uri("/")), LONG).reply().status())
                    .isEqualTo(302);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void cookiesAndCredentialsAreNotRemembered() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 401 No\r\nSet-Cookie: id=1; Path=/\r\n"
                + "WWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n")) {
            send(transport, Calls.post(server.uri("/")), LONG).reply();
            send(transport, Calls.post(server.uri("/")), LONG).reply();

            assertThat(server.requests())
                    .hasSize(2)
                    .noneMatch(r -> r.contains("Cookie") || r.contains("Authorization"));
        }
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"))) {
            for (int i = 0; i < 5; i++) {
                send(transport, Calls.post(server.uri("/")), LONG).reply();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"'Connection: close'", "'Keep-Alive: timeout=1'"})
    void aConnectionThatTheServerWillCloseIsNotUsedAgain(String header) throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 2\r\n\r\nok")) {
            send(transport, Calls.post(server.uri("/")), LONG).reply();
            send(transport, Calls.post(server.uri("/")), LONG).reply();

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aReplyWithoutALengthEndsWithTheConnection() throws Exception {
        try (RawServer server = RawServer.start(visitor -> {
            visitor.read();
            visitor.write("HTTP/1.0 200 OK\r\n\r\n573001234567:abc");
        })) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("573001234567:abc");
        }
    }

    @Test
    void aChunkedReplyIsPutTogether() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("abcde");
        }
    }

    @Test
    void interimRepliesAreSkipped() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + RawServer.ok("ok"))) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void compressionIsNeitherAskedForNorUndone() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd")) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("abcd");
            assertThat(server.requests().get(0)).doesNotContain("Accept-Encoding");
        }
    }

    @Test
    void threadsAreDaemonsWithADescriptiveName() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("sms-http-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
