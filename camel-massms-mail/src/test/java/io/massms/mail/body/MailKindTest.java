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
package io.massms.mail.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail says above which nothing was written: forwarded it is its text, in an answer it is somebody else's. */
class MailKindTest {
    private static final String THREAD = "De: Luis\nEnviado el: lunes, 5 de agosto de 2026 10:00\nPara: Ana\n\nprivado";
    private static final String RULED =
            "________________________________\nFrom: Luis <luis@example.org>\nSent: Monday, August 5, 2026 10:00\nTo: Ana\n\nprivado";
    private static final String ORIGINAL = "-----Mensaje original-----\nDe: Luis\n\nprivado";
    private static final String FORWARDED = "---------- Forwarded message ---------\nDe: Luis\n\nprivado";
    private static final String ATTRIBUTED = "El 21/11/2026 a las 10:00, Luis <luis@example.org> escribió:\nprivado";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: RE: sueldos",
                "Subject: Re: Fwd: sueldos",
                "Subject: Re[2]: sueldos",
                "Subject: [EXTERNAL] RE : sueldos",
                "Subject: AW: sueldos",
                "Subject: RES: sueldos",
                "Subject: =?UTF-8?Q?RE:_n=C3=B3mina?=",
                "Subject: sueldos\nIn-Reply-To: <1@x>",
                "References: <1@x>"
            })
    void anAnswerInWhichNothingWasWrittenHasNoText(String headers) throws Exception {
        for (String thread : new String[] {THREAD, RULED, ORIGINAL, FORWARDED, ATTRIBUTED}) {
            assertThat(text(headers, thread)).isEmpty();
            assertThat(text(headers, "Voy\n\n" + thread)).isEqualTo("Voy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: RV: sueldos",
                "Subject: rv: Re: sueldos",
                "Subject: FW: sueldos",
                "Subject: Fwd: sueldos\nReferences: <1@x>\nIn-Reply-To: <1@x>",
                "Subject: ENC: sueldos",
                "Subject: TR : sueldos",
                "Subject: [EXTERNAL] [x] WG: sueldos",
                "Subject: =?UTF-8?Q?RV:_n=C3=B3mina?="
            })
    void aForwardInWhichNothingWasWrittenIsWhatItForwards(String headers) throws Exception {
        for (String thread : new String[] {THREAD, RULED, ORIGINAL, FORWARDED, ATTRIBUTED}) {
            assertThat(text(headers, thread)).endsWith("privado");
            assertThat(text(headers, "Ojo\n\n" + thread)).isEqualTo("Ojo");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Subject: Revision", "Subject: reunion: hoy", "Subject: Trafico: hoy", "Subject:", "X-Any: 1"})
    void whereTheMailDoesNotSayItItsFirstLinesDecide(String headers) throws Exception {
        for (String thread : new String[] {THREAD, RULED, ORIGINAL}) {
            assertThat(text(headers, thread)).isEmpty();
        }
        for (String thread : new String[] {FORWARDED, ATTRIBUTED}) {
            assertThat(text(headers, thread)).endsWith("privado");
        }
    }

    private static String text(String headers, String body) throws Exception {
        String mail = headers + "\nContent-Type: text/plain; charset=UTF-8\n\n\n" + body + "\n";
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailText(false)
                .of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }
}
