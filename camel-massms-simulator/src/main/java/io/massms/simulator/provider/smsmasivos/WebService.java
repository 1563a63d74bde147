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
import io.massms.simulator.provider.smsmasivos.ws.Binding;
import io.massms.simulator.provider.smsmasivos.ws.CallFailure;
import io.massms.simulator.provider.smsmasivos.ws.Route;
import io.massms.simulator.provider.smsmasivos.ws.WebMethod;
import io.massms.simulator.provider.smsmasivos.ws.Xml;
import io.massms.simulator.store.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /ws/SMSMasivosAPI.asmx}: "los parámetros y respuestas posibles son idénticas", manual, sections on the Web Service. */
final class WebService {
    private final Platform platform;
    private final Desk desk;
    private final InboxPage inbox;

    WebService(Platform platform, Desk desk, InboxPage inbox) {
        this.platform = platform;
        this.desk = desk;
        this.inbox = inbox;
    }

    Answer answer(Route route, Exchange exchange) {
        return route.method()
                .map(method -> answer(route.binding(), method, exchange))
                .orElseGet(route::page);
    }

    private Answer answer(Binding binding, WebMethod method, Exchange exchange) {
        try {
            Params arguments = binding.arguments(method, exchange.call());
            Optional<Login> login = Login.of(platform, arguments);
            return binding.result(
                    method,
                    switch (method) {
                        case ENVIAR_SMS -> send(exchange, login, arguments);
                        case RECIBIR_SMS -> receive(exchange, login, arguments);
                    });
        } catch (CallFailure failure) {
            return binding.failure(failure);
        }
    }

    private Binding.Result send(Exchange exchange, Optional<Login> login, Params arguments) {
        String to = arguments.anyCase("numero");
        Desk.Submission submission = new Desk.Submission(
                to, arguments.anyCase("texto"), Alphabet.WEB, null, null, null, arguments.flag("test"));
        String answer = login.isPresent()
                ? SendAnswer.of(arguments, to, desk.submit(exchange, login.get(), submission))
                : SmsMasivosFront.WRONG_CREDENTIALS;
        return new Binding.Result("string", Xml.escape(answer));
    }

    /** The result has no place for words, so a refusal is a fault: decided. */
    private Binding.Result receive(Exchange exchange, Optional<Login> login, Params arguments) throws CallFailure {
        if (exchange.forcedCode().isPresent()) {
            throw CallFailure.refused(
                    Refusal.forced(exchange.forcedCode().get()).text());
        }
        if (login.isEmpty()) {
            throw CallFailure.refused(SmsMasivosFront.WRONG_CREDENTIALS);
        }
        List<SimulatedReply> replies = inbox.fetch(
                arguments.anyCase("origen").trim(),
                arguments.flag("solonoleidos"),
                arguments.flag("marcarcomoleidos") && !exchange.rehearsal());
        boolean withClientId = arguments.flag("traeridinterno");
        return new Binding.Result(
                "ArrayOfClsRespuesta",
                replies.stream().map(reply -> xml(reply, withClientId)).collect(Collectors.joining()));
    }

    /** .NET writes a date from a database without a zone; here, too, it is GMT-3. */
    private static String xml(SimulatedReply reply, boolean withClientId) {
        String clientId = reply.clientId() == null ? "" : reply.clientId();
        return "<clsRespuesta>"
                + Xml.element("numero", reply.from())
                + Xml.element("texto", reply.text())
                + Xml.element("fecha", Times.iso(reply.time()).replace(' ', 'T'))
                + Xml.element("idsms", Long.toString(reply.id()))
                + (withClientId ? Xml.element("idinterno", clientId) : "")
                + "</clsRespuesta>";
    }
}
