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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers that repeat what they should not. */
final class Echoes {
    private static final List<String> FORMS = List.of(
            "%s",
            "%s;%s",
            "ERROR:107 %s",
            "107:%s",
            "STATUS:%s",
            "-99;%s",
            "-50;Error con %s",
            "OK %s",
            "Error de conexión para el usuario %s",
            "Incorrecto: usuario=%s&clave=%s",
            "<html><body>Not found: /api?user=%s&amp;password=%s</body></html>",
            "<a href=\"?token=%s\">%s</a>");

    /** A name or a value of a document in JSON. */
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private Echoes() {}

    /** An answer that is a document, with a secret in the place of each of its values. */
    static Stream<String> inside(String document, String secret) {
        String quoted = '"' + secret.replace("\"", "\\\"") + '"';
        return STRING.matcher(document)
                .results()
                .filter(string ->
                        !document.substring(string.end()).stripLeading().startsWith(":"))
                .map(value -> document.substring(0, value.start()) + quoted + document.substring(value.end()));
    }

    /** A secret in every place of an answer, spelt in every way that a page spells a value. */
    static Stream<String> of(String secret, String recipient) {
        return spellings(secret)
                .flatMap(spelt -> Stream.concat(
                        FORMS.stream().map(form -> form.replace("%s", spelt)),
                        Stream.of(
                                recipient + ":" + spelt,
                                recipient + "," + spelt,
                                recipient + ": " + spelt,
                                recipient + ":110:" + spelt)));
    }

    private static Stream<String> spellings(String value) {
        String html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Stream.of(
                        value,
                        URLEncoder.encode(value, StandardCharsets.UTF_8),
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                        html,
                        html.replace("\"", "&quot;"))
                .distinct();
    }
}
