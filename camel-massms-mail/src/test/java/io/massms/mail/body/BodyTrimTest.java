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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTrimTest {
    @ParameterizedTest
    @ValueSource(strings = {"-- ", "--"})
    void aSignatureIsCut(String mark) {
        assertThat(trim("Hola\n\n" + mark + "\nAna\nGerente", false)).isEqualTo("Hola");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> antes\n> mas",
                "El 21/11/2026 a las 10:00, Luis <luis@example.org> escribió:\n> antes",
                "On Sat, 21 Nov 2026, Luis <luis@example.org> wrote:\n> antes",
                "-----Original Message-----\nFrom: Luis",
                "----- Mensaje original -----\nDe: Luis",
                "On Mon, Aug 5, 2026 at 10:00 AM 573001234567@sms.example.org <\n573001234567@sms.example.org> wrote:\n\n> antes",
                "El lun, 5 ago 2026 a las 10:00, <573001234567@sms.example.org>\nescribió:\n\n> antes",
                "________________________________\nFrom: Luis\nSent: Monday, August 5, 2026 10:00\nTo: Ana\n\nantes",
                "De: Luis\nEnviado el: lunes, 5 de agosto de 2026 10:00\nPara: Ana\n\nantes",
                "*From:* Luis\n*Sent:* Monday\n\nantes"
            })
    void aQuotedOriginalIsCut(String original) {
        assertThat(trim("Llego tarde\n\n" + original, false)).isEqualTo("Llego tarde");
    }

    @Test
    void whatOnlyLooksLikeAQuotedOriginalStays() {
        String body = "El lunes es festivo\nDe: la clinica\nFecha: 5 de agosto\nOn call";

        assertThat(trim(body, false)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El doctor Perez escribió:\ntome dos pastillas",
                "Hola Ana\nEl doctor Perez escribió:\ntome dos pastillas",
                "Hola\nOn the door somebody wrote:\nclosed",
                "El 21/11 a las 10:00 el doctor escribió:\ntome dos pastillas",
                "----- Forwarded message -----\nFrom: alarm\nSent: 10:00\nDisk full"
            })
    void whatIsAllThatAMailHasIsNotCut(String body) {
        assertThat(trim(body, false)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "El doctor Perez escribió:\n\n> antes",
                "El 21 de noviembre de 2026, Luis escribió:\nantes",
                "El lun, 5 ago a las 10:00, Luis\nescribió:\nantes"
            })
    void anAttributionIsKnownByAnAddressADateOrTheQuoteBehindIt(String original) {
        assertThat(trim("Voy\n\n" + original, false)).isEqualTo("Voy");
    }

    @Test
    void anAnswerBelowTheQuoteIsTheText() {
        String quote = "El 21/11/2026 a las 10:00, Luis <luis@example.org>\nescribió:\n\n> vienes?\n> si?\n\n";

        assertThat(trim(quote + "Voy a las 5\n-- \nAna", false)).isEqualTo("Voy a las 5");
        assertThat(trim(quote, false)).isEmpty();
    }

    @Test
    void anAttributionWhoseQuoteThePageLostIsNoText() {
        String page = "<div class=\"moz-cite-prefix\">El 21/11/2026 a las 10:00, Luis escribió:<br></div>"
                + "<blockquote type=\"cite\">vienes?</blockquote>";

        assertThat(trim(HtmlText.of(page, false), false)).isEmpty();
        assertThat(trim(HtmlText.of(page + "<p>Voy</p>", false), false)).isEqualTo("Voy");
        assertThat(trim("El 21/11/2026 a las 10:00, Luis escribió:\n\n", false)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aMailOfBlankLinesOrOfAttributionsTakesNoTime() {
        assertThat(trim("\n".repeat(250_000) + "Hola", false)).isEqualTo("Hola");
        assertThat(trim("On the door he wrote:\n".repeat(10_000), false)).hasLineCount(10_000);
    }

    @Test
    void quotesStayWhereTheyAreWanted() {
        assertThat(trim("si\n> vienes?", true)).isEqualTo("si\n> vienes?");
    }

    @Test
    void aLineOfDashesInTheTextIsNoSignature() {
        assertThat(trim("uno\n---\ndos\n--tres", false)).isEqualTo("uno\n---\ndos\n--tres");
    }

    @Test
    void controlCharactersBecomeBlanks() {
        assertThat(trim("a\u0000b\tc\u001b[31m", false)).isEqualTo("a b c [31m");
    }

    @Test
    void ofAPageTheWordsAndTheirLinesAreLeft() {
        String page = "<html><head><title>x</title><style>p{}</style></head><body><p>Hola&nbsp;<b>Ana</b></p>"
                + "<div>Su cita<br>es hoy</div><script>alert(1)</script>"
                + "<blockquote type=\"cite\">antes</blockquote></body></html>";

        assertThat(trim(HtmlText.of(page, false), false)).isEqualTo("Hola Ana\nSu cita\nes hoy");
        assertThat(trim(HtmlText.of(page, true), true)).endsWith("antes");
    }

    private static String trim(String body, boolean keepQuotes) {
        return BodyTrim.text(body, keepQuotes, MailKind.UNKNOWN);
    }
}
