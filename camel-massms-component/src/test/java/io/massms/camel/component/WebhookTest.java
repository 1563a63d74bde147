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
package io.massms.camel.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.massms.camel.model.InboundSms;
import io.massms.camel.number.Msisdn;
import io.massms.camel.optout.MemoryOptOutRepository;
import io.massms.camel.optout.OptOutRepository;
import io.massms.simulator.SimulatedPush;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.component.webhook.WebhookEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that providers push, over real HTTP. */
class WebhookTest extends CamelTestSupport {
    private static final String SECRET = "q7Zr_m3-Xk9bT2vL";
    private static final String GOOD = "/sms/" + SECRET + "?mensaje=Hola&celular=573001234567";
    private static final String TEXT = "¿Canción número 1? ¡Sí, señor! & 50% = a+b";

    private final VertxPlatformHttpServer server = anyPort();
    private final Queue<InboundSms> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addService(server);
        return context;
    }

    static VertxPlatformHttpServer anyPort() {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        return new VertxPlatformHttpServer(configuration);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "itcloud, 573001234567, UTF-8",
        "itcloud, 573001234567, ISO-8859-1",
        "smsmasivos, 1144445555, UTF-8",
        "smsmasivos, 1144445555, ISO-8859-1"
    })
    void whatAHandsetSendsArrives(String provider, String from, String charset) throws Exception {
        receive(webhook(provider));
        Instant before = Instant.now();
        try (Simulator simulator = simulator(Charset.forName(charset))) {
            simulator.pushTo(provider, url("/sms/" + SECRET));
            simulator.reply(provider, from, TEXT, "pedido-7");

            await().until(() -> simulator.pushes().stream().anyMatch(SimulatedPush::delivered));
        }
        assertThat(received).singleElement().satisfies(sms -> {
            assertThat(sms.provider()).isEqualTo(provider);
            assertThat(sms.from()).isEqualTo(from);
            assertThat(sms.text()).isEqualTo(TEXT);
            assertThat(sms.clientId()).isEqualTo(provider.equals("smsmasivos") ? "pedido-7" : null);
            assertThat(sms.messageId()).isNull();
            assertThat(sms.receivedTime()).isBetween(before, Instant.now());
        });
    }

    @Test
    void aMessageThatTheRouteDoesNotTakeIsPushedAgain() throws Exception {
        failures.set(2);
        receive(webhook("itcloud"));
        try (Simulator simulator = simulator(StandardCharsets.UTF_8)) {
            simulator.pushTo("itcloud", url("/sms/" + SECRET));
            simulator.reply("itcloud", "573001234567", TEXT);

            await().until(() -> simulator.pushes().stream().anyMatch(SimulatedPush::delivered));
            assertThat(simulator.pushes()).extracting(SimulatedPush::status).containsExactly(503, 503, 200);
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void whatTheRouteDoesOnFailureIsDoneBeforeTheAnswer() throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.start();
        failures.set(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(webhook("itcloud"))
                        .idempotentConsumer(simple("${header.CamelSmsFrom} ${bodyAs(String)}"), repository)
                        .process(WebhookTest.this::take);
            }
        });

        assertThat(get(server.getPort(), GOOD)).isEqualTo(503);
        assertThat(get(server.getPort(), GOOD)).isEqualTo(200);
        assertThat(get(server.getPort(), GOOD)).isEqualTo(200);
        assertThat(received).hasSize(1);
    }

    @Test
    void aMessageWhoseStepEndsInAnErrorIsPushedAgain() throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.start();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(webhook("itcloud"))
                        .idempotentConsumer(simple("${header.CamelSmsFrom} ${bodyAs(String)}"), repository)
                        .process(SmsTestSupport.afterAnError(
                                failures,
                                exchange -> received.add(exchange.getMessage().getBody(InboundSms.class))));
            }
        });

        assertThat(get(server.getPort(), GOOD)).isEqualTo(503);
        assertThat(get(server.getPort(), GOOD)).isEqualTo(200);
        assertThat(received).hasSize(1);
    }

    @Test
    void aStopWordThatCouldNotBeStoredIsPushedAgain() throws Exception {
        OptOutRepository remembered = new MemoryOptOutRepository();
        failures.set(1);
        context.getRegistry().bind("optOuts", OptOutRepository.class, awayAtFirst(remembered));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(webhook("itcloud") + "&optOut=true&optOutRepository=#optOuts")
                        .process(exchange -> received.add(exchange.getMessage().getBody(InboundSms.class)));
            }
        });
        String stop = GOOD.replace("Hola", "BAJA");

        assertThat(get(server.getPort(), stop)).isEqualTo(503);
        assertThat(received).isEmpty();
        assertThat(get(server.getPort(), stop)).isEqualTo(200);
        assertThat(received).extracting(InboundSms::text).containsExactly("BAJA");
        assertThat(remembered.contains("+573001234567")).isTrue();
    }

    /** The library knows no such range of Chile, but a message can go there: new ranges are opened before any library knows them. */
    @Test
    void aStopWordFromANumberAbroadWhoseRangeIsUnknownIsRemembered() throws Exception {
        OptOutRepository remembered = new MemoryOptOutRepository();
        context.getRegistry().bind("optOuts", OptOutRepository.class, remembered);
        receive(webhook("itcloud") + "&optOut=true&optOutRepository=#optOuts");

        assertThat(get(server.getPort(), "/sms/" + SECRET + "?mensaje=BAJA&celular=56912345678"))
                .isEqualTo(200);
        assertThat(remembered.contains(Msisdn.parse("+56 9 1234 5678", "CO").e164()))
                .isTrue();
    }

    @Test
    void thatAStopWordComesFromNoNumberIsLogged() throws Exception {
        context.getRegistry().bind("optOuts", OptOutRepository.class, new MemoryOptOutRepository());
        receive(webhook("itcloud") + "&optOut=true&optOutRepository=#optOuts");
        try (LogLines log = LogLines.of(OptOutReplies.class)) {
            assertThat(get(server.getPort(), "/sms/" + SECRET + "?mensaje=BAJA&celular=85432"))
                    .isEqualTo(200);

            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains("itcloud", "no number")
                    .doesNotContain("85432");
        }
    }

    /** Refuses to remember as often as there are failures to come. */
    private OptOutRepository awayAtFirst(OptOutRepository remembered) {
        return (OptOutRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OptOutRepository.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("add") && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the database is away");
                    }
                    return method.invoke(remembered, arguments);
                });
    }

    @Test
    void theAnswerHoldsNothingOfTheRouteAndNoStackTrace() throws Exception {
        receive(webhook("itcloud"));
        HttpResponse<String> taken = call(HttpRequest.newBuilder(URI.create(url(GOOD))));
        failures.set(1);
        HttpResponse<String> failed = call(HttpRequest.newBuilder(URI.create(url(GOOD))));

        assertThat(taken.body()).isEqualTo("OK");
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).isEmpty();
        for (HttpResponse<String> answer : new HttpResponse[] {taken, failed}) {
            assertThat(answer.headers().map()).containsOnlyKeys("content-type", "transfer-encoding");
        }
    }

    @Test
    void theRouteSeesNothingOfTheRequest() throws Exception {
        Queue<Map<String, Object>> headers = new ConcurrentLinkedQueue<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(webhook("itcloud"))
                        .process(exchange -> headers.add(exchange.getMessage().getHeaders()))
                        .convertBodyTo(String.class)
                        .to("mock:text");
            }
        });
        getMockEndpoint("mock:text").expectedBodiesReceived("Hola");
        get(server.getPort(), GOOD + "&CamelFileName=x&Other=y");

        getMockEndpoint("mock:text").assertIsSatisfied();
        assertThat(headers.element().keySet())
                .containsExactlyInAnyOrder(
                        "CamelSmsProvider",
                        "CamelSmsFrom",
                        "CamelSmsTo",
                        "CamelSmsClientId",
                        "CamelSmsMessageId",
                        "CamelSmsReceivedTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mensaje=Canci%C3%B3n&celular=573001234567", "MENSAJE=Canci%C3%B3n&Celular=573001234567"})
    void aFormIsTakenToo(String form) throws Exception {
        receive(webhook("itcloud"));

        assertThat(post("/sms/" + SECRET, form)).isEqualTo(200);
        assertThat(received).singleElement().extracting(InboundSms::text).isEqualTo("Canción");
    }

    @Test
    void aFormWhoseLettersTheServerLostIsRefused() throws Exception {
        receive(webhook("itcloud"));

        assertThat(post("/sms/" + SECRET, "mensaje=Canci%F3n&celular=573001234567"))
                .isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @Test
    void aReplacementCharacterThatTheProviderSentIsTaken() throws Exception {
        receive(webhook("itcloud"));

        assertThat(get(server.getPort(), GOOD.replace("Hola", "Canci%EF%BF%BDn")))
                .isEqualTo(200);
        assertThat(received).singleElement().extracting(InboundSms::text).isEqualTo("Canci\uFFFDn");
    }

    @Test
    void theCharsetOfABodyThatIsNotThereDoesNotGarbleAQuery() throws Exception {
        receive(webhook("itcloud"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(GOOD.replace("Hola", "Canci%C3%B3n"))));

        assertThat(call(request.header("Content-Type", "text/plain; charset=ISO-8859-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(received).singleElement().extracting(InboundSms::text).isEqualTo("Canción");
    }

    @ParameterizedTest
    @CsvSource({
        "CamelHttpRawQuery, mensaje=Hola&celular=573001234567",
        "CamelHttpQuery, mensaje=Hola&celular=573001234567",
        "CamelHttpMethod, HEAD"
    })
    void aCallerCannotSayWhatTheServerSays(String name, String value) throws Exception {
        receive(webhook("itcloud"));

        for (String query : new String[] {"", "?a=b"}) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/sms/" + SECRET + query)));
            assertThat(call(request.header(name, value)).statusCode()).isEqualTo(400);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void whatIsNotEscapedIsReadAsUtf8() throws Exception {
        receive(webhook("itcloud"));
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            String request = "GET " + GOOD.replace("Hola", "Canción") + " HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(received).singleElement().extracting(InboundSms::text).isEqualTo("Canción");
    }

    @ParameterizedTest
    @CsvSource({"a&IDINTERNO=b,", "a&IDINTERNO=a,a", "a&IDINTERNO=,a"})
    void aReferenceThatComesTwiceDoesNotLoseTheMessage(String references, String clientId) throws Exception {
        receive(webhook("smsmasivos"));

        assertThat(get(server.getPort(), "/sms/" + SECRET + "?ORIGEN=1144445555&TEXTO=Hola&IDINTERNO=" + references))
                .isEqualTo(200);
        assertThat(received).singleElement().extracting(InboundSms::clientId).isEqualTo(clientId);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        /sms/wrong-wrong-wrong?mensaje=a&celular=1      | 403
        /sms/SECRETx?mensaje=a&celular=1                | 403
        /sms/secret?mensaje=a&celular=1                 | 403
        /sms/%71SUFFIX?mensaje=a&celular=1              | 403
        /sms/SECRET%00?mensaje=a&celular=1              | 403
        /sms/SECRET;a=b?mensaje=a&celular=1             | 403
        /sms/SECRET%2F?mensaje=a&celular=1              | 403
        /sms/x?smsWebhookSecret=SECRET&mensaje=a&celular=1     | 403
        /sms/x?CamelHttpUri=/sms/SECRET&mensaje=a&celular=1    | 403
        /sms/x?a=/SECRET                                | 403
        /sms?mensaje=a&celular=1                        | 404
        /sms/?mensaje=a&celular=1                       | 404
        /sms/SECRET/x?mensaje=a&celular=1               | 404
        /sms/SECRET                                     | 400
        /sms/SECRET?mensaje=a                           | 400
        /sms/SECRET?celular=1                           | 400
        /sms/SECRET?celular=&mensaje=a                  | 400
        /sms/SECRET?celular=1&mensaje=a&celular=2       | 400
        /sms/SECRET?celular=1%0d%0aX-Evil:1&mensaje=a   | 400
        /sms/SECRET?celular=1%00&mensaje=a              | 400
        """)
    void aForgedCallIsRefused(String path, int status) throws Exception {
        receive(webhook("itcloud"));
        String forged = path.replace("SECRET", SECRET).replace("SUFFIX", SECRET.substring(1));

        assertThat(get(server.getPort(), forged)).isEqualTo(status);
        assertThat(received).isEmpty();
        assertThat(endpoint().getRefusedPushes()).isEqualTo(status == 404 ? 0 : 1);
    }

    @Test
    void whatIsFarTooLongIsRefused() throws Exception {
        receive(webhook("itcloud"));

        assertThat(post("/sms/" + SECRET, "celular=1&mensaje=" + "x".repeat(20_000)))
                .isBetween(400, 499);
        assertThat(get(server.getPort(), GOOD + "x".repeat(20_000))).isBetween(400, 499);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"})
    void otherMethodsAreNotServed(String method) throws Exception {
        receive(webhook("itcloud"));

        assertThat(call(HttpRequest.newBuilder(URI.create(url(GOOD)))
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        127.0.0.1                | -            | -                              |                                | 200
        127.0.0.0/8,::1          | -            | 198.51.100.9                   |                                | 200
        203.0.113.7              | -            | -                              |                                | 403
        203.0.113.7              | -            | 203.0.113.7                    |                                | 403
        203.0.113.7              | 198.51.100.9 | 203.0.113.7                    |                                | 403
        203.0.113.7              | 127.0.0.1    | 203.0.113.7                    |                                | 200
        203.0.113.7              | 127.0.0.1    | 198.51.100.9, 203.0.113.7      |                                | 200
        203.0.113.7              | 127.0.0.1    | 203.0.113.7, 198.51.100.9      |                                | 403
        203.0.113.7              | 127.0.0.1,198.51.100.9 | 203.0.113.7, 198.51.100.9 |                           | 200
        203.0.113.7              | 127.0.0.1    | 203.0.113.7:4711               |                                | 200
        203.0.113.7              | 127.0.0.1    | 203.0.113.7, unknown           |                                | 403
        203.0.113.7              | 127.0.0.1    | 203.0.113.7,                   |                                | 403
        203.0.113.7              | 127.0.0.1    | -                              |                                | 403
        203.0.113.7              | 127.0.0.1    | 198.51.100.9                   | &X-Forwarded-For=203.0.113.7   | 403
        203.0.113.7              | 127.0.0.1    | 198.51.100.9                   | &a=b;x-forwarded-for=203.0.113.7 | 403
        203.0.113.7              | 127.0.0.1    | 198.51.100.9                   | &%58-Forwarded-For=203.0.113.7 | 403
        203.0.113.7              | 127.0.0.1    | -                              | &X-Forwarded-For=203.0.113.7   | 403
        203.0.113.7              | -            | -                              | &CamelVertxPlatformHttpRemoteAddress=203.0.113.7:1 | 403
        """)
    void onlyAllowedAddressesMayPush(String allowed, String proxies, String forwarded, String query, int status)
            throws Exception {
        receive(webhook("itcloud") + "&webhookAllowedAddresses=" + allowed
                + (proxies == null ? "" : "&webhookTrustedProxies=" + proxies));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(GOOD + (query == null ? "" : query))));
        if (forwarded != null) {
            request.header("X-Forwarded-For", forwarded);
        }

        assertThat(call(request).statusCode()).isEqualTo(status);
        assertThat(received).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void withoutASecretThePathIsTheWholePath() throws Exception {
        receive("webhook:sms:smsmasivos?operation=inbox&webhookComponentName=platform-http&webhookPath=/in"
                + "&webhookSecretRequired=false");

        assertThat(get(server.getPort(), "/in?ORIGEN=1144445555&TEXTO=Hola")).isEqualTo(200);
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        itcloud?operation=inbox                                  | webhookSecret is missing
        itcloud?operation=inbox&webhookSecret=short              | right is 16 to 200 letters, digits, hyphens and underscores
        itcloud?operation=inbox&webhookSecret=with/a/slash-in-it | right is 16 to 200 letters, digits, hyphens and underscores
        itcloud?webhookSecretRequired=false                      | missing: user, token; where it is to be a webhook, right is operation=inbox
        itcloud?operation=balance&user=a&token=b                 | A webhook of itcloud cannot have operation=balance; right is operation=inbox
        natalia?user=a&password=b                                | A webhook of natalia is of no use: the provider pushes nothing
        natalia?operation=inbox&user=a&password=b                | natalia has no operation 'inbox'
        itcloud?operation=inbox&webhookSecretRequired=false&webhookAllowedAddresses=example.com | webhookAllowedAddresses: 'example.com' is no IP address
        itcloud?operation=inbox&webhookSecretRequired=false&webhookTrustedProxies=1.2.3.4/99    | webhookTrustedProxies: '1.2.3.4/99' is no IP address
        """)
    void aWrongOptionFailsTheStartAndSaysWhatIsRight(String uri, String expected) {
        assertThatThrownBy(() -> context.getEndpoint("webhook:sms:" + uri + "&webhookComponentName=platform-http"))
                .hasStackTraceContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "itcloud?user=a&token=b&sendWindow=junk",
                "itcloud?user=a&token=b&maxPartsPerMessage=-1",
                "itcloud?user=a&token=b&channel=soap",
                "smsmasivos?apiKey=a&recipientsPerRequest=7000"
            })
    void whereNoCredentialsAreMissingAWrongOptionIsNotTakenForThatOfAWebhook(String uri) {
        assertThatThrownBy(() -> context.getEndpoint("sms:" + uri).start())
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("webhook"));
    }

    @Test
    void aProviderThatPushesCannotBePolled() {
        assertThatThrownBy(() -> receive("sms:itcloud?operation=inbox&user=a&token=b"))
                .hasStackTraceContaining("itcloud cannot be asked for its inbox, it pushes; right is to consume from"
                        + " webhook:sms:itcloud?operation=inbox");
    }

    /** The provider would get its 200 before anybody has taken the message. */
    @Test
    void aWebhookCannotBePolled() throws Exception {
        assertThatThrownBy(() -> consumer.receiveNoWait(webhook("itcloud")))
                .hasStackTraceContaining("A webhook cannot be polled")
                .hasStackTraceContaining("right is a route that consumes from webhook:sms:itcloud")
                .satisfies(wrong -> assertThat(wrong).hasMessageNotContaining(SECRET));

        assertThat(get(server.getPort(), GOOD)).isEqualTo(404);
    }

    private static String webhook(String provider) {
        return "webhook:sms:" + provider + "?operation=inbox&webhookComponentName=platform-http&webhookPath=/sms"
                + "&webhookSecret=" + SECRET;
    }

    private void receive(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("inbox").process(WebhookTest.this::take).setHeader("X-Internal", constant("x"));
            }
        });
    }

    private void take(Exchange exchange) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("not yet");
        }
        received.add(exchange.getMessage().getBody(InboundSms.class));
    }

    private SmsEndpoint endpoint() {
        return (SmsEndpoint) ((WebhookEndpoint) context.getRoute("inbox").getEndpoint()).getEndpoint();
    }

    private static Simulator simulator(Charset charset) {
        return Simulator.start(new SimulatorOptions()
                .pushRetries(5)
                .pushRetryDelay(Duration.ofMillis(10))
                .pushCharset(charset));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private int post(String path, String form) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .statusCode();
    }

    static int get(int port, String path) throws Exception {
        return call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                .statusCode();
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
