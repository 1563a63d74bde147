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
package io.massms.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_500})
    void everyRowComesOnceAndInItsOrder(int count) throws IOException {
        try (ReadAhead rows = rows(count)) {
            for (int number = 1; number <= count; number++) {
                assertThat(rows.hasNext()).isTrue();
                assertThat(rows.next().number()).isEqualTo(number);
            }
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 5_000})
    void theReaderEndsWithTheFile(int count) throws IOException {
        rows(count).close();

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("campaign-reader")));
    }

    private ReadAhead rows(int count) throws IOException {
        String content = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "573001234567,Hola " + number)
                .collect(Collectors.joining("\n", "to,text\n", ""));
        return new ReadAhead(CampaignFile.open(Files.writeString(directory.resolve("campaign.csv"), content)));
    }
}
