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

class HtmlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "style=\"display:none\"",
                "style=\"color:red; DISPLAY : None !important\"",
                "hidden",
                "style='display:none;font-size:0;mso-hide:all'",
                "style='max-height:0px; overflow:hidden'",
                "style='max-height:0;max-width:0;overflow-y: hidden'",
                "style='font-size:0;opacity:0'",
                "style='font-size: 0.0px !important; visibility:hidden'"
            })
    void whatAPageHidesIsNoText(String attribute) {
        assertThat(text("<div " + attribute + ">Antes <b>oculto</b></div><p>Su cita es hoy</p>"))
                .isEqualTo("Su cita es hoy");
        assertThat(text("<p>Su <span " + attribute + ">oculta </span>cita es hoy</p>"))
                .isEqualTo("Su cita es hoy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style='display:block'",
                "style='display:none;display:block'",
                "style='max-height:0'",
                "style='overflow:hidden'",
                "style='mso-hide:all'",
                "style='font-size:0'",
                "style='font-size:0;mso-hide:all'",
                "style='opacity:0'",
                "style='max-height:10px;overflow:hidden'",
                "style='font-size:0.8em'",
                "style='font-size:10px'",
                "style='display'",
                "style=':;;:none'",
                "style=''"
            })
    void whatAPageShowsIsText(String attribute) {
        assertThat(text("<div " + attribute + ">Su cita es hoy</div>")).isEqualTo("Su cita es hoy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='font-size:13px'>Su cita es hoy</div>",
                "<p style='font:16px/20px Arial'>Su cita es hoy</p>",
                "<font size='3'>Su cita es hoy</font>",
                "<p class='t'>Su cita es hoy</p>"
            })
    void whatIsInAColumnWithoutASizeOfItsOwnIsText(String words) {
        String page =
                "<html><head><style>.t{font-size:16px}</style></head><body><table><tr><td style='font-size:0px'>%s"
                        + "</td></tr></table></body></html>";

        assertThat(text(page.formatted(words))).isEqualTo("Su cita es hoy");
    }

    @Test
    void aButtonThatOnlyOutlookDrawsInItsOwnWayIsText() {
        String page = "<!--[if mso]><v:rect><center>Confirme al 3001234567</center></v:rect><![endif]-->"
                + "<a href='x' style='display:inline-block;font-size:13px;mso-hide:all;'>Confirme al 3001234567</a>";

        assertThat(text(page)).isEqualTo("Confirme al 3001234567");
    }

    @Test
    @Timeout(60)
    void aPageOfNothingButNestedStylesTakesNoTime() {
        assertThat(text("<i style='font-size:1px'>x".repeat(10_000))).hasSize(10_000);
    }

    private static String text(String page) {
        return BodyTrim.page(HtmlText.of(page, false), false, MailKind.UNKNOWN);
    }
}
