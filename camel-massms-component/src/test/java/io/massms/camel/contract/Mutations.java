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
package io.massms.camel.contract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What old servers, proxies and broken connections make of an answer. */
final class Mutations {
    private static final Pattern BETWEEN_TAGS = Pattern.compile("(?<=>)[^<&]+(?=<)");

    private Mutations() {}

    /** Every beginning of it, the empty one included, the whole one not. */
    static Stream<String> cutOff(String body) {
        return IntStream.range(0, body.length()).mapToObj(length -> body.substring(0, length));
    }

    /** The same answer in other clothes: those that every answer can wear, and those of text. */
    static Map<String, String> dressed(String body, boolean exact) {
        Map<String, String> dressed = new LinkedHashMap<>();
        dressed.put("byte order mark", "\uFEFF" + body);
        dressed.put("byte order mark read as ISO-8859-1", "\u00EF\u00BB\u00BF" + body);
        dressed.put("white space around", "\r\n  \t" + body + " \r\n\r\n");
        dressed.put("CRLF", body.replace("\r\n", "\n").replace("\n", "\r\n"));
        dressed.put("LF", body.replace("\r\n", "\n"));
        if (exact) {
            return dressed;
        }
        dressed.put("<br> for line ends", body.replace("\r\n", "\n").replace("\n", "<br>"));
        dressed.put("<BR /> for line ends", body.replace("\r\n", "\n").replace("\n", "<BR />\n"));
        dressed.put("<br/> at the end", body + "<br/>");
        return dressed;
    }

    /** The same answer in letters of one case; of a document only what stands between its tags, as names are fixed. */
    static Stream<String> inOtherCase(String body) {
        return Stream.<UnaryOperator<String>>of(
                        text -> text.toLowerCase(Locale.ROOT), text -> text.toUpperCase(Locale.ROOT))
                .map(letters -> body.startsWith("<?xml")
                        ? BETWEEN_TAGS.matcher(body).replaceAll(text -> letters.apply(text.group()))
                        : letters.apply(body));
    }

    /** The answer as a part of a web page: nobody can say whose words these are. */
    static Stream<String> wrapped(String body) {
        return Stream.of(
                "<html><body>" + body + "</body></html>",
                "<!DOCTYPE html>\n<HTML><HEAD><TITLE>Error</TITLE></HEAD>\n<BODY>\n" + body + "\n</BODY></HTML>",
                "\uFEFF\r\n<?xml version=\"1.0\"?>\n<p>" + body + "</p>",
                "<b>Warning</b>: mysql_connect() in <b>/api/sms.php</b> on line <b>12</b><br />\n" + body);
    }
}
