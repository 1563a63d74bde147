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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The snippets in Markdown documents are regions of code that runs. */
class SnippetsDocumentationTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\n```\\w*\\n(.*?)```\\n", Pattern.DOTALL);

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Documents.root())) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySnippetIsARegionOfCodeThatRuns(Path file) {
        Documents.Document document = Documents.read(file);
        Matcher snippet = SNIPPET.matcher(document.text());
        while (snippet.find()) {
            String shown = snippet.group();
            int body = snippet.start(3) - snippet.start();
            String expected = shown.substring(0, body) + region(snippet.group(1), snippet.group(2)) + "```\n";

            assertThat(document.updatable(shown, expected)).isEqualTo(expected);
        }
    }

    private static String region(String file, String name) {
        List<String> lines = Documents.read(file).text().lines().toList();
        int from = indexOf(lines, "tag::" + name + "[]");
        int to = indexOf(lines, "end::" + name + "[]");
        return String.join("\n", withoutFrame(lines.subList(from + 1, to))).stripIndent() + "\n";
    }

    /** A text block's first and last line are Java, what is between is the snippet. */
    private static List<String> withoutFrame(List<String> lines) {
        boolean textBlock = lines.get(lines.size() - 1).strip().equals("\"\"\";");
        int opening = 0;
        while (textBlock && !lines.get(opening).strip().endsWith("\"\"\"")) {
            opening++;
        }
        return textBlock ? lines.subList(opening + 1, lines.size() - 1) : lines;
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i;
            }
        }
        throw new IllegalStateException("There is no region mark " + mark);
    }
}
