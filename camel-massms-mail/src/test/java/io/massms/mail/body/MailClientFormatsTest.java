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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs put around what somebody wrote: above threads, into pages, beside what is passed on. */
class MailClientFormatsTest {
    private static final String RE = "Subject: RE: sueldos";
    private static final String FWD = "Subject: Fwd: turno";
    private static final String OUTLOOK_TEXT = "De: Luis\nEnviado: lunes 10:00\nPara: Ana\n\n";
    private static final String OUTLOOK =
            "<div><b>De:</b> Luis<br><b>Enviado:</b> lunes 10:00<br><b>Para:</b> Ana</div>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Luis <luis@example.org>\nDate: Monday, August 5, 2026 at 10:00 AM\nTo: Ana <ana@example.org>\nSubject: sueldos",
                "From: Luis <luis@example.org>\nDate: Monday, August 5, 2026\nTo: Ana <ana@example.org>;\n Eva <eva@example.org>;\n"
                        + " Leo <leo@example.org>\nCc: x\nSubject: sueldos",
                "________________________________\nDe: Luis\nFecha: lunes, 5 de agosto de 2026, 10:00\nPara: Ana\nAsunto: sueldos",
                "From:\tLuis/Bank\nTo:\tAna/Bank\nDate:\t21/11/2026 10:00\nSubject:\tsueldos",
                "De: Luis\nEnviada em: segunda-feira, 5 de agosto de 2026 10:00\nPara: Ana\nAssunto: x",
                "-----Mensagem original-----\nDe: Luis",
                "Em seg., 5 de ago. de 2026 às 10:00, Luis <luis@example.org> escreveu:",
                "________________________________\n\n\nFrom: Luis\nSent: Monday, August 5, 2026 10:00\nTo: Ana",
                "________________________________\nFrom: Servicio de Atencion de la Sucursal\n <a@example.org>\nSent: Monday\nTo: Ana"
            })
    void aThreadIsNotSentWhateverProgramQuotesIt(String head) throws Exception {
        String thread = head + "\n\nprivado\n";

        assertThat(plain(RE, thread)).isEmpty();
        assertThat(plain(RE, "Voy\n\n" + thread)).isEqualTo("Voy");
        assertThat(plain(FWD, thread)).endsWith("privado");
        assertThat(plain(FWD, "Ojo\n\n" + thread)).isEqualTo("Ojo");
    }

    /** Of what people write nothing looks like these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "De: Luis\nEnviada em: segunda-feira, 5 de agosto de 2026 10:00\nPara: Ana\nAssunto: x",
                "-----Mensagem original-----\nDe: Luis",
                "Em seg., 5 de ago. de 2026 às 10:00, Luis <luis@example.org> escreveu:"
            })
    void aThreadIsNotSentInAMailThatDoesNotSayThatItIsAnAnswer(String head) throws Exception {
        assertThat(plain("Subject: sueldos", "Voy\n\n" + head + "\n\nprivado\n"))
                .isEqualTo("Voy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paquete listo\nDe: Lima A: Cusco Enviado: 21/11\nGuia 123",
                "Paquete listo\nDe: Lima\nPara: Cusco\nFecha: 21/11\nAsunto: entrega\nGuia 123",
                "Turno\nDe: la clinica\nFecha: 5 de agosto, 10:00\nPara: usted\nVenga",
                "From: monitor@example.org\nTo: ops@example.org\nSubject: disk full\nhost db1",
                "____________\nTotal: 10"
            })
    void whatPeopleAndAlarmsWriteIsText(String text) throws Exception {
        assertThat(plain("Subject: aviso", text)).isEqualTo(text);
    }

    @Test
    void aThreadInAPageIsNotSent() throws Exception {
        String head =
                "<p><b>De: </b>Luis &lt;luis@example.org&gt;<br><b>Fecha: </b>lunes, 5 de agosto de 2026, 10:00<br>"
                        + "<b>Para: </b>Ana<br><b>Asunto: </b>sueldos</p><p>privado</p>";

        assertThat(page(RE, "<p>Voy</p>" + head)).isEqualTo("Voy");
        assertThat(page(RE, head)).isEmpty();
    }

    @Test
    void aBreakOfTheSourceHidesNeitherQuoteNorSignature() throws Exception {
        assertThat(page(RE, "<p>Voy<br>\n<br>\n&gt; privado uno<br>\n&nbsp;&gt; privado dos</p>"))
                .isEqualTo("Voy");
        assertThat(page("Subject: x", "<p>Su turno es hoy<br>\n-- <br>\nAna Perez<br>\nTel. 555-1234</p>"))
                .isEqualTo("Su turno es hoy");
        assertThat(page(RE, "<p>\nEl 21/11/2026 10:00, Luis escribió:<br>\n&gt; vienes?<br>\n<br>\nVoy</p>"))
                .isEqualTo("Voy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<pre>%s</pre>", "<div style='white-space: pre-wrap'>%s</div>", "<pre><code>%s</code></pre>"})
    void preformattedLinesAreLines(String element) throws Exception {
        String answer = "Voy\n\nEl 21/11/2026 10:00, Luis escribió:\n&gt; privado\n-- \nAna";

        assertThat(page(RE, element.formatted(answer))).isEqualTo("Voy");
        assertThat(page("Subject: alarma", element.formatted("Host: db1\n  Estado: CAIDO")))
                .isEqualTo("Host: db1\nEstado: CAIDO");
    }

    @Test
    void aPreformattedSignatureIsCutAndOtherLinesOfAPageAreNone() throws Exception {
        assertThat(page("Subject: x", "<p>Su turno es hoy</p><pre class='moz-signature'>-- \nAna Perez\nTel. 5</pre>"))
                .isEqualTo("Su turno es hoy");
        assertThat(page("Subject: x", "<pre style='white-space: normal'>Su turno\nes hoy</pre>"))
                .isEqualTo("Su turno es hoy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Begin forwarded message:\n\n> From: Luis <luis@example.org>\n> \n> Su turno es hoy",
                "Enviado desde mi iPhone\n\nInicio del mensaje reenviado:\n\n> De: Luis <luis@example.org>\n> \n> Su turno es hoy\n> -- \n> Luis",
                "> Su turno es hoy",
                "-- \nAna Perez\n\n-------- Mensaje reenviado --------\nAsunto: turno\n\nSu turno es hoy",
                "El 21/11/2026 a las 10:00, Luis escribió:\n\n> Su turno es hoy\n\n> > antes"
            })
    void whatIsPassedOnIsSentAlsoWhereItIsMarkedAsQuoted(String text) throws Exception {
        assertThat(plain(FWD, text)).endsWith("Su turno es hoy").doesNotContain("\n>", "iPhone", "Perez", "antes");
        assertThat(plain(FWD, "Ojo\n" + text)).startsWith("Ojo").doesNotContain("turno");
        assertThat(plain(RE, text)).doesNotContain("turno", "iPhone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> El 21/11/2026, a las 10:00, Ana <ana@example.org> escribió:\n> \n> > antes",
                "> El 21/11/2026, a las 10:00, Ana\n> <ana@example.org> escribió:\n> > antes\n> > antes",
                "> El 21/11/2026, a las 10:00, Ana escribió:\n> > On Nov 20, 2026, at 10:00, Luis wrote:\n> > > antes"
            })
    void whatIsPassedOnDoesNotAnnounceAQuoteThatIsLeftOut(String quote) throws Exception {
        String passedOn = "> De: Luis <luis@example.org>\n> \n> Su turno es hoy\n> \n" + quote;

        assertThat(plain(FWD, "Begin forwarded message:\n\n" + passedOn)).endsWith("Su turno es hoy");
        assertThat(plain(FWD, passedOn)).endsWith("Su turno es hoy");
        assertThat(plain(FWD, "-------- Mensaje reenviado --------\n" + passedOn.replaceAll("(?m)^> ?", "")))
                .endsWith("Su turno es hoy");
    }

    @Test
    void aPagePassedOnDoesNotAnnounceAQuoteThatIsLeftOut() throws Exception {
        String quote = "<div>El 21/11/2026, a las 10:00, Ana escribió:</div><blockquote type='cite'>antes</blockquote>";

        assertThat(page(FWD, OUTLOOK + "<div>Su turno es hoy</div>" + quote)).endsWith("Su turno es hoy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana escribió:", "\nAna escribió:", "El 20/11 Ana escribió:"})
    void aSentenceAboveWhoWroteWhatIsLeftOutIsPassedOn(String announced) throws Exception {
        assertThat(plain(FWD, OUTLOOK_TEXT + "El turno es el 21/11 a las 10:00.\n" + announced + "\n> antes"))
                .contains("El turno es el 21/11 a las 10:00.")
                .doesNotContain("antes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br><div class='gmail_quote'>---------- Forwarded message ---------<br>De: Luis<br><br><div>Su turno es hoy</div></div>",
                "<div>Enviado desde mi iPhone</div><blockquote type='cite'><div>Begin forwarded message:</div>Su turno es hoy</blockquote>",
                "<div>Begin forwarded message:</div><blockquote type='cite'>Su turno es hoy</blockquote>"
            })
    void aPagePassedOnIsSent(String page) throws Exception {
        assertThat(page(FWD, page)).endsWith("Su turno es hoy");
        assertThat(page(FWD, "<p>Ojo</p>" + page)).startsWith("Ojo").doesNotContain("turno");
        assertThat(page(RE, page)).isEmpty();
    }

    @Test
    void whatNobodySeesIsNotWritten() throws Exception {
        assertThat(page("Subject: RV: turno", "<div>&#8203;</div>" + OUTLOOK + "<div>Su turno es hoy</div>"))
                .endsWith("Su turno es hoy");
        assertThat(page(RE, "<div>&#8203;</div>" + OUTLOOK + "<div>privado</div>"))
                .isEmpty();
        assertThat(plain(RE, "\ufeff\n\nDe: Luis\nEnviado el: lunes\nPara: Ana\n\nprivado"))
                .isEmpty();
        assertThat(page(RE, "<div>Voy</div><div>&#8203;&gt; privado</div>")).isEqualTo("Voy");
        assertThat(plain(RE, "Voy\u200b\n\u200b> privado")).isEqualTo("Voy");
        assertThat(plain("Subject: x", "Su turno\n\u200b\nes hoy")).isEqualTo("Su turno\nes hoy");
    }

    private static String plain(String headers, String body) throws Exception {
        return text(headers + "\nContent-Type: text/plain; charset=UTF-8\n\n" + body + "\n");
    }

    private static String page(String headers, String body) throws Exception {
        return text(headers + "\nContent-Type: text/html; charset=UTF-8\n\n<html><body>" + body + "</body></html>\n");
    }

    private static String text(String mail) throws Exception {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailText(false)
                .of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }
}
