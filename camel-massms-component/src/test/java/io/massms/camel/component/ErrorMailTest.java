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
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.massms.camel.error.SmsException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.Submission;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import jakarta.mail.Flags;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What could not be sent by mail comes back by mail, and settles the tracker. */
class ErrorMailTest extends CamelTestSupport {
    private static final String LANDLINE = "1199900001";
    private static final String ACCOUNT = "user=USU500&password=CLAVE500";
    private static final String SETTLE =
            "sms:smsmasivos?operation=settle&channel=smtp&" + ACCOUNT + "&tracker=#tracker";

    private final GreenMail office = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final MemoryTracker tracker = new MemoryTracker(1_000, new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private final Queue<SmsStatus> settled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private Simulator simulator;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        office.start();
        office.setUser("office@example.org", "office", "mail");
        simulator = Simulator.start(new SimulatorOptions()
                .smtpPort(0)
                .errorMails("127.0.0.1", office.getSmtp().getPort()));
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("tracker", tracker);
        context.getRegistry().bind("errorMailsSeen", new MemoryIdempotentRepository());
        SmsComponent sms = new SmsComponent();
        sms.getConfiguration().setMailEndpoint(mailServer());
        context.addComponent("sms", sms);
        context.getPropertiesComponent()
                .addInitialProperty(
                        "errorMails",
                        "imap://127.0.0.1:" + office.getImap().getPort()
                                + "?username=office&password=mail&delay=20&initialDelay=0");
        return context;
    }

    @AfterEach
    void stopServers() {
        simulator.close();
        office.stop();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // tag::route[]
                from("{{errorMails}}") // imaps://mail.example.com?username=...&password=...
                        .removeHeaders("Camel*") // a stranger's mail may have some: they are not to say what is done
                        .filter(header("From").contains("api@smsmasivos.com.ar"))
                        .idempotentConsumer(simple("${header.Message-ID} ${header.Date}"))
                        .idempotentRepository("errorMailsSeen")
                        .eager(false) // a mail counts as seen once its status arrived, not before
                        .to("sms:smsmasivos?operation=settle&channel=smtp&" + ACCOUNT + "&tracker=#tracker")
                        .to("direct:settled"); // the body is a list of SmsStatus
                // end::route[]
                from("direct:settled")
                        .process(exchange -> takeSettled(exchange.getMessage().getBody(Collection.class)));
            }
        };
    }

    private void takeSettled(Collection<?> statuses) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        statuses.forEach(status -> settled.add((SmsStatus) status));
    }

    @Test
    void aMessageThatTheProviderRefusesByMailIsSettled() {
        send("1144445555", "Hola");
        send(LANDLINE, "Hola");

        await().until(() -> !settled.isEmpty());
        assertThat(settled)
                .extracting(SmsStatus::to, SmsStatus::state, SmsStatus::error)
                .containsExactly(tuple(LANDLINE, SmsState.REJECTED, SmsError.LANDLINE));
        assertThat(outstanding(LANDLINE)).isEmpty();
        assertThat(outstanding("1144445555")).hasSize(1);
    }

    @Test
    void ofSeveralToOneRecipientTheLastBeforeTheMailIsSettled() throws Exception {
        send("1144445555", "uno");
        later(Duration.ofMinutes(10));
        Instant second = now.get();
        send("1144445555", "dos");
        later(Duration.ofMinutes(10));
        send("1144445555", "tres");
        deliver("1144445555: el mensaje fue rechazado por la telefonica", second.plusSeconds(30));

        await().until(() -> !settled.isEmpty());
        assertThat(outstanding("1144445555"))
                .extracting(TrackedMessage::created)
                .doesNotContain(second)
                .hasSize(2);
    }

    @Test
    void theTextThatTheMailRepeatsGoesBeforeTheDate() throws Exception {
        Instant first = now.get();
        send("1144445555", "Su turno: lunes");
        later(Duration.ofMinutes(10));
        send("1144445555", "Su turno: martes");
        deliver(
                "Asunto: USU500 *** 1144445555 Su turno: lunes\r\n\r\n+54 1144445555: numero invalido\r\n"
                        + "1144445555: el numero corresponde a un telefono fijo",
                now.get());

        await().until(() -> !settled.isEmpty());
        assertThat(outstanding("1144445555"))
                .extracting(TrackedMessage::created)
                .doesNotContain(first)
                .hasSize(1);
    }

    @Test
    void ofWhatTheMailRepeatsNeitherTheLoginNorTheTextIsKept() throws Exception {
        send("1144445555", "Su clave es 4711");
        deliver(
                "1144445555: no se pudo enviar: USU500 CLAVE500 1144445555 Su clave es 4711",
                now.get().plusSeconds(30));

        await().until(() -> !settled.isEmpty());
        SmsStatus status = settled.remove();
        assertThat(status.error()).isEqualTo(SmsError.OTHER);
        assertThat(status.providerText()).isEqualTo("no se pudo enviar: xxxxxx xxxxxx 114*****55 [text]");
    }

    @Test
    void theWordsOfAMailAreCutToAReasonableLength() {
        send("1144445555", "Hola");
        Map<String, Object> headers = Map.of("Message-ID", "<1@example.org>", "Date", date(now.get()));
        List<?> statuses = settle(
                headers, "1144445555: " + "muy largo ".repeat(10) + "para USU500 CLAVE500 " + "x".repeat(1 << 20));

        assertThat(statuses)
                .singleElement()
                .extracting("providerText")
                .asString()
                .hasSize(120)
                .doesNotContain("CLAV");
    }

    @Test
    void aMailWrittenBeforeTheMessageAndOneThatCameTwiceSettleNothing() throws Exception {
        send("1144445555", "uno");
        send("1144445555", "dos");
        deliver("1144445555: algo", now.get().minus(Duration.ofHours(1)));
        MimeMessage mail = mail("1144445555: algo", now.get().plusSeconds(5));
        GreenMailUtil.sendMimeMessage(mail);
        GreenMailUtil.sendMimeMessage(mail);
        deliver("1199999999: algo", now.get());

        await().until(() -> allSeen(4));
        assertThat(settled).hasSize(1);
        assertThat(outstanding("1144445555")).hasSize(1);
    }

    @Test
    void aMailWhoseRouteFailedReportsTheSameMessageWhenItIsReadAgain() throws Exception {
        Instant first = now.get();
        send("1144445555", "uno");
        later(Duration.ofMinutes(10));
        Instant second = now.get();
        send("1144445555", "dos");
        failures.set(2);
        deliver("1144445555: el mensaje fue rechazado por la telefonica", second.plusSeconds(30));

        await().until(() -> !settled.isEmpty());
        assertThat(settled)
                .extracting(SmsStatus::to, SmsStatus::state)
                .containsExactly(tuple("1144445555", SmsState.REJECTED));
        assertThat(outstanding("1144445555"))
                .extracting(TrackedMessage::created)
                .containsExactly(first);
    }

    @Test
    void theSameMailSettlesTheSameMessageThoughNobodyRemembersIt() {
        send("1144445555", "uno");
        send("1144445555", "dos");
        Map<String, Object> named = Map.of("Message-ID", "<1@example.org>", "Date", date(now.get()));
        List<?> settledBefore = settle(named, "1144445555: algo");

        assertThat(settledBefore).hasSize(1);
        assertThat(settle(named, "1144445555: algo")).isEqualTo(settledBefore);
        assertThat(outstanding("1144445555")).hasSize(1);
        assertThat(settle(Map.of("Message-ID", "<2@example.org>", "Date", date(now.get())), "1144445555: algo"))
                .hasSize(1);
        assertThat(outstanding("1144445555")).isEmpty();
    }

    @Test
    void aMailWithoutAnIdIsKnownByItsDateAndItsText() {
        send("1144445555", "uno");
        send("1144445555", "dos");
        Map<String, Object> dated = Map.of("Date", date(now.get()));
        List<?> settledBefore = settle(dated, "1144445555: algo");

        assertThat(settle(dated, "1144445555: algo")).isEqualTo(settledBefore);
        assertThat(outstanding("1144445555")).hasSize(1);
        assertThat(settle(dated, "1144445555: otra cosa")).hasSize(1);
    }

    @Test
    void headersOfAMailNeitherSendNorSettleAnything() throws Exception {
        UUID open = open("order-1");
        deliver("Hola", now.get(), "CamelSmsOperation", "send", "CamelSmsTo", "1155556666");
        deliver("Hola", now.get(), "CamelSmsClientId", "order-1", "CamelSmsState", "REJECTED");

        await().until(() -> allSeen(2));
        assertThat(simulator.messages()).isEmpty();
        assertThat(tracker.find(open).orElseThrow().state()).isEqualTo(SmsState.UNKNOWN);
        assertThat(settled).isEmpty();
    }

    /** A message by mail of which nobody knows whether it left. */
    private UUID open(String clientId) {
        Submission submission =
                new Submission(account(), "smsmasivos", "1144445555", clientId, true, 1, 1, null, Channel.smtp);
        return SmsTestSupport.uncertain(tracker, submission);
    }

    private List<?> settle(Map<String, Object> headers, String text) {
        return template.request(SETTLE, exchange -> {
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                    exchange.getMessage().setBody(text);
                })
                .getMessage()
                .getBody(List.class);
    }

    private static String date(Instant time) {
        return new MailDateFormat().format(Date.from(time));
    }

    private String mailServer() {
        return "smtp://127.0.0.1:" + simulator.smtpPort() + "?username=sms&password=mail&from=office@example.org";
    }

    /** Else a receipt would hold what only trackers understand. */
    @Test
    void theMailThatSettledAMessageIsNotItsId() throws Exception {
        Exchange sent = sendOrder();
        assertThat(sent.getException()).isNull();
        deliver(
                "1144445555: el mensaje fue rechazado por la telefonica",
                now.get().plusSeconds(30));
        await().until(() -> !settled.isEmpty());

        SmsException again = sendOrder().getException(SmsException.class);
        assertThat(again.getReceipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(SmsState.REJECTED);
            assertThat(receipt.messageId()).isNull();
        });
    }

    private Exchange sendOrder() {
        return template.request(
                "sms:smsmasivos?channel=smtp&idempotent=true&" + ACCOUNT + "&to=1144445555&tracker=#tracker",
                exchange -> {
                    exchange.getMessage().setBody("Hola");
                    exchange.getMessage().setHeader(SmsConstants.CLIENT_ID, "order-1");
                });
    }

    private void send(String to, String text) {
        assertThat(template.request(
                                "sms:smsmasivos?channel=smtp&" + ACCOUNT + "&to=" + to
                                        + "&numberPolicy=asIs&tracker=#tracker",
                                exchange -> exchange.getMessage().setBody(text))
                        .getException())
                .isNull();
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private List<TrackedMessage> outstanding(String to) {
        return tracker.findOutstanding(account(), Channel.smtp, to);
    }

    private String account() {
        return context.getEndpoint(SETTLE, SmsEndpoint.class).getAccountKey();
    }

    private void deliver(String text, Instant date, String... headers) throws Exception {
        MimeMessage mail = mail(text, date);
        for (int i = 0; i < headers.length; i += 2) {
            mail.setHeader(headers[i], headers[i + 1]);
        }
        GreenMailUtil.sendMimeMessage(mail);
    }

    private MimeMessage mail(String text, Instant date) throws Exception {
        String id = "<" + UUID.randomUUID() + "@example.org>";
        MimeMessage mail = new MimeMessage(office.getSmtp().createSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom("api@smsmasivos.com.ar");
        mail.setRecipients(RecipientType.TO, "office@example.org");
        mail.setSubject("Error en el envio de SMS");
        mail.setText(text);
        mail.setSentDate(Date.from(date));
        mail.saveChanges();
        return mail;
    }

    private boolean allSeen(int mails) {
        MimeMessage[] received = office.getReceivedMessages();
        return received.length == mails && Arrays.stream(received).allMatch(ErrorMailTest::isSeen);
    }

    private static boolean isSeen(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
