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

/** New mails whose lines look like those of a quote: notices, web forms, alarms, lists. All of them is sent. */
class QuoteLookalikeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ticket 4711 nuevo\nDe: Juan Perez <juan@cliente.com>\nPara: soporte@empresa.com\nAsunto: No anda internet\nPrioridad: alta",
                "Nueva consulta desde la web\nDe: Juan <juan@cliente.com>\nPara: ventas\nAsunto: precios\nFecha: 21/11/2026 10:00\nMensaje: hola",
                "Llamada perdida\nDe: +541155556666\nPara: 4321\nAsunto: llamada\nFecha: 21/11/2026 10:00",
                "Turno confirmado\nDe: 10:00 a 11:00\nPara: Ana\nAsunto: control",
                "COMUNICADO INTERNO\nDe: Gerencia\nPara: todos\nAsunto: feriado\nFecha: 21/11/2026 08:00\nManana no se trabaja",
                "ALERTA db1\nFrom: monitor@example.org\nTo: ops@example.org\nSubject: disco lleno\nhost db1",
                "Reserva 12\nFrom: EZE 10:00\nTo: LIM\nSubject: vuelo",
                "Enviado desde mi celular",
                "Enviado desde mi oficina: llego tarde"
            })
    void aNewMailIsSentAsItIs(String notice) throws Exception {
        assertThat(text("text/plain", notice)).isEqualTo(notice);
        assertThat(text("text/html", "<p>" + notice.replace("<", "&lt;").replace("\n", "<br>\n") + "</p>"))
                .isEqualTo(notice);
    }

    @Test
    void aFormBelowABlankLineThatEndsTheMailIsSent() throws Exception {
        assertThat(text("text/plain", "Consulta\n\nDe: Juan\nPara: ventas\nAsunto: precios, 10:00\n"))
                .isEqualTo("Consulta\nDe: Juan\nPara: ventas\nAsunto: precios, 10:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALERTA db1\n> 90 % CPU\nRevisar",
                "> 18 anos: gratis\n> 65 anos: gratis",
                "Menu\n> uno\n\n> dos",
                ">> ALERTA db1 <<\nCAIDO"
            })
    void whatAPageMarksAsQuotesDoIsItsText(String notice) throws Exception {
        String page = "<p>" + notice.replace(">", "&gt;").replace("\n", "<br>\n") + "</p>";

        assertThat(text("text/html", page)).isEqualTo(notice.replace("\n\n", "\n"));
    }

    /** Though the mail does not say that it is an answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "El 21/11/2026 a las 10:00, Luis escribió:\n> privado",
                "-----Mensaje original-----\n> privado",
                "> vienes?\n> > privado",
                "> vienes?\n>> privado"
            })
    void whatAPageQuotesIsNotSent(String quote) throws Exception {
        String page = "<p>Voy<br>\n" + quote.replace(">", "&gt;").replace("\n", "<br>\n") + "</p>";

        assertThat(text("text/html", page)).isEqualTo("Voy");
    }

    private static String text(String type, String body) throws Exception {
        String mail = "Subject: aviso\nContent-Type: " + type + "; charset=UTF-8\n\n" + body + "\n";
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailText(false)
                .of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }
}
