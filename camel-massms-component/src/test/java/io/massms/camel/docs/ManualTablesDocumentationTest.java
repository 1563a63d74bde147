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
package io.massms.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.camel.model.SmsError;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of options, headers and errors in the manual say what the component's metadata and enums say. */
class ManualTablesDocumentationTest {
    private static final String FOLDER = "src/manual/generated/";
    private static final String METADATA =
            "camel-massms-component/src/generated/resources/META-INF/io/massms/camel/component/sms.json";

    @Test
    void optionsAreThoseOfTheMetadata() throws IOException {
        StringBuilder table =
                new StringBuilder("[%header,cols=\"2,5,2,1\"]\n|===\n|option |what it is for |values |default\n");
        for (Map.Entry<String, JsonNode> option : metadata("properties").properties()) {
            JsonNode about = option.getValue();
            table.append("\n|`").append(option.getKey()).append("`");
            table.append(about.path("secret").asBoolean() ? " (secret)" : "");
            table.append("\n|").append(text(about, "description"));
            table.append("\n|").append(values(about));
            table.append("\n|").append(text(about, "defaultValue")).append('\n');
        }
        assertUpToDate("options.adoc", table.append("|===\n"));
    }

    @Test
    void headersAreThoseOfTheMetadata() throws IOException {
        StringBuilder table = new StringBuilder("[%header,cols=\"2,2,5\"]\n|===\n|header |type |what it is for\n");
        for (Map.Entry<String, JsonNode> header : metadata("headers").properties()) {
            table.append("\n|`").append(header.getKey()).append('`');
            table.append("\n|").append(simpleName(text(header.getValue(), "javaType")));
            table.append("\n|").append(text(header.getValue(), "description")).append('\n');
        }
        assertUpToDate("headers.adoc", table.append("|===\n"));
    }

    @Test
    void errorsAreThoseOfTheEnum() throws IOException {
        StringBuilder table = new StringBuilder("[%header,cols=\"2,2\"]\n|===\n|error |what to do\n");
        for (SmsError error : SmsError.values()) {
            table.append("\n|`").append(error).append("`\n|");
            table.append(
                            switch (error.action()) {
                                case PERMANENT -> "correct the cause; trying the same again changes nothing";
                                case RETRY_LATER -> "try again later";
                                case UNCERTAIN -> "find out first; it may have been sent";
                            })
                    .append('\n');
        }
        assertUpToDate("errors.adoc", table.append("|===\n"));
    }

    @Test
    void featuresAreThoseThatTheProvidersDeclare() {
        String markdown = FeatureMatrixDocumentationTest.matrix();
        StringBuilder table = new StringBuilder("[%header]\n|===\n");
        markdown.lines()
                .filter(line -> !line.startsWith("|---"))
                .map(line -> line.substring(0, line.length() - 1).strip())
                .forEach(line -> table.append(line).append('\n'));
        assertUpToDate("features.adoc", table.append("|===\n"));
    }

    private static void assertUpToDate(String name, CharSequence expected) {
        Documents.Document document = Documents.read(FOLDER + name);
        assertThat(document.updatable(document.text(), expected.toString())).isEqualTo(expected.toString());
    }

    private static JsonNode metadata(String section) throws IOException {
        return new ObjectMapper()
                .readTree(Documents.root().resolve(METADATA).toFile())
                .path(section);
    }

    private static String values(JsonNode about) {
        if (about.has("enum")) {
            StringBuilder values = new StringBuilder();
            about.path("enum")
                    .forEach(value -> values.append(values.isEmpty() ? "`" : ", `")
                            .append(value.asText())
                            .append('`'));
            return values.toString();
        }
        return text(about, "type").equals("duration")
                ? "duration"
                : simpleName(text(about, "javaType").replaceFirst("<.*", "")).toLowerCase(Locale.ROOT);
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String text(JsonNode about, String field) {
        return about.path(field).asText("").replace("|", "\\|");
    }
}
