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
package io.massms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.simulator.Simulator;
import io.massms.simulator.TestClient;
import io.massms.simulator.TestClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Path FILES = Path.of("src/main/resources/io/massms/simulator/page");
    private final Simulator simulator = Simulator.start();
    private final TestClient client = new TestClient(simulator.url());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyFileIsServedUnderAStrictPolicy() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            Reply reply = client.call("GET", name.equals("index.html") ? "/" : "/page/" + name);

            assertThat(reply.status()).as(name).isEqualTo(200);
            assertThat(reply.bytes()).as(name).isEqualTo(Files.readAllBytes(file));
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void noFileWritesHtmlFromTextOrNamesAnotherHost() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", " style=")
                    .doesNotContain("//cdn", "@import")
                    .doesNotContainPattern("(?<!xmlns=\")https?://(?!localhost)");
        }
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI page = URI.create(simulator.url() + "/");
        String tag = client.call("GET", "/").header("ETag");

        HttpResponse<String> again = http.send(
                HttpRequest.newBuilder(page).header("If-None-Match", tag).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }
}
