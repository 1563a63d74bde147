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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a part of a mail is read: its encoding, its charset, and how much of it. */
class BodyPartTest {
    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8BIT", "binary", "quoted-printable", ""})
    void aKnownTransferEncodingIsRead(String encoding) throws Exception {
        assertThat(text("Content-Transfer-Encoding: " + encoding + "\n" + part("text/plain", "Su turno es hoy")))
                .isEqualTo("Su turno es hoy");
    }

    @Test
    void aTransferEncodingThatNobodyKnowsMakesAMailUnreadable() {
        assertThatExceptionOfType(UnreadableBodyException.class)
                .isThrownBy(() -> text("Content-Transfer-Encoding: x-foo\n" + part("text/plain", "Su turno es hoy")))
                .withMessageContaining("transfer encoding");
    }

    @Test
    void aTextThatIsNotTheUtf8ThatItIsSaidToBeIsWindows() throws Exception {
        String encoded = "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n";

        assertThat(text(encoded + "Su cr=E9dito venci=F3\n")).isEqualTo("Su crédito venció");
        assertThat(text(encoded + "Su cr=C3=A9dito\n")).isEqualTo("Su crédito");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Su cr=C3=A9dito venci=C3=B3, se=C3",
                "Su turno =ED=A0=BD=ED=B8=80",
                "Su cr=C3=A9dito\nEste correo no es p=FAblico",
                "Su cr=C3=A9dito\nEste correo autom=E1tico no es p=FAblico ni lleg=F3 as=ED"
            })
    void brokenUtf8IsNotTakenForAnotherCharset(String body) throws Exception {
        for (String charset : new String[] {"; charset=utf-8", ""}) {
            assertThat(text("Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain" + charset + "\n\n"
                            + body))
                    .contains("\ufffd");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ATENCI=D3N: SU PAGO VENCI=D3=85 llame, ATENCIÓN: SU PAGO VENCIÓ… llame",
        "MEN=DA=AE del d=EDa y ma=F1ana, MENÚ® del día y mañana",
        "El se=F1or =ABJOS=C9=BB lleg=F3, El señor «JOSÉ» llegó",
        "JO=C3O=85 AMANH=C3=94, JOÃO… AMANHÃ”"
    })
    void anAccentedCapitalBeforeAQuotationMarkIsNoUtf8(String bytes, String text) throws Exception {
        assertThat(text("Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain\n\n" + bytes))
                .isEqualTo(text);
    }

    @Test
    void aPictureWithinAPageIsNoReasonToCutItsWords() throws Exception {
        String picture = "<img src=\"data:image/png;base64," + ("A".repeat(76) + "\n").repeat(4_000) + "\">";

        assertThat(text(part("text/html", "<p>Su turno es el lunes</p>" + picture + "<p>si no llueve</p>")))
                .isEqualTo("Su turno es el lunes\nsi no llueve");
        assertThat(text(part("text/html", picture + "<p>Su turno</p>"))).isEqualTo("Su turno");
    }

    @Test
    @Timeout(60)
    void whatNobodySeesOfAPageIsNoReasonToCutItsWords() throws Exception {
        String rules = "table > tr > td { color: red }\n".repeat(12_000);
        String[] unseen = {
            "<!--[if gte mso 9]><xml>" + rules + "<![endif]-->",
            "<style>" + rules + "</style>",
            "<div style='display:none'>" + rules + "</div>",
            "<p hidden>x</p>".repeat(100_000)
        };

        for (String hidden : unseen) {
            assertThat(text(part("text/html", "<p>Su turno es el lunes</p>" + hidden + "<p>si no llueve</p>")))
                    .isEqualTo("Su turno es el lunes\nsi no llueve");
        }
    }

    @Test
    @Timeout(60)
    void ofAPageTooLongToReadNothingIsSent() {
        for (String unread : new String[] {
            "<style>" + "a > b {}\n".repeat(600_000) + "</style>",
            "<img src=\"data:image/png;base64," + ("A".repeat(76) + "\n").repeat(230_000) + "\">"
        }) {
            assertThatExceptionOfType(UnreadableBodyException.class)
                    .isThrownBy(() -> text(part("text/html", "<p>Su turno</p>" + unread + "<p>si no llueve</p>")));
        }
    }

    @Test
    void ofATextTooLongToReadNothingIsSentUnlessItsRestIsAQuote() throws Exception {
        String lines = "x y z\n".repeat(60_000);

        for (String mail : new String[] {
            part("text/plain", "Su turno\n" + lines), part("text/html", "<p>" + lines + "</p><p>no</p>")
        }) {
            assertThatExceptionOfType(UnreadableBodyException.class)
                    .isThrownBy(() -> text(mail))
                    .withMessageContaining("more than 262144 characters");
        }
        assertThat(text(part("text/plain", "Voy\n-----Mensaje original-----\n" + lines)))
                .isEqualTo("Voy");
        assertThat(text(part("text/html", "<p>Voy</p><blockquote type=cite>" + lines + "</blockquote>")))
                .isEqualTo("Voy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "--"})
    void ofATextThatIsCutWithinALineNothingIsSentWhateverThatLineBeginsWith(String beginning) {
        String text = "x y z\n".repeat(43_690) + "a\n";
        String cut = text + beginning + "-".repeat(9) + " x y z".repeat(60_000) + "\nsi no llueve";
        assertThat((text + "--").length()).isEqualTo(256 * 1024);

        for (String mail : new String[] {part("text/plain", cut), part("text/html", "<pre>" + cut + "</pre>")}) {
            assertThatExceptionOfType(UnreadableBodyException.class)
                    .isThrownBy(() -> text("Subject: RE: x\n" + mail))
                    .withMessageContaining("more than 262144 characters");
        }
    }

    private static String text(String mail) throws Exception {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailText(false)
                .of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private static String part(String type, String body) {
        return "Content-Type: " + type + "; charset=UTF-8\n\n" + body + "\n";
    }
}
