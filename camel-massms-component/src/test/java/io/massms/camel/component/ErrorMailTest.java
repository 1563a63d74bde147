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
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsState;
import io.massms.camel.model.SmsStatus;
import io.massms.camel.spi.Channel;
import io.massms.camel.tracker.MemoryTracker;
import io.massms.camel.tracker.TrackedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import jakarta.mail.Flags;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
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
                        .filter(header("From").contains("api@smsmasivos.com.ar"))
                        .idempotentConsumer(simple("${header.Message-ID} ${header.Date}"))
                        .idempotentRepository("errorMailsSeen")
                        .to("sms:smsmasivos?operation=settle&channel=smtp&" + ACCOUNT + "&tracker=#tracker")
                        .to("direct:settled"); // the body is a list of SmsStatus
                // end::route[]
                from("direct:settled")
                        .process(exchange -> exchange.getMessage()
                                .getBody(Collection.class)
                                .forEach(status -> settled.add((SmsStatus) status)));
            }
        };
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
    void aMailWrittenBeforeTheMessageAndOneThatCameTwiceSettleNothing() throws Exception {
        send("1144445555", "uno");
        send("1144445555", "dos");
        deliver("1144445555: algo", now.get().minus(Duration.ofHours(1)));
        MimeMessage mail = mail("1144445555: algo", now.get().plusSeconds(5));
        GreenMailUtil.sendMimeMessage(mail);
        GreenMailUtil.sendMimeMessage(mail);
        deliver("1199999999: algo", now.get());

        await().until(() -> office.getReceivedMessages().length == 4
                && Arrays.stream(office.getReceivedMessages()).allMatch(ErrorMailTest::isSeen));
        assertThat(settled).hasSize(1);
        assertThat(outstanding("1144445555")).hasSize(1);
    }

    private void send(String to, String text) {
        assertThat(template.request(
                                "sms:smsmasivos?channel=smtp&" + ACCOUNT + "&to=" + to
                                        + "&numberPolicy=asIs&tracker=#tracker&mailEndpoint=RAW(smtp://127.0.0.1:"
                                        + simulator.smtpPort() + "?username=sms&password=mail&from=office@example.org)",
                                exchange -> exchange.getMessage().setBody(text))
                        .getException())
                .isNull();
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private List<TrackedMessage> outstanding(String to) {
        String account = context.getEndpoint(
                        "sms:smsmasivos?operation=settle&channel=smtp&" + ACCOUNT + "&tracker=#tracker",
                        SmsEndpoint.class)
                .getAccountKey();
        return tracker.findOutstanding(account, Channel.smtp, to);
    }

    private void deliver(String text, Instant date) throws Exception {
        GreenMailUtil.sendMimeMessage(mail(text, date));
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

    private static boolean isSeen(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
