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
package io.massms.camel.protocol.masms;

import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.RecipientAnswers;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.protocol.WireTimes;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.Operation;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * {@code sendmsg.php} (manual, section "Envíos de SMS"): one text to many, now or at a minute to come. A code of the section
 * "Respuestas de error" refuses the request, unless message ids stand behind it (decided): whom it means is open then.
 */
final class MasSmsSend implements Codec<SendQuestion, SendAnswer> {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The number in the text of code 111, in markettext's manual too, whose limit is 500 elsewhere. */
    private static final int SMALLER_REQUEST = 100;

    @Override
    public Call encode(SendQuestion question, Account account) {
        SmsMessage message = question.first();
        Form form = Form.of(account, Operation.send)
                .add("api_id", Credential.apiId)
                .add("user", Credential.user)
                .add("password", Credential.password)
                .addRecipients("to", question)
                .add("text", message.text())
                .add("senderid", message.from() == null ? "" : message.from());
        if (message.scheduledTime() == null) {
            return form.add("smstype", "y").call();
        }
        LocalDateTime time = WireTimes.notBefore(message.scheduledTime(), MINUTE, account.zone());
        return form.add("smstype", "p")
                .add("date_delivery", WireTimes.date(time))
                .add("time_delivery", WireTimes.minute(time))
                .call();
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        String text = reply.text();
        RecipientAnswers answers = new RecipientAnswers(question);
        if (!Unclear.isErrorPage(reply, text)) {
            Lines.each(text, ',', (start, end) -> settle(text, start, end, answers, question, account));
        }
        MasSmsCode code = MasSmsCode.in(text);
        if (code != null && !answers.anyTaken()) {
            return Answer.of(refused(code, text, question, account));
        }
        if (!answers.any()) {
            return Answer.of(Unclear.send(reply, question, account));
        }
        return Answer.of(
                smallerWhereAllAreTooMany(answers.complete(() -> Unclear.recipient(reply, question, account))));
    }

    private static SendAnswer refused(MasSmsCode code, String text, SendQuestion question, Account account) {
        String words = Excerpts.of(MasSmsCode.words(text), question, account);
        return smallerWhereAllAreTooMany(SendAnswer.forAll(code.refusal(words), question));
    }

    /** The code is about the request, whether it stands there once or beside each number. */
    private static SendAnswer smallerWhereAllAreTooMany(SendAnswer answer) {
        return answer.verdicts().size() > SMALLER_REQUEST
                        && answer.verdicts().stream().allMatch(MasSmsCode.TOO_MANY_RECIPIENTS::isIn)
                ? answer.resendInParts(SMALLER_REQUEST)
                : answer;
    }

    private static void settle(
            String text, int start, int end, RecipientAnswers answers, SendQuestion question, Account account) {
        int colon = start;
        while (colon < end && text.charAt(colon) != ':') {
            colon++;
        }
        if (colon > start && colon < end) {
            String said = Tokens.withoutTrailingSeparators(text.substring(startOfWord(text, colon + 1, end), end));
            answers.settle(text, start, colon, verdict(said, question, account));
        }
    }

    /** What stands before the entry's end is no white space. */
    private static int startOfWord(String text, int from, int end) {
        int start = from;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static Verdict verdict(String said, SendQuestion question, Account account) {
        MasSmsCode code = MasSmsCode.in(said);
        if (code != null) {
            return code.refusal(Excerpts.of(MasSmsCode.words(said), question, account));
        }
        if (MessageIds.isOne(said, account.credentials())) {
            boolean scheduled = question.first().scheduledTime() != null;
            return Verdict.taken(scheduled ? SmsState.SCHEDULED : SmsState.ENROUTE, said);
        }
        return Unclear.word(said, question, account);
    }
}
