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

import static org.assertj.core.api.Assertions.assertThat;

import io.massms.camel.spi.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {

    @Test
    void aVectorThatCannotBeReadIsNamedWithItsFolderAndStopsNoOther(@TempDir Path folder) throws IOException {
        Path provider = folder.resolve("smsdelsur");
        write(provider.resolve("balance/E12.json"), "{\"source\": \"manual\", \"exp");
        write(provider.resolve("send/odd.json"), "{\"sauce\": \"manual\"}");
        write(provider.resolve("send/ok.json"), "{\"source\": \"manual\"}");
        write(provider.resolve("sned/ok.json"), "{\"source\": \"manual\"}");

        Vectors vectors = Vectors.in(provider);

        assertThat(vectors.unreadable()).hasSize(3);
        assertThat(vectors.unreadable().get(0)).startsWith("smsdelsur/balance/E12.json: ");
        assertThat(vectors.unreadable().get(1))
                .startsWith("smsdelsur/send/odd.json: ")
                .contains("sauce");
        assertThat(vectors.unreadable().get(2))
                .startsWith("smsdelsur/sned: there is no such operation; there are: [send");
        assertThat(vectors.of(Operation.send)).containsOnlyKeys("ok");
        assertThat(vectors.of(Operation.balance)).isEmpty();
    }

    private static void write(Path file, String json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }
}
