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

import io.massms.camel.model.InboundSms;
import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedReply;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** What handsets sent arrives once, oldest first, and is marked as read only afterwards. */
class InboxConsumerTest extends SmsTestSupport {
    private static final String QUICK = "operation=inbox&delay=20&initialDelay=0&idempotentRepository=#consumed";

    @BindToRegistry("consumed")
    private final IdempotentRepository consumed = MemoryIdempotentRepository.memoryIdempotentRepository(100_000);

    private final Queue<InboundSms> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failuresOfBad = new AtomicInteger();
    private final AtomicBoolean failBad = new AtomicBoolean();

    @Test
    void messagesArriveOldestFirstWithTheirHeadersAndAreThenMarked() throws Exception {
        send(sms("smsmasivos", "to=1144445555"), "Confirma?", Map.of(SmsConstants.CLIENT_ID, "cita-7"));
        simulator.reply("smsmasivos", "1144445555", "Si");
        simulator.reply("smsmasivos", "1144446666", "Nunca\tmas\r\nadios");
        consume(sms("smsmasivos", QUICK));

        await().until(() -> received.size() == 2);
        assertThat(received).extracting(InboundSms::text).containsExactly("Si", "Nunca\tmas\r\nadios");
        assertThat(received).extracting(InboundSms::clientId).containsExactly("cita-7", null);
        assertThat(received).extracting(InboundSms::from).containsExactly("1144445555", "1144446666");
        await().until(this::nothingIsUnread);
        assertThat(received).hasSize(2);
    }

    @Test
    void aFailedMessageIsEmittedAgainAndIsNotMarkedMeanwhile() throws Exception {
        failBad.set(true);
        simulator.reply("smsmasivos", "1144445555", "bad");
        simulator.reply("smsmasivos", "1144446666", "good");
        consume(sms("smsmasivos", QUICK, "maxRedeliveries=1000"));

        await().until(() -> failuresOfBad.get() > 2);
        assertThat(unread()).extracting(SimulatedReply::text).contains("bad");
        failBad.set(false);
        await().until(this::nothingIsUnread);
        assertThat(received).extracting(InboundSms::text).containsExactly("good", "bad");
    }

    @Test
    void aMessageThatAlwaysFailsIsGivenUpAndStaysUnreadWhileOthersAreMarked() throws Exception {
        failBad.set(true);
        simulator.reply("smsmasivos", "1144445555", "bad");
        simulator.reply("smsmasivos", "1144446666", "good");
        consume(sms("smsmasivos", QUICK, "maxRedeliveries=2"));

        await().until(() -> unread().size() == 1 && failuresOfBad.get() == 3);
        simulator.reply("smsmasivos", "1144446666", "later");
        await().until(() -> unread().size() == 1 && received.size() == 2);
        assertThat(failuresOfBad).hasValue(3);
        assertThat(unread()).extracting(SimulatedReply::text).containsExactly("bad");
    }

    @Test
    void anOperatorsOwnMessagesArriveAndMarkNothingThatIsOpen() throws Exception {
        failBad.set(true);
        simulator.reply("smsmasivos", "*611", "Su saldo", null);
        simulator.reply("smsmasivos", "1144445555", "bad");
        simulator.reply("smsmasivos", "1144446666", "good");
        simulator.reply("smsmasivos", "", "Promo", null);
        consume(sms("smsmasivos", QUICK, "maxRedeliveries=1000"));

        await().until(() -> failuresOfBad.get() > 2);
        assertThat(unread()).extracting(SimulatedReply::text).contains("bad");
        failBad.set(false);
        await().until(this::nothingIsUnread);
        assertThat(received).extracting(InboundSms::text).containsExactly("Su saldo", "good", "Promo", "bad");
        assertThat(received).extracting(InboundSms::from).contains("*611", "");
    }

    @Test
    void whatAMarkingCallThatBrokeOffMarkedIsFoundByReconciliation() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "first");
        simulator.fault(
                Fault.cutConnection().provider("smsmasivos").operation("inbox").nth(5));
        consume(sms("smsmasivos", QUICK));
        await().until(() -> received.size() == 1 && nothingIsUnread());

        simulator.reply("smsmasivos", "1144445555", "second");
        await().until(() -> received.size() == 2);
        assertThat(received).extracting(InboundSms::text).containsExactly("first", "second");
    }

    @Test
    void whatACrashLeftMarkedAndUnconsumedIsFoundAtTheNextStart() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "before");
        consume(sms("smsmasivos", QUICK));
        await().until(() -> received.size() == 1 && nothingIsUnread());
        context.getRouteController().stopAllRoutes();
        simulator.reply("smsmasivos", "1144445555", "lost");
        new InboxPage(simulator.baseUrl("smsmasivos")).markAllAsRead();
        context.getRouteController().startAllRoutes();

        await().until(() -> received.size() == 2);
        assertThat(received).extracting(InboundSms::text).containsExactly("before", "lost");
    }

    @Test
    void anInboxThatWasReadByOthersBeforeIsNotConsumedAgain() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "old");
        new InboxPage(simulator.baseUrl("smsmasivos")).markAllAsRead();
        simulator.reply("smsmasivos", "1144445555", "new");
        consume(sms("smsmasivos", QUICK));

        await().until(() -> !received.isEmpty() && nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactly("new");
    }

    @Test
    void oneHandsetAloneCanBeListenedTo() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "mine");
        simulator.reply("smsmasivos", "1144446666", "yours");
        consume(sms("smsmasivos", QUICK, "from=011 15 4444-5555"));

        await().until(() -> unread().size() == 1);
        assertThat(received).extracting(InboundSms::text).containsExactly("mine");
        assertThat(unread()).extracting(SimulatedReply::text).containsExactly("yours");
    }

    @Test
    void tenThousandHostileTextsArriveOnceEach() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            texts.add(i
                    + List.of(" año", "\ttab", "\nline", "\r\n2001-12-20 13:35:14\t1004", "\t\t", " <br>", ";,|")
                            .get(i % 7));
            simulator.reply("smsmasivos", "11444" + (10_000 + i), texts.get(i), null);
        }
        consume(sms("smsmasivos", QUICK, "maxMessagesPerPoll=3000"));

        await().atMost(Duration.ofSeconds(60)).until(() -> received.size() >= 10_000 && nothingIsUnread());
        assertThat(received).extracting(InboundSms::text).containsExactlyElementsOf(texts);
    }

    @Test
    void anAnswerGoesBackToTheHandsetAndTakesNothingElseAlong() throws Exception {
        send(sms("smsmasivos", "to=1144445555"), "Confirma?", Map.of(SmsConstants.CLIENT_ID, "cita-7"));
        simulator.reply("smsmasivos", "1144445555", "Si");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(sms("smsmasivos", QUICK))
                        .setHeader("CamelSmsTo", header("CamelSmsFrom"))
                        .removeHeaders("CamelSms*", "CamelSmsTo")
                        .setBody(constant("Gracias"))
                        .to(sms("smsmasivos"));
            }
        });

        await().until(() -> simulator.messages().size() == 2);
        assertThat(simulator.messages().get(1)).satisfies(answer -> {
            assertThat(answer.to()).isEqualTo("1144445555");
            assertThat(answer.text()).isEqualTo("Gracias");
            assertThat(answer.from()).isNull();
            assertThat(answer.clientId()).isNull();
        });
    }

    @Test
    void fetchingOnceMarksNothing() {
        simulator.reply("smsmasivos", "1144445555", "uno");
        simulator.reply("smsmasivos", "1144445555", "dos");
        List<?> inbox =
                send(sms("smsmasivos", "operation=inbox"), null).getMessage().getBody(List.class);

        assertThat(inbox).extracting(message -> ((InboundSms) message).text()).containsExactly("uno", "dos");
        assertThat(unread()).hasSize(2);
    }

    @Test
    void theSpreadsheetIsHandedThrough() throws Exception {
        simulator.reply("smsmasivos", "1144445555", "uno");
        InputStream sheet = (InputStream) send(sms("smsmasivos", "operation=inbox", "format=excel"), null)
                .getMessage()
                .getBody();

        assertThat(new String(sheet.readAllBytes(), "ISO-8859-1")).contains("uno");
        assertThat(unread()).hasSize(1);
    }

    private List<SimulatedReply> unread() {
        return simulator.replies().stream().filter(reply -> !reply.read()).toList();
    }

    private boolean nothingIsUnread() {
        return unread().isEmpty();
    }

    private void consume(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> {
                    InboundSms message = exchange.getMessage().getBody(InboundSms.class);
                    if (failBad.get() && message.text().equals("bad")) {
                        failuresOfBad.incrementAndGet();
                        throw new IllegalStateException("not yet");
                    }
                    received.add(message);
                });
            }
        });
    }
}
