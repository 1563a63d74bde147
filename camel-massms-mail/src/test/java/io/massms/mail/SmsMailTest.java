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
package io.massms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.massms.camel.model.InboundSms;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of handsets become mails. */
class SmsMailTest extends BridgeTestSupport {
    private static final String OFFICE = "office@example.org";

    @Test
    void anAnswerGoesToWhoeverWroteTheMail() throws Exception {
        start(bridge(), reply());
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 vienes?");
        awaitHandled(1);

        handset(
                "5411 5555-6666",
                "Sí, voy a las 5 €",
                simulator.messages().get(0).clientId());

        MimeMessage got = toAna().get(0);
        assertThat(got.getSubject()).isEqualTo("SMS from 541155556666");
        assertThat(got.getContent().toString().strip()).isEqualTo("Sí, voy a las 5 €");
        assertThat(got.getContentType()).startsWith("text/plain").containsIgnoringCase("UTF-8");
        assertThat(got.getHeader("From")).containsExactly("541155556666@sms.example.org");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<1@example.org>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aMessageThatAnswersNothingGoesToTheDefaultAddress() throws Exception {
        start(reply());

        handset("541155556666", "hola", null);
        handset("541155556666", "hola", "unknown");

        assertThat(mail.getReceivedMessagesForDomain(OFFICE)).hasSize(2);
    }

    /** Systems that can only send mail write as one, and what a handset answers would be lost there. */
    @ParameterizedTest
    @ValueSource(strings = {"no-reply@trusted.example", "noreply-citas@trusted.example"})
    void anAnswerToAMailFromANoReplyAddressGoesToTheDefaultAddress(String sender) throws Exception {
        start(bridge().parameter("allowedSenders", "@trusted.example"), reply());
        letter("1@example.org", sender, "541155556666@sms.example.org", "vienes?");
        awaitHandled(1);

        handset("541155556666", "no puedo", simulator.messages().get(0).clientId());

        assertThat(mail.getReceivedMessagesForDomain(OFFICE))
                .singleElement()
                .satisfies(
                        got -> assertThat(got.getContent().toString().strip()).isEqualTo("no puedo"));
    }

    @Test
    void anAnswerToTheMailGoesBackToTheHandset() throws Exception {
        start(bridge(), reply());
        command("1@example.org", "USU500 " + PASSWORD + " 1155556666 vienes?");
        awaitHandled(1);
        handset("541155556666", "a que hora?", simulator.messages().get(0).clientId());

        letter("2@example.org", ANA, toAna().get(0).getHeader("From")[0], "a las 5\n\n> a que hora?");
        awaitHandled(2);

        assertThat(simulator.messages())
                .extracting(message -> message.to() + " " + message.text())
                .contains("1155556666 a las 5");
    }

    @Test
    void nothingThatAHandsetWritesBecomesAHeader() throws Exception {
        start(reply());

        handset(
                "5411\r\nBcc: eve@evil.example",
                "x\r\nBcc: eve@evil.example\r\n\r\n.\r\nMAIL FROM:<eve@evil.example>",
                "a\r\nTo: eve@evil.example");

        MimeMessage got = mail.getReceivedMessagesForDomain(OFFICE)[0];
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getHeader("X-Evil")).isNull();
        assertThat(got.getContent().toString())
                .contains("Bcc: eve@evil.example")
                .contains("MAIL FROM");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theOriginsMayLiveInARepositoryOfTheUser() throws Exception {
        MemoryStateRepository origins = new MemoryStateRepository();
        origins.setState("client1", ANA + " <7@example.org>");
        context.getRegistry().bind("origins", origins);
        start(reply().parameter("origins", "origins"));

        handset("541155556666", "hola", "client1");

        assertThat(toAna().get(0).getHeader("In-Reply-To")).containsExactly("<7@example.org>");
    }

    @Test
    void withoutADefaultAddressItDoesNotStart() {
        assertThatExceptionOfType(FailedToCreateRouteException.class)
                .isThrownBy(() -> start(reply().parameter("mailTo", "")))
                .withStackTraceContaining("mailTo, an address");
    }

    private TemplatedRouteBuilder reply() {
        return TemplatedRouteBuilder.builder(context, "sms-mail-reply")
                .parameter("inbox", "direct:inbox")
                .parameter("smtp", smtp())
                .parameter("mailTo", OFFICE)
                .parameter("mailFrom", BRIDGE)
                .parameter("numberDomain", "sms.example.org")
                .parameter("stateDirectory", folder.resolve("state").toString());
    }

    private void handset(String from, String text, String clientId) {
        InboundSms sms = new InboundSms("smsmasivos", from, null, text, "1", clientId, Instant.EPOCH);
        context.createProducerTemplate()
                .sendBodyAndHeaders("direct:inbox", sms, Map.of("X-Evil", "1", "Subject", "evil", "To", "eve@x"));
    }
}
