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
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What handsets sent (manual, section "Recepción de mensajes vía HTTP (PULL)").
 */
final class SmsMasivosInbox implements Codec<InboxQuestion, List<InboundSms>> {
    private static final List<String> BREAKS = List.of("<br>", "<br/>", "<br />");

    @Override
    public Call encode(InboxQuestion question, Account account) {
        return form(question, account).add("traeridinterno", "1").call();
    }

    /** What the text page and the spreadsheet are asked for alike. */
    static Form form(InboxQuestion question, Account account) {
        Form form = SmsMasivosForms.addCredentials(Form.of(account, Operation.inbox), account.credentials());
        if (question.from() != null) {
            form.add("origen", question.from());
        }
        return form.add("solonoleidos", question.unreadOnly() ? "1" : "0")
                .add("marcarcomoleidos", question.markRead() ? "1" : "0");
    }

    /**
     * An empty page is an empty inbox. A page of which a part cannot be read is no answer: nothing of it is taken for complete. Every
     * record has a line end (manual); where the last one has none, the page may be cut off within its id or its reference.
     */
    @Override
    public Answer<List<InboundSms>> decode(Reply reply, InboxQuestion question, Account account) {
        if (reply.status() != 200) {
            return Unclear.query(holdsRecords(reply) ? withoutBody(reply) : reply, account);
        }
        String text = reply.textWithTabs();
        String records = withoutBreaksAtTheEnd(text);
        InboxRecords.Page page = InboxRecords.read(records, account);
        if (page == null) {
            return unreadable(reply, account);
        }
        boolean isEnded = records.length() < text.length() || endsLine(reply.body());
        return isEnded || page.messages().isEmpty()
                ? Answer.of(page.messages())
                : Answer.openEnded(page.messages(), page.withoutLast());
    }

    /** For verdicts without an excerpt. */
    static Reply withoutBody(Reply reply) {
        return new Reply(reply.status(), new byte[0], StandardCharsets.US_ASCII, reply.retryAfter());
    }

    private static boolean endsLine(byte[] body) {
        int end = body.length;
        while (end > 0 && (body[end - 1] == ' ' || body[end - 1] == '\t')) {
            end--;
        }
        return end > 0 && (body[end - 1] == '\n' || body[end - 1] == '\r');
    }

    /** Words refuse only where they stand alone: on a page that is cut off they may be what a person wrote. */
    private static Answer<List<InboundSms>> unreadable(Reply reply, Account account) {
        String page = reply.textWithTabs();
        if (holdsRecords(reply)) {
            return Answer.failed(unreadable());
        }
        String line = reply.text();
        if (Unclear.isErrorPage(reply, line)) {
            return Unclear.query(reply, account);
        }
        SmsMasivosWord word = Lines.of(line).size() == 1 ? SmsMasivosWord.ofText(line) : null;
        boolean mayBeText = word == null || page.startsWith("\t") && !word.isAboutTheAccount();
        return mayBeText || word == SmsMasivosWord.SIMULATED
                ? Answer.failed(unreadable())
                : Answer.failed(word.refusal(null, Excerpts.of(line, account)));
    }

    /** A record has tabs between its fields; a web page begins with a tag, which no sender does. */
    private static boolean holdsRecords(Reply reply) {
        String page = reply.text();
        return page.indexOf('\t') >= 0 && !page.startsWith("<");
    }

    /** Without an excerpt: what stands in an inbox is people's own. */
    private static Verdict unreadable() {
        return Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "The inbox's page could not be read to its end");
    }

    private static String withoutBreaksAtTheEnd(String page) {
        for (String end : BREAKS) {
            int start = page.length() - end.length();
            if (page.regionMatches(true, start, end, 0, end.length())) {
                return withoutBreaksAtTheEnd(page.substring(0, start).stripTrailing());
            }
        }
        return page;
    }
}
