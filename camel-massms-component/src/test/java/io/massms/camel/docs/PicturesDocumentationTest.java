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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual's pictures, which the tests of the pages take. */
class PicturesDocumentationTest {
    private static final Pattern PICTURE = Pattern.compile("(?m)^(.*)\\nimage::images/(\\S+)\\[\"([^\"]*)\".*]$");
    private static final Path PAGES = Documents.root().resolve("src/manual/pages");
    private static final int LARGEST = 150_000;

    @Test
    void everyPictureIsUsedWithACaptionAndWordsForWhoCannotSeeIt() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path page : files(PAGES, ".adoc")) {
            Matcher picture = PICTURE.matcher(Files.readString(page));
            while (picture.find()) {
                assertThat(picture.group(1))
                        .as("the caption of " + picture.group(2))
                        .startsWith(".");
                assertThat(picture.group(3))
                        .as("the words for " + picture.group(2))
                        .isNotBlank();
                used.add(picture.group(2));
            }
        }
        assertThat(used)
                .isNotEmpty()
                .isEqualTo(files(PAGES.resolve("images"), ".png").stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet()));
    }

    @Test
    void noPictureMakesThePageSlow() throws IOException {
        for (Path file : files(PAGES.resolve("images"), ".png")) {
            assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
        }
    }

    private static Set<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toSet());
        }
    }
}
