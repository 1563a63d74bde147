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
package io.massms.camel.protocol;

import io.massms.camel.model.SmsError;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Reply;
import io.massms.camel.spi.SendAnswer;
import io.massms.camel.spi.SendQuestion;
import io.massms.camel.spi.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** What it means that an answer, or a part of it, could not be understood. It is never taken for a success. */
public final class Unclear {
    private static final String MAY_HAVE_LEFT = "; the message may have left, so find out before sending it again";

    private static final Pattern ENVELOPE = Pattern.compile("(?:<\\?xml[^>]*>\\s*)?<(?:[\\w.-]+:)?Envelope\\b");

    private Unclear() {}

    /**
     * Whether an answer is what servers and proxies show for their own errors: a web page, whatever its status code says, or the status
     * code itself, which a parser of bare numbers would take for a result.
     *
     * @param  reply the answer
     * @param  text  its text
     * @return       true when nothing in it is the provider's word
     */
    public static boolean isErrorPage(Reply reply, String text) {
        return isPage(text) || !isSuccess(reply) && repeatsStatus(reply, text);
    }

    private static boolean repeatsStatus(Reply reply, String text) {
        List<String> lines = Lines.of(text);
        return lines.size() == 1
                && Integer.toString(reply.status()).startsWith(Tokens.withoutTrailingSeparators(lines.get(0)));
    }

    /** Whether it begins with a tag other than {@code <br>}. */
    static boolean isPage(String text) {
        return text.startsWith("<") && !text.regionMatches(true, 1, "br", 0, 2);
    }

    private static boolean isSuccess(Reply reply) {
        return reply.status() >= 200 && reply.status() <= 299;
    }

    /**
     * Nothing of an answer to a request that sends was understood.
     *
     * @param  reply    the answer
     * @param  question what was asked
     * @param  account  whose
     * @return          refused where the status code says so, else uncertain
     */
    public static SendAnswer send(Reply reply, SendQuestion question, Account account) {
        String excerpt = Excerpts.of(reply.text(), question, account);
        return SendAnswer.forAll(verdict(reply, account, excerpt, MAY_HAVE_LEFT), question);
    }

    /**
     * Nothing of an answer to another question was understood.
     *
     * @param  reply   the answer
     * @param  account whose
     * @param  <A>     what was expected
     * @return         no value
     */
    public static <A> Answer<A> query(Reply reply, Account account) {
        return Answer.failed(verdict(reply, account, Excerpts.of(reply.text(), account), ""));
    }

    /**
     * An answer is a part of what was asked for, and the provider says that there is more: of an inbox in pages, for one, whose next page
     * nobody asks for. A part that passes for the whole loses the rest without a word.
     *
     * @param  <A> what was expected
     * @return     no value
     */
    public static <A> Answer<A> isNotAll() {
        return Answer.failed(Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                null,
                "The provider has more than it answered at once, and the rest cannot be asked for, so nothing of it was taken;"
                        + " make it less at the provider"));
    }

    /**
     * An answer tells of some recipients, but not of this one.
     *
     * @param  reply    the answer
     * @param  question what was asked
     * @param  account  whose
     * @return          uncertain
     */
    public static Verdict recipient(Reply reply, SendQuestion question, Account account) {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                Excerpts.of(reply.text(), question, account),
                "The provider's answer does not mention this recipient" + MAY_HAVE_LEFT);
    }

    /**
     * What an answer says of a recipient is in no manual.
     *
     * @param  said     what it says
     * @param  question what was asked
     * @param  account  whose
     * @return          uncertain
     */
    public static Verdict word(String said, SendQuestion question, Account account) {
        return Verdict.uncertain(
                SmsError.UNEXPECTED_RESPONSE,
                Excerpts.of(said, question, account),
                "The provider's manual does not know what its answer says of this recipient" + MAY_HAVE_LEFT);
    }

    private static Verdict verdict(Reply reply, Account account, String excerpt, String consequence) {
        if (HttpRefusals.isOne(reply)) {
            return HttpRefusals.of(reply, excerpt, account);
        }
        Verdict verdict =
                Verdict.uncertain(SmsError.UNEXPECTED_RESPONSE, excerpt, reason(reply, reply.text()) + consequence);
        return isSuccess(reply)
                ? verdict
                : verdict.withProvider("HTTP " + reply.status(), excerpt).withRetryAfter(reply.retryAfter());
    }

    private static String reason(Reply reply, String text) {
        if (reply.status() >= 300 && reply.status() <= 399) {
            return "HTTP " + reply.status()
                    + ": the server points to another address, which is not followed; check baseUrl";
        }
        String subject = isSuccess(reply) ? "The provider's answer" : "HTTP " + reply.status() + ": the answer";
        if (text.isEmpty()) {
            return subject + " is empty";
        }
        return subject
                + (isPage(text) && !ENVELOPE.matcher(text).lookingAt()
                        ? " is a web page instead of a result"
                        : " is not one that the manual knows");
    }
}
