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
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.Verdict;
import java.util.List;
import java.util.Locale;

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

    /** An empty page is an empty inbox. A page of which a part cannot be read is no answer: nothing of it is taken for complete. */
    @Override
    public Answer<List<InboundSms>> decode(Reply reply, InboxQuestion question, Account account) {
        if (reply.status() != 200) {
            return Unclear.query(reply, account);
        }
        List<InboundSms> records = InboxRecords.read(withoutBreaksAtTheEnd(reply.textWithTabs()), account);
        if (records != null) {
            return Answer.of(records);
        }
        String page = reply.text();
        if (Unclear.isErrorPage(reply, page)) {
            return Unclear.query(reply, account);
        }
        SmsMasivosWord word = SmsMasivosWord.ofText(page);
        return word == null || word == SmsMasivosWord.SIMULATED
                ? Answer.failed(unreadable())
                : Answer.failed(word.refusal(null, Excerpts.of(page, account)));
    }

    /** Without an excerpt: what stands in an inbox is people's own. */
    private static Verdict unreadable() {
        return Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, null, "The inbox's page could not be read to its end");
    }

    private static String withoutBreaksAtTheEnd(String page) {
        String rest = page;
        String lower = page.toLowerCase(Locale.ROOT);
        for (int i = 0; i < BREAKS.size(); i++) {
            if (lower.endsWith(BREAKS.get(i))) {
                rest = rest.substring(0, rest.length() - BREAKS.get(i).length()).stripTrailing();
                lower = lower.substring(0, rest.length());
                i = -1;
            }
        }
        return rest;
    }
}
