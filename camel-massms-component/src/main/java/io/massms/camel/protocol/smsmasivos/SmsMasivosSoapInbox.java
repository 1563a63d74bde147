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
package io.massms.camel.protocol.smsmasivos;

import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsError;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.protocol.soap.SoapAnswer;
import io.massms.camel.protocol.soap.SoapCall;
import io.massms.camel.protocol.soap.XmlElement;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** {@code RecibirSMS} (manual, section "Recepción de mensajes vía Web Service (PULL)"). */
final class SmsMasivosSoapInbox implements Codec<InboxQuestion, List<InboundSms>> {
    private static final String NAME = "RecibirSMS";

    @Override
    public Call encode(InboxQuestion question, Account account) {
        SoapCall call = SmsMasivosWebService.call(NAME, Operation.inbox, account);
        if (question.from() != null) {
            call.add("origen", question.from());
        }
        return call.add("solonoleidos", question.unreadOnly())
                .add("marcarcomoleidos", question.markRead())
                .add("traeridinterno", true)
                .call();
    }

    /** An answer of which a part cannot be read is no answer: nothing of it is taken for complete. */
    @Override
    public Answer<List<InboundSms>> decode(Reply reply, InboxQuestion question, Account account) {
        SoapAnswer answer = SoapAnswer.read(reply.text(), NAME);
        if (answer == null) {
            return holdsRecords(reply) ? Answer.failed(unreadable()) : Unclear.query(reply, account);
        }
        if (answer.fault() != null) {
            String words = Excerpts.of(answer.fault().reason(), account);
            Verdict refusal = SmsMasivosWebService.refusal(answer.fault(), words);
            return Answer.failed(refusal == null ? SmsMasivosWebService.unclear(words, "") : refusal);
        }
        List<InboundSms> messages = messages(answer.result(), account);
        return reply.status() == 200 && messages != null ? Answer.of(messages) : Answer.failed(unreadable());
    }

    /** The beginning of a document that is cut off: an excerpt would show what a person wrote. */
    private static boolean holdsRecords(Reply reply) {
        return reply.text().contains("clsRespuesta");
    }

    /** The oldest first; the service gives the newest first (manual). */
    private static List<InboundSms> messages(XmlElement result, Account account) {
        if (result.children().isEmpty() && !result.text().isBlank()) {
            return null;
        }
        List<InboundSms> messages = new ArrayList<>(result.children().size());
        for (XmlElement element : result.children()) {
            InboundSms message = message(element, account);
            if (message == null) {
                return null;
            }
            messages.add(message);
        }
        Collections.reverse(messages);
        messages.sort(Comparator.comparing(InboundSms::receivedTime));
        return messages;
    }

    private static InboundSms message(XmlElement element, Account account) {
        String number = element.textOf("numero");
        String text = element.textOf("texto");
        String id = element.textOf("idsms");
        String clientId = element.textOf("idinterno");
        Instant time = time(element.textOf("fecha"), account);
        if (!isNumber(number) || !isNumber(id) || time == null) {
            return null;
        }
        return new InboundSms(
                account.profile().id(),
                number.strip(),
                null,
                text == null ? "" : text,
                id.strip(),
                clientId == null || clientId.isBlank() ? null : clientId.strip(),
                time);
    }

    private static boolean isNumber(String value) {
        return value != null && Tokens.isDigits(value.strip());
    }

    /** .NET writes a time with its offset where it knows one, else the server's clock. */
    private static Instant time(String value, Account account) {
        if (value == null) {
            return null;
        }
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(value.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) time).atZone(account.zone()).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Without an excerpt: what stands in an inbox is people's own. */
    private static Verdict unreadable() {
        return Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "The inbox's answer could not be read to its end");
    }
}
