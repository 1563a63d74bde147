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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of its parts a mail is. */
class MailTextTest {
    private static final String HTML = part("text/html", "<p>Su cita es hoy</p>");
    private static final String PLAIN = part("text/plain", "Su turno es hoy");
    private static final String BLANK = part("text/plain", " \n\n");
    private static final String FOOTER = part("text/plain", "Este correo es confidencial. Sin virus.");
    private static final String BANNER = part("text/html", "<p>EXTERNAL: cuidado</p>");
    private static final String LOGO = part("text/html", "<img src='cid:x'><br>&nbsp;");
    private static final String PICTURE = part("image/png; name=logo.png", "x");

    @Test
    void theFooterOfAGatewayBehindAPageIsNotTheMail() throws Exception {
        assertThat(text(mixed(HTML, FOOTER))).isEqualTo("Su cita es hoy");
        assertThat(text(mixed(multipart("related", "", HTML, PICTURE), FOOTER))).isEqualTo("Su cita es hoy");
        assertThat(text(mixed(alternative(BLANK, HTML), FOOTER))).isEqualTo("Su cita es hoy");
        assertThat(text(mixed(PLAIN, HTML))).isEqualTo("Su turno es hoy");
    }

    @Test
    void aMailWithNothingButAFootersTextHasNone() throws Exception {
        assertThat(text(mixed(BLANK, FOOTER))).isEmpty();
    }

    @Test
    void theBannerOfAGatewayBeforeAlternativesIsNotTheMail() throws Exception {
        String both = alternative(PLAIN, HTML);

        assertThat(text(mixed(BANNER, both))).isEqualTo("Su turno es hoy");
        assertThat(text(mixed(BANNER, multipart("related", "", both, PICTURE), FOOTER)))
                .isEqualTo("Su turno es hoy");
        assertThat(text(mixed(BANNER, mixed(both, PICTURE)))).isEqualTo("Su turno es hoy");
        assertThat(text(mixed(BANNER, alternative(BLANK, LOGO)))).isEmpty();
    }

    @Test
    void aPageWithoutWordsGivesWayToWhatComesBehindIt() throws Exception {
        assertThat(text(mixed(LOGO, PLAIN))).isEqualTo("Su turno es hoy");
        assertThat(text(mixed(LOGO, PICTURE, PLAIN))).isEqualTo("Su turno es hoy");
        assertThat(text(mixed(multipart("related", "", LOGO, PICTURE), PLAIN))).isEqualTo("Su turno es hoy");
        assertThat(text(mixed(LOGO, HTML))).isEqualTo("Su cita es hoy");
    }

    /** It may be a gateway's: nobody sends, or pays for, the footer of a mail that says nothing. */
    @Test
    void whatComesBehindABlankTextOrBehindBlankAlternativesIsNotTheMail() throws Exception {
        assertThat(text(mixed(BLANK, HTML))).isEmpty();
        assertThat(text(mixed(alternative(BLANK, LOGO), FOOTER))).isEmpty();
        assertThat(text(mixed(LOGO, BLANK, FOOTER))).isEmpty();
    }

    @Test
    void aFooterBehindAnAnswerInWhichNothingWasWrittenIsNotTheMail() throws Exception {
        String thread = "<p>De: Luis<br>Enviado el: lunes 10:00</p><p>privado</p>";

        assertThat(text(mixed(part("text/html", thread), FOOTER))).isEmpty();
        assertThat(text(mixed(part("text/html", "<blockquote type=cite>antes</blockquote>"), FOOTER)))
                .isEmpty();
        assertThat(text(mixed(part("text/html", "<p>--</p><p>Ana</p>"), FOOTER)))
                .isEmpty();
        assertThat(text(alternative(part("text/plain", "> antes"), part("text/html", "<div>antes</div>"))))
                .isEmpty();
    }

    @Test
    void alternativesWithAFooterInOneOfThemAreWhatTheyBeginWith() throws Exception {
        assertThat(text(alternative(mixed(HTML, FOOTER), PLAIN))).isEqualTo("Su turno es hoy");
        assertThat(text(alternative(mixed(HTML, FOOTER)))).isEqualTo("Su cita es hoy");
    }

    @Test
    void aBrokenPartBehindTheTextIsNotRead() throws Exception {
        assertThat(text(mixed(PLAIN, "Content-Type: multipart/mixed\n\nx"))).isEqualTo("Su turno es hoy");
    }

    @Test
    void ofAlternativesThePlainTextWins() throws Exception {
        assertThat(text(alternative(HTML, PLAIN))).isEqualTo("Su turno es hoy");
        assertThat(text(alternative(multipart("related", "", HTML, PICTURE), PLAIN)))
                .isEqualTo("Su turno es hoy");
    }

    @Test
    void aPlainTextWithNothingInItGivesWayToThePage() throws Exception {
        assertThat(text(alternative(part("text/plain", ""), HTML))).isEqualTo("Su cita es hoy");
        assertThat(text(alternative(part("text/plain", "\u00a0\n\t"), mixed(HTML, FOOTER))))
                .isEqualTo("Su cita es hoy");
        assertThat(text(alternative(BLANK, part("text/html", "<p>&nbsp;</p>")))).isEmpty();
    }

    @Test
    void relatedPartsAreReadFromTheirRoot() throws Exception {
        String named = "Content-ID: <root>\n" + HTML;

        assertThat(text(multipart("related", "; start=\"<root>\"", FOOTER, named)))
                .isEqualTo("Su cita es hoy");
        assertThat(text(multipart("related", "; start=\"<nobody>\"", HTML, FOOTER)))
                .isEqualTo("Su cita es hoy");
        assertThat(text(multipart("related", "", PICTURE, HTML))).isEqualTo("Su cita es hoy");
    }

    @Test
    void whatIsSignedIsRead() throws Exception {
        assertThat(text(multipart("signed", "", mixed(HTML, FOOTER), part("application/pgp-signature", "x"))))
                .isEqualTo("Su cita es hoy");
    }

    private static String text(String mail) throws Exception {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailText(false)
                .of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private static String part(String type, String body) {
        String full = type.startsWith("text/") ? type + "; charset=UTF-8" : type;
        return "Content-Type: " + full + "\n\n" + body + "\n";
    }

    private static String mixed(String... parts) {
        return multipart("mixed", "", parts);
    }

    private static String alternative(String... parts) {
        return multipart("alternative", "", parts);
    }

    /** The parts within it have other boundaries, as they are shorter. */
    private static String multipart(String kind, String parameters, String... parts) {
        String inner = String.join("", parts);
        String boundary = "b" + inner.length();
        return "Content-Type: multipart/" + kind + "; boundary=" + boundary + parameters + "\n\n"
                + Stream.of(parts)
                        .map(part -> "--" + boundary + "\n" + part + "\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\n";
    }
}
