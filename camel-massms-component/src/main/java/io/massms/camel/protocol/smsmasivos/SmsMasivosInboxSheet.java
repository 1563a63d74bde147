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

import io.massms.camel.protocol.Excerpts;
import io.massms.camel.protocol.Unclear;
import io.massms.camel.spi.Account;
import io.massms.camel.spi.Answer;
import io.massms.camel.spi.Call;
import io.massms.camel.spi.Codec;
import io.massms.camel.spi.InboxQuestion;
import io.massms.camel.spi.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The inbox as a spreadsheet for people ({@code formato=excel}): handed through as it comes, an empty one too. A line of words that
 * refuse, or a web page without a table, is none.
 */
final class SmsMasivosInboxSheet implements Codec<InboxQuestion, byte[]> {
    private static final int LONGEST_REFUSAL = 200;
    private static final int BEGINNING = 10_000;
    private static final Pattern WEB_PAGE = Pattern.compile("(?i)<(?:!doctype html|html|head|body|title|h1|font|p)\\b");
    private static final Pattern TABLE = Pattern.compile("(?i)<(?:table|tr|td|x:|o:)|excel|spreadsheet|workbook");
    private static final Pattern FIELDLESS = Pattern.compile("[^\\p{Cntrl},;<]+");

    @Override
    public Call encode(InboxQuestion question, Account account) {
        return SmsMasivosInbox.form(question, account).add("formato", "excel").call();
    }

    @Override
    public Answer<byte[]> decode(Reply reply, InboxQuestion question, Account account) {
        if (reply.status() != 200) {
            return Unclear.query(reply, account);
        }
        String text = new Reply(200, beginning(reply), StandardCharsets.ISO_8859_1, null).text();
        if (WEB_PAGE.matcher(text).lookingAt() && !TABLE.matcher(text).find()) {
            return Unclear.query(reply, account);
        }
        SmsMasivosWord word = isShortLine(reply, text) ? SmsMasivosWord.ofText(text) : null;
        return word == null || word == SmsMasivosWord.SIMULATED
                ? Answer.of(reply.body())
                : Answer.failed(word.refusal(null, Excerpts.of(reply.text(), account)));
    }

    /** A row has tabs, commas or semicolons between its fields, or stands in tags. */
    private static boolean isShortLine(Reply reply, String text) {
        return reply.body().length <= LONGEST_REFUSAL && FIELDLESS.matcher(text).matches();
    }

    private static byte[] beginning(Reply reply) {
        return Arrays.copyOf(reply.body(), Math.min(reply.body().length, BEGINNING));
    }
}
