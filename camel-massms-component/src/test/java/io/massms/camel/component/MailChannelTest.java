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

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.massms.camel.error.SmsException;
import io.massms.camel.error.SmsRejectedException;
import io.massms.camel.error.SmsTemporaryException;
import io.massms.camel.error.SmsUncertainException;
import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsReceipt;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsState;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import io.massms.simulator.SimulatorOptions;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code channel=smtp} over real SMTP. */
class MailChannelTest extends CamelTestSupport {
    private static final Map<String, Class<?>> EXCEPTIONS = Map.of(
            "temporary", SmsTemporaryException.class,
            "rejected", SmsRejectedException.class,
            "uncertain", SmsUncertainException.class);

    @Test
    void theSubjectBecomesAMessageAtTheProvider() {
        try (Simulator simulator = Simulator.start(new SimulatorOptions().smtpPort(0))) {
            SmsResult result = send(simulator.smtpPort(), "", "Octavio Gómez, no se olvide #3")
                    .getMessage()
                    .getBody(SmsResult.class);

            assertThat(result.receipts())
                    .extracting(SmsReceipt::state, SmsReceipt::messageId, SmsReceipt::textSent)
                    .containsExactly(tuple(SmsState.ENROUTE, null, "Octavio Gomez, no se olvide #3"));
            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::account, SimulatedMessage::to, SimulatedMessage::text)
                    .containsExactly(tuple("USU500", "1144445555", "Octavio Gomez, no se olvide #3"));
        }
    }

    @Test
    void manyGoOneAMailEachOnce() {
        try (Simulator simulator = Simulator.start(new SimulatorOptions().smtpPort(0))) {
            List<Map<String, String>> rows = IntStream.range(0, 50)
                    .mapToObj(i -> Map.of("to", "11444410" + (10 + i), "text", "Hola " + i))
                    .toList();
            SmsResult result = send(simulator.smtpPort(), "", rows).getMessage().getBody(SmsResult.class);

            assertThat(result.acceptedCount()).isEqualTo(50);
            assertThat(simulator.messages())
                    .extracting(SimulatedMessage::text)
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> row.get("text")).toList());
        }
    }

    @Test
    void aDryRunSendsNoMail() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.friendly()) {
            SmsResult result =
                    send(server.port(), "&dryRun=true", "Hola").getMessage().getBody(SmsResult.class);

            assertThat(result.receipts().get(0).state()).isEqualTo(SmsState.SKIPPED);
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola\r\nBcc: victim@example.org",
                "Hola\nBcc: victim@example.org\n\nbody",
                "Hola \u2028\u0085 ñandú €",
                "Hola.\r\n.\r\nMAIL FROM:x@example.org"
            })
    void aMailHasOneRecipientAndOneLineOfSubjectWhateverTheRouteAndTheTextSay(String text) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("office@example.org", "sms", "mail");
        server.start();
        try {
            Exchange exchange = send(
                    server.getSmtp().getPort(),
                    "",
                    text,
                    Map.of("Bcc", "victim@example.org", "To", "victim@example.org", "Subject", "mine", "X-Mine", "1"));

            assertThat(exchange.getException()).isNull();
            assertThat(server.waitForIncomingEmail(1)).isTrue();
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("api@smsmasivos.com.ar");
            assertThat(mail.getHeader("Subject")).hasSize(1);
            assertThat(mail.getHeader("Subject")[0])
                    .startsWith("USU500 CLAVE500 1144445555 Hola")
                    .matches("[ -~]+");
            assertThat(Collections.list(mail.getAllHeaders()))
                    .extracting(Header::getName)
                    .doesNotContain("Bcc", "X-Mine");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("office@example.org");
            assertThat(mail.getContent().toString()).isBlank();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hola\r\nBcc: x@example.org", "=?utf-8?Q?a=0D=0ABcc:x?=", "ñ", "a\tb", "\u0000a"})
    void aTextThatIsNoLineOfAsciiDoesNotLeaveAsItIs(String text) throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.friendly()) {
            Exchange exchange = send(server.port(), "&textPolicy=asIs", text);

            assertThat(exchange.getException(SmsException.class).getError()).isEqualTo(SmsError.TEXT_BAD_CHARACTERS);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aTextOfAMebibyteDoesNotLeave() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.friendly()) {
            Exchange exchange = send(server.port(), "&textPolicy=asIs", "x".repeat(1 << 20));

            assertThat(exchange.getException(SmsRejectedException.class).getError())
                    .isEqualTo(SmsError.TEXT_TOO_LONG);
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        GREETING | hang up                | temporary | CONNECT_FAILED      | 0
        GREETING | 554 go away            | temporary | CONNECT_FAILED      | 0
        AUTH     | 535 5.7.8 no           | rejected  | AUTHENTICATION      | 0
        AUTH     | 454 4.7.0 later        | temporary | CONNECT_FAILED      | 0
        MAIL     | 421 4.3.0 closing      | temporary | CONNECT_FAILED      | 0
        MAIL     | 550 5.7.1 no           | rejected  | OTHER               | 0
        MAIL     | hang up                | temporary | CONNECT_FAILED      | 0
        RCPT     | 450 4.2.0 greylisted   | temporary | CONNECT_FAILED      | 0
        RCPT     | 550 5.1.1 nobody       | rejected  | OTHER               | 0
        RCPT     | hang up                | temporary | CONNECT_FAILED      | 0
        DATA     | 451 4.3.0 no           | temporary | CONNECT_FAILED      | 0
        DATA     | hang up                | temporary | CONNECT_FAILED      | 0
        .        | 451 4.3.0 disk full    | temporary | CONNECT_FAILED      | 1
        .        | 554 5.6.0 spam         | rejected  | OTHER               | 1
        .        | hang up                | uncertain | UNEXPECTED_RESPONSE | 1
        .        | silence                | uncertain | TIMEOUT             | 1
        RCPT     | silence                | uncertain | TIMEOUT             | 0
        QUIT     | hang up                | taken     |                     | 1
        """)
    void everyFailureSaysWhetherTheMailMayHaveLeft(
            String at, String reaction, String outcome, SmsError error, int mails) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(at, reaction)) {
            Exchange exchange = send(server.port(), "&requestTimeout=1500", "Hola");
            SmsException exception = exchange.getException(SmsException.class);

            assertThat(exception == null ? null : exception.getClass()).isEqualTo(EXCEPTIONS.get(outcome));
            assertThat(exception == null ? null : exception.getError()).isEqualTo(error);
            assertThat(String.valueOf(exception)).doesNotContain("CLAVE500");
            assertThat(server.mails()).hasSize(mails);
        }
    }

    @Test
    void aRefusedConnectionIsTemporary() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Exchange exchange = send(port, "", "Hola");

        assertThat(exchange.getException(SmsTemporaryException.class).getError())
                .isEqualTo(SmsError.CONNECT_FAILED);
    }

    @Test
    void anEndpointWithoutAMailServerThatAHeaderAsksToSendSaysWhatIsMissing() {
        Exchange exchange = template.request(
                "sms:smsmasivos?operation=settle&channel=smtp&user=U&password=C&to=1144445555",
                e -> e.getMessage().setHeader(SmsConstants.OPERATION, "send"));

        assertThat(exchange.getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("channel=smtp needs mailEndpoint");
    }

    @Test
    void theMailServersCertificateIsChecked() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            Exchange exchange = template.request(
                    "sms:smsmasivos?channel=smtp&user=U&password=C&to=1144445555&mailEndpoint=RAW(smtps://127.0.0.1:"
                            + server.getSmtps().getPort() + "?username=sms&password=mail)",
                    e -> e.getMessage().setBody("Hola"));

            assertThat(exchange.getException()).isExactlyInstanceOf(SmsTemporaryException.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private Exchange send(int port, String options, Object body) {
        return send(port, options, body, Map.of());
    }

    private Exchange send(int port, String options, Object body, Map<String, Object> headers) {
        return template.request(
                "sms:smsmasivos?channel=smtp&user=USU500&password=CLAVE500&to=1144445555"
                        + "&mailEndpoint=RAW(smtp://127.0.0.1:" + port
                        + "?username=sms&password=mail&from=office@example.org)" + options,
                exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                });
    }
}
