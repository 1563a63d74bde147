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

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** Mails become messages. */
class BridgeTest extends BridgeTestSupport {
    @Test
    void aSubjectWithUserPasswordNumberAndTextBecomesAMessage() throws Exception {
        start(bridge());

        command("a1@example.org", "USU500 " + PASSWORD + " 1155556666 Octavio Gomez, no se olvide.");
        awaitHandled(1);

        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("1155556666");
            assertThat(message.text()).isEqualTo("Octavio Gomez, no se olvide.");
            assertThat(message.clientId()).matches("[0-9a-f]{32}");
        });
        assertThat(toAna()).isEmpty();
    }

    @Test
    void aMailToSeveralNumbersBecomesAMessageToEach() throws Exception {
        start(bridge());

        letter(
                "a2@example.org",
                ANA,
                "541155556666@sms.example.org, +541155557777@sms.example.org, 541155557777@sms.example.org",
                "Hola\n\n-- \nAna, Gerente");
        awaitHandled(3);

        assertThat(sentTexts()).containsExactly("Hola", "Hola");
    }

    @Test
    void anAnswerInWhichNothingWasWrittenSendsNoThread() throws Exception {
        start(bridge());

        letter(
                "a3@example.org",
                ANA,
                "541155556666@sms.example.org",
                "\nDe: Luis\nEnviado el: lunes, 6 de mayo de 2026 10:00\nPara: Ana\nAsunto: RE: sueldos\n\nprivado");
        awaitHandled(1);

        assertThat(sentTexts()).isEmpty();
        assertThat(toAna())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getContent().toString()).contains("has no text"));
    }

    @Test
    void aLedgerOfTheUserIsStartedWithTheBridge() throws Exception {
        context.getRegistry().bind("ledger", new MemoryIdempotentRepository());
        start(bridge().parameter("ledger", "ledger"));

        command("a4@example.org", "USU500 " + PASSWORD + " 1155556666 hola");
        awaitHandled(1);

        assertThat(sentTexts()).containsExactly("hola");
    }

    @Test
    void aSubjectThatAScriptDidNotEncodeIsRead() throws Exception {
        start(bridge().parameter("mailbox", mailbox("pop3", mail.getPop3().getPort())));

        command("a5@example.org", "USU500 " + PASSWORD + " 1155556666 Su crédito venció, señor");
        await(() -> sentTexts().size() == 1);

        assertThat(sentTexts().get(0))
                .doesNotContain("Ã", "A")
                .startsWith("Su cr")
                .endsWith("or");
    }
}
