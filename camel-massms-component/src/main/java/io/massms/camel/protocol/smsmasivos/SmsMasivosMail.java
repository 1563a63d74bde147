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

import io.massms.camel.model.SmsError;
import io.massms.camel.model.SmsMessage;
import io.massms.camel.model.SmsState;
import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Lines;
import io.massms.camel.protocol.Tokens;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.Credential;
import io.massms.camel.spi.MailCall;
import io.massms.camel.spi.NotEncodableException;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.regex.Pattern;

/**
 * A mail to {@code api@smsmasivos.com.ar} with the subject {@code USUARIO CLAVE NUMERO TEXTO} (manual, section "Envío de mensajes vía
 * correo electrónico (SMTP)"). The answer is the mail server's: that it took the mail says nothing of the provider, which answers errors
 * by mail at most.
 */
final class SmsMasivosMail implements Codec<SendQuestion, SendAnswer> {
    private static final String ADDRESS = "api@smsmasivos.com.ar";
    private static final Pattern WORD = Pattern.compile("[!-~]+");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    /** RFC 2047, section 2: a reader makes other characters of it, line ends included. */
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?.*\\?=");

    @Override
    public Call encode(SendQuestion question, Account account) {
        SmsMessage message = question.first();
        String login = word(account.secret(Credential.user)) + ' ' + word(account.secret(Credential.password));
        if (!Tokens.isDigits(message.to())) {
            throw new NotEncodableException(
                    SmsError.INVALID_NUMBER,
                    "By mail a recipient is digits only; leave out all signs, or set numberPolicy=normalize");
        }
        String text = message.text();
        if (!PRINTABLE.matcher(text).matches() || ENCODED_WORD.matcher(text).find()) {
            throw new NotEncodableException(
                    SmsError.TEXT_BAD_CHARACTERS,
                    "By mail a text is one line of ASCII without encoded words such as =?utf-8?Q?a?=; take them out,"
                            + " or set textPolicy=auto");
        }
        String subject = login + ' ' + message.to() + ' ' + text;
        try {
            return new MailCall(ADDRESS, subject);
        } catch (IllegalArgumentException tooLong) {
            throw new NotEncodableException(
                    SmsError.TEXT_TOO_LONG, "The text is too long for the subject of a mail; shorten it");
        }
    }

    /** The subject's parts are told by the spaces between them. */
    private static String word(String secret) {
        if (!WORD.matcher(secret).matches()) {
            throw new NotEncodableException(
                    SmsError.AUTHENTICATION,
                    "By mail user and password are printable ASCII without spaces; choose others, or another channel");
        }
        return secret;
    }

    @Override
    public Answer<SendAnswer> decode(Reply reply, SendQuestion question, Account account) {
        return Answer.of(SendAnswer.forAll(verdict(reply, question, account), question));
    }

    /** RFC 5321, section 4.2.1: after a code of 400 and above the server has not taken the mail. */
    private static Verdict verdict(Reply reply, SendQuestion question, Account account) {
        String words = Excerpts.of(reply.text(), question, account);
        int code = reply.status();
        if (code == 250 && Lines.of(reply.text()).isEmpty()) {
            return Verdict.taken(SmsState.ENROUTE, null);
        }
        if (code < 400 || code > 599) {
            return Verdict.uncertain(
                            SmsError.UNEXPECTED_RESPONSE,
                            null,
                            "The mail server's answer is none that SMTP knows; the mail may have left, so find out"
                                    + " before sending it again")
                    .withProvider("SMTP " + code, words);
        }
        return Verdict.rejected(error(code), "SMTP " + code, words, reason(code));
    }

    private static SmsError error(int code) {
        if (code < 500) {
            return SmsError.CONNECT_FAILED;
        }
        return isAboutLogin(code) ? SmsError.AUTHENTICATION : SmsError.OTHER;
    }

    /** RFC 4954, section 6. */
    private static boolean isAboutLogin(int code) {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    private static String reason(int code) {
        if (code < 500) {
            return "The mail server cannot take the mail now (SMTP " + code + "); send it again later";
        }
        return isAboutLogin(code)
                ? "The mail server refused the login (SMTP " + code + "); check username and password of mailEndpoint"
                : "The mail server refused the mail (SMTP " + code + "); check the options of mailEndpoint, from= among"
                        + " them";
    }
}
