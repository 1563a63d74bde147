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
package io.massms.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailToSmsTest {
    @Test
    void theTranscriptIsTheOneInTheReadme() throws Exception {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        MailToSms.run(new PrintStream(transcript, true, StandardCharsets.UTF_8));

        assertThat(transcript.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo("""
                        Ana mails to 541155556666@sms.example.org:
                           the handset 1155556666 shows: Su cita es hoy a las 3.
                        The handset answers: Sí, allí estaré
                           Ana gets a mail from 1155556666@sms.example.org: Sí, allí estaré
                        A system mails the subject: USU500 (password) 1155557777 Vence su factura
                           the handset 1155557777 shows: Vence su factura
                        Somebody mails a subject with a wrong password:
                           the answer: Your mail was not sent as SMS. User or password is wrong.
                        """);
    }
}
