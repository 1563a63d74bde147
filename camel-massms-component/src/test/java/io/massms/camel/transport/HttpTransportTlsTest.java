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
import static io.massms.camel.transport.HttpTransportFailureTest.assertNotSent;
import static io.massms.camel.transport.HttpTransportFailureTest.assertUncertain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.SmsError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTransportTlsTest {
    private static final HttpTransportOptions OPTIONS = HttpTransportOptions.DEFAULT.withPool(1, 1);
    private static SSLContext right;
    private static SSLContext otherHost;

    private HttpTransport transport;

    @BeforeAll
    static void certificates(@TempDir Path directory) throws Exception {
        right = Certificates.context(Certificates.create(directory, "ip:127.0.0.1"));
        otherHost = Certificates.context(Certificates.create(directory, "dns:elsewhere.example"));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void aTrustedServerIsSpokenToOverTls() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(right, null));
        try (RawServer server = secure(right, RawServer.ok("ok"))) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anUntrustedCertificateSendsNothing() throws Exception {
        transport = new HttpTransport(OPTIONS);
        try (RawServer server = secure(right, RawServer.ok("ok"))) {
            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            assertThat(server.requestCount()).isZero();
        }
    }

    @Test
    void aCertificateForAnotherHostSendsNothing() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(otherHost, null));
        try (RawServer server = secure(otherHost, RawServer.ok("ok"))) {
            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            assertThat(server.requestCount()).isZero();
        }
    }

    @Test
    void aHostnameVerifierOfOnesOwnIsAsked() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(otherHost, NoopHostnameVerifier.INSTANCE));
        try (RawServer server = secure(otherHost, RawServer.ok("ok"))) {
            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void aServerWithoutTlsSendsNothing() throws Exception {
        transport = new HttpTransport(OPTIONS);
        try (RawServer server = RawServer.start(visitor -> {
            visitor.awaitBytes();
            visitor.write("HTTP/1.1 400 No\r\n\r\n");
        })) {
            assertNotSent(send(transport, Calls.post(URI.create("https://127.0.0.1:" + server.port() + "/")), LONG));
        }
    }

    @Test
    void aHandshakeThatNeverEndsSendsNothingAndFreesThePool() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(right, null).withConnectTimeout(Duration.ofMillis(300)));
        try (RawServer silent = RawServer.start(RawServer.Visitor::hang);
                RawServer server = secure(right, RawServer.ok("ok"))) {
            URI uri = URI.create("https://127.0.0.1:" + silent.port() + "/");
            assertNotSent(send(transport, Calls.post(uri), LONG));

            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void aTlsConnectionResetAfterTheRequestIsUncertain() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(right, null));
        try (RawServer server = RawServer.start(right.getServerSocketFactory(), "https", visitor -> {
            visitor.read();
            visitor.reset();
        })) {
            assertUncertain(send(transport, Calls.post(server.uri("/")), LONG), SmsError.UNEXPECTED_RESPONSE);
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aTlsConnectionThatTheServerClosedWhileIdleIsReplacedBeforeTheRequestLeaves() throws Exception {
        transport = new HttpTransport(OPTIONS.withTls(right, null));
        try (RawServer server = RawServer.start(right.getServerSocketFactory(), "https", visitor -> {
            visitor.read();
            visitor.write(RawServer.ok("ok"));
        })) {
            for (int i = 1; i <= 10; i++) {
                int rounds = i;
                send(transport, Calls.post(server.uri("/")), LONG).reply();
                await().until(() -> server.connections() == rounds && server.openConnections() == 0);
            }
            assertThat(server.requestCount()).isEqualTo(10);
        }
    }

    @Test
    void aProxyIsAskedForATunnelAndGetsItsPasswordWhileTheTargetDoesNot() throws Exception {
        try (RawServer server = secure(right, RawServer.ok("ok"));
                RawServer proxy = RawServer.start(visitor -> {
                    visitor.read();
                    visitor.write("HTTP/1.1 200 Connection established\r\n\r\n");
                    visitor.spliceTo(server.port());
                })) {
            transport = new HttpTransport(OPTIONS.withTls(right, null).withProxy(proxy(proxy)));

            assertThat(send(transport, Calls.post(server.uri("/x")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(send(transport, Calls.post(server.uri("/x")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(proxy.requests())
                    .containsExactly("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1\r\n"
                            + "Host: 127.0.0.1:" + server.port() + "\r\n"
                            + "Proxy-Authorization: Basic YW5hOnByb3h5LXBhc3M=\r\n\r\n");
            assertThat(server.requests())
                    .hasSize(2)
                    .allMatch(request -> request.startsWith("POST /x HTTP/1.1\r\n"))
                    .noneMatch(request -> request.contains("Proxy-"));
        }
    }

    @Test
    void aRefusedTunnelSendsNothing() throws Exception {
        try (RawServer server = secure(right, RawServer.ok("ok"));
                RawServer proxy = RawServer.answering(
                        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 2\r\n\r\nno")) {
            transport = new HttpTransport(OPTIONS.withTls(right, null).withProxy(proxy(proxy)));
            Outcome outcome = send(transport, Calls.post(server.uri("/")), LONG);

            assertNotSent(outcome);
            assertThat(outcome.failure()).hasMessageContaining("407");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aProxyThatAnswersNothingSendsNothingAndFreesThePool() throws Exception {
        try (RawServer server = secure(right, RawServer.ok("ok"));
                RawServer proxy = RawServer.start(RawServer.Visitor::hang)) {
            transport = new HttpTransport(OPTIONS.withTls(right, null)
                    .withConnectTimeout(Duration.ofMillis(300))
                    .withProxy(proxy(proxy)));

            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            assertNotSent(send(transport, Calls.post(server.uri("/")), LONG));
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void aProxyIsHandedAPlainCallWhole() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.ok("ok"))) {
            transport = new HttpTransport(OPTIONS.withProxy(proxy(proxy)));
            send(transport, Calls.post(URI.create("http://sms.invalid/api")), LONG)
                    .reply();

            assertThat(proxy.requests().get(0))
                    .startsWith("POST http://sms.invalid/api HTTP/1.1\r\nHost: sms.invalid\r\n")
                    .contains("Proxy-Authorization: Basic YW5hOnByb3h5LXBhc3M=\r\n");
        }
    }

    @Test
    void aHostThatNeedsNoProxyIsReachedDirectly() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.ok("ok"));
                RawServer proxy = RawServer.answering(RawServer.ok("proxy"))) {
            transport = new HttpTransport(OPTIONS.withProxy(
                    new ProxyOptions("127.0.0.1", proxy.port(), null, null, List.of("localhost", "127.0.*"))));

            assertThat(send(transport, Calls.post(server.uri("/")), LONG)
                            .reply()
                            .text())
                    .isEqualTo("ok");
            assertThat(proxy.connections()).isZero();
        }
    }

    private static RawServer secure(SSLContext context, String reply) throws Exception {
        return RawServer.start(context.getServerSocketFactory(), "https", visitor -> {
            while (visitor.read() != null) {
                visitor.write(reply);
            }
        });
    }

    private static ProxyOptions proxy(RawServer proxy) {
        return new ProxyOptions("127.0.0.1", proxy.port(), "ana", "proxy-pass", List.of());
    }
}
