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
package io.massms.camel.protocol.contacto;

import io.massms.camel.model.MessageType;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Form;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.NumberSpelling;
import io.massms.camel.protocol.RecipientAnswers;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.protocol.Unclear;
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
import java.util.List;

/**
 * {@code sendsms} and {@code send.php} (manuals, section 1). The answer is {@code number,code} a line, or a bare code: one that
 * refuses the whole request, or the only recipient's.
 */
final class ContactoSend implements Codec<SendQuestion, SendAnswer> {
    private static final int NO_CODE = 1;
    private static final int LONGEST_ID = 30;

    /** A beginning of a number that is shorter may well be the code of a server that counts from 1 (decided). */
    private static final int SHORTEST_BEGINNING = 6;

    private final Credential secret;
    private final boolean sendsType;

    /**
     * A codec for one of the two providers.
     *
     * @param secret    what stands beside the user, under its own name
     * @param sendsType whether the provider knows {@code metodo_envio}
     */
    ContactoSend(Credential secret, boolean sendsType) {
        this.secret = secret;
        this.sendsType = sendsType;
    }

    @Override
    public Call encode(SendQuestion question, Account account) {
        Form form = Form.of(account, Operation.send)
                .add("user", Credential.user)
                .add(secret.name(), secret)
                .addRecipients("GSM", question)
                .add("SMSText", question.first().text());
        return (sendsType ? form.add("metodo_envio", method(question.first().type())) : form).call();
    }

    /** Bare: the quotes of the manual's URLs are no part of the value (observed). */
    private static String method(MessageType type) {
        if (type == null) {
            return "1via";
        }
        return switch (type) {
            case ONE_WAY -> "1via";
            case TWO_WAY -> "2via";
            case FLASH -> "flash";
        };
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        String text = reply.text();
        if (Unclear.isErrorPage(reply, text)) {
            return Answer.of(Unclear.send(reply, question, account));
        }
        List<String> lines = Lines.of(text);
        Verdict whole = lines.size() == 1 ? bareCode(lines.get(0), question, account) : null;
        if (whole != null) {
            return Answer.of(SendAnswer.forAll(whole, question));
        }
        RecipientAnswers answers = new RecipientAnswers(question);
        for (String line : lines) {
            settle(Tokens.withoutTrailingSeparators(line), answers, question, account);
        }
        return Answer.of(
                answers.any()
                        ? answers.complete(() -> Unclear.recipient(reply, question, account))
                        : Unclear.send(reply, question, account));
    }

    /** Null where the line is no code, or not certainly one: the beginning of a cut-off {@code number,code} looks like an acceptance. */
    private static Verdict bareCode(String line, SendQuestion question, Account account) {
        String said = Tokens.withoutTrailingSeparators(line);
        if (question.messages().size() > 1) {
            ContactoCode refusal = said.startsWith("-") ? refusal(said) : null;
            return refusal == null ? null : refusal.refusal(question);
        }
        return beginsRecipient(said, question.first().to()) ? null : code(said, question, account);
    }

    private static boolean beginsRecipient(String said, String recipient) {
        String key = NumberSpelling.key(recipient);
        return said.length() >= SHORTEST_BEGINNING
                && Tokens.isDigits(said)
                && (recipient.startsWith(said) || key != null && key.startsWith(said));
    }

    private static void settle(String line, RecipientAnswers answers, SendQuestion question, Account account) {
        int comma = line.indexOf(',');
        if (comma > 0) {
            String said = line.substring(comma + 1).strip();
            Verdict verdict = code(said, question, account);
            answers.settle(
                    line.substring(0, comma).strip(),
                    verdict == null ? Unclear.word(said, question, account) : verdict);
        }
    }

    /** Null for what is no code of the manuals. */
    private static Verdict code(String said, SendQuestion question, Account account) {
        ContactoCode refusal = refusal(said);
        if (refusal != null) {
            return refusal.refusal(question);
        }
        boolean accepted = Tokens.isDigits(said)
                && !isZero(said)
                && said.length() <= LONGEST_ID
                && !account.credentials().areRepeatedIn(said);
        return accepted ? Verdict.taken(SmsState.ENROUTE, said) : null;
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static ContactoCode refusal(String said) {
        return ContactoCode.of(Tokens.code(said, NO_CODE));
    }
}
