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
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a page of the inbox is cut off, no message comes under another one's id or reference, none comes twice, and none is lost. */
@Timeout(120)
class InboxTruncatedPageTest extends CamelTestSupport {
    private static final String OLD = "1155550000\tviejo\t2026-11-19 10:00:00\t1000345\t\r\n";
    private static final String FIRST = "1155556666\thola\t2026-11-20 13:35:10\t1002344\tpedido-7001\r\n";
    private static final String SECOND = "1155554444\tBAJA\t2026-11-20 13:35:14\t1002345\tpedido-7002\r\n";
    private static final String PAGE = SECOND + FIRST;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> unread = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private volatile UnaryOperator<String> damage = UnaryOperator.identity();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageThatIsCutOffAnywhereYieldsNoMessageThatNobodySent() {
        unread.addAll(List.of(SECOND, FIRST));
        List<InboundSms> whole = fetch().getMessage().getBody(List.class);
        for (int length = 0; length <= PAGE.length(); length++) {
            cutOnce(length);
            Exchange exchange = fetch();

            if (exchange.getException() == null) {
                assertThat(whole)
                        .as("cut off behind %s", length)
                        .containsAll(exchange.getMessage().getBody(List.class));
            } else {
                assertThat(exchange.getException()).isInstanceOf(SmsTemporaryException.class);
                assertThat(((SmsTemporaryException) exchange.getException()).getError())
                        .isEqualTo(SmsError.UNEXPECTED_RESPONSE);
            }
        }
    }

    @Test
    void whatASecondAnswerLacksIsEmittedAsTheFirstOneHadIt() {
        unread.addAll(List.of(SECOND, FIRST));
        List<?> whole = fetch().getMessage().getBody(List.class);
        AtomicInteger answers = new AtomicInteger();
        damage = page -> answers.getAndIncrement() == 0 ? page.stripTrailing() : "";

        assertThat(fetch().getMessage().getBody(List.class)).isEqualTo(whole);
    }

    @Test
    void aServerThatEndsItsLastLineWithNothingIsAskedTwiceAndBelieved() {
        unread.addAll(List.of(SECOND, FIRST));
        List<?> whole = fetch().getMessage().getBody(List.class);
        assertThat(requests).hasValue(1);
        damage = String::stripTrailing;

        assertThat(fetch().getMessage().getBody(List.class)).isEqualTo(whole);
        assertThat(requests).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aMessageComesOnceAndUnderItsOwnIdWhicheverAnswerIsCutOff(int answer) throws Exception {
        for (int length = SECOND.indexOf("345"); length < SECOND.length(); length++) {
            unread.clear();
            read.clear();
            received.clear();
            damage = UnaryOperator.identity();
            read.add(OLD);
            consume();
            awaitRequests(6);
            int cut = length;
            AtomicInteger left = new AtomicInteger(answer);
            damage = page -> page.startsWith(SECOND) && left.getAndDecrement() == 0 ? page.substring(0, cut) : page;
            arrive(SECOND);
            await().pollInterval(Duration.ofMillis(5)).until(() -> allIsRead() && left.get() < 0);
            awaitRequests(6);

            assertThat(received).as("cut off behind %s", length).containsExactly("BAJA 1002345 pedido-7002");
            context.getRouteController().stopRoute("inbox");
            context.removeRoute("inbox");
            context.getComponent("sms", SmsComponent.class).stop();
            context.removeComponent("sms");
        }
    }

    @Test
    void fromAServerThatEndsItsLastLineWithNothingAllMessagesCome() throws Exception {
        damage = String::stripTrailing;
        read.add(OLD);
        consume();
        awaitRequests(6);
        arrive(FIRST);
        await().pollInterval(Duration.ofMillis(5)).until(this::allIsRead);
        arrive(SECOND);
        await().pollInterval(Duration.ofMillis(5)).until(this::allIsRead);
        awaitRequests(6);

        assertThat(received).containsExactly("hola 1002344 pedido-7001", "BAJA 1002345 pedido-7002");
    }

    private void cutOnce(int length) {
        AtomicInteger answers = new AtomicInteger();
        damage = page -> answers.getAndIncrement() == 0 ? page.substring(0, length) : page;
    }

    private Exchange fetch() {
        return template.request(sms(""), exchange -> {});
    }

    private void consume() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("&delay=10&initialDelay=0&reconcileInterval=200"))
                        .routeId("inbox")
                        .process(exchange -> {
                            InboundSms sms = exchange.getMessage().getBody(InboundSms.class);
                            received.add(sms.text() + " " + sms.messageId() + " " + sms.clientId());
                        });
            }
        });
    }

    private String sms(String options) {
        return "sms:smsmasivos?operation=inbox&apiKey=k3y-three&baseUrl=http://localhost:"
                + server.getAddress().getPort() + options;
    }

    private void awaitRequests(int count) {
        int before = requests.get();
        await().pollInterval(Duration.ofMillis(5)).until(() -> requests.get() >= before + count);
    }

    private void arrive(String record) {
        synchronized (unread) {
            unread.add(0, record);
        }
    }

    private boolean allIsRead() {
        synchronized (unread) {
            return unread.isEmpty();
        }
    }

    private void answer(HttpExchange http) throws IOException {
        String form = new String(http.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        requests.incrementAndGet();
        byte[] page = damage.apply(page(form)).getBytes(StandardCharsets.ISO_8859_1);
        http.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
        http.getResponseBody().write(page);
        http.close();
    }

    private String page(String form) {
        synchronized (unread) {
            String page = String.join("", unread) + (form.contains("solonoleidos=1") ? "" : String.join("", read));
            if (form.contains("marcarcomoleidos=1")) {
                read.addAll(0, unread);
                unread.clear();
            }
            return page;
        }
    }
}
