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
package io.massms.simulator.provider.smsmasivos;

import io.massms.simulator.SimulatedReply;
import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.Exchange;
import io.massms.simulator.store.Inbox;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code obtener_sms_entrada.asp}: manual, section "Recepción de mensajes vía HTTP (PULL)". */
final class InboxPage {
    private final Inbox inbox;

    InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    Answer answer(Exchange exchange) {
        Params params = exchange.params();
        String origin = params.anyCase("origen").trim();
        boolean unreadOnly = params.flag("solonoleidos");
        boolean mark = params.flag("marcarcomoleidos") && !exchange.rehearsal();
        List<SimulatedReply> replies = fetch(origin, unreadOnly, mark);
        boolean withClientId = params.flag("traeridinterno");
        return params.anyCase("formato").trim().equalsIgnoreCase("excel")
                ? spreadsheet(replies, withClientId)
                : Answer.asp(lines(replies, withClientId));
    }

    /** The replies, newest first; an empty origin means all numbers. */
    List<SimulatedReply> fetch(String origin, boolean unreadOnly, boolean mark) {
        return inbox.fetch(
                reply -> reply.provider().equals(SmsMasivosFront.ID)
                        && (origin.isEmpty() || reply.from().equals(origin))
                        && !(unreadOnly && reply.read()),
                mark);
    }

    private static String lines(List<SimulatedReply> replies, boolean withClientId) {
        StringBuilder text = new StringBuilder();
        for (SimulatedReply reply : replies) {
            text.append(String.join("\t", fields(reply, withClientId))).append("\r\n");
        }
        return text.toString();
    }

    /** "En formato xls compatible": a table in HTML, which spreadsheets open. */
    private static Answer spreadsheet(List<SimulatedReply> replies, boolean withClientId) {
        StringBuilder html = new StringBuilder("<html><body><table border=\"1\">\r\n");
        for (SimulatedReply reply : replies) {
            html.append("<tr>");
            fields(reply, withClientId)
                    .forEach(field -> html.append("<td>").append(escape(field)).append("</td>"));
            html.append("</tr>\r\n");
        }
        html.append("</table></body></html>\r\n");
        return Answer.of(
                200, "application/vnd.ms-excel; charset=ISO-8859-1", html.toString(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> fields(SimulatedReply reply, boolean withClientId) {
        String time = Times.iso(reply.time());
        String id = Long.toString(reply.id());
        String clientId = reply.clientId() == null ? "" : reply.clientId();
        return withClientId
                ? List.of(reply.from(), reply.text(), time, id, clientId)
                : List.of(reply.from(), reply.text(), time, id);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
