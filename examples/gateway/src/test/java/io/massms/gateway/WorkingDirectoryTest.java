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
package io.massms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.massms.gateway.setup.WorkingDirectory;
import io.massms.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void aPlusABlankOrAnAccentInThePathLosesNoCampaignAndNoReply() throws Exception {
        Path odd = directory.resolve("a+b c\u00e9$@='");
        try (Simulator simulator = Simulator.start()) {
            Map<String, String> properties = TestGateway.through(simulator, "smsmasivos");
            properties.put("gateway.inbox-delay", "50ms");
            simulator.reply("smsmasivos", "1144445555", "hola");
            try (TestGateway gateway = new TestGateway(odd, properties)) {
                gateway.drop("one.csv", "to,text\n1144445555,Uno\n");
                assertThat(gateway.done("one"))
                        .extracting(row -> row.get("state"))
                        .containsExactly("ENROUTE");
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(odd.resolve("inbound")).isDirectoryContaining("glob:**.json"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%41b", "a&b", "a?b", "a#b", "a;b", "a{b", "${b}", "a\\bc"})
    @DisabledOnOs(OS.WINDOWS)
    void aPathThatCannotWorkIsRefusedAtTheStart(String name) {
        assertThatThrownBy(() -> new TestGateway(directory.resolve(name), Map.of()))
                .hasStackTraceContaining("gateway.directory is '")
                .hasStackTraceContaining("right is a path without any of \\ % & ? # ; { }");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsNamedWithWhatIsWrong() throws Exception {
        Path file = Files.createFile(directory.resolve("data"));
        for (Path place : List.of(file, file.resolve("below"))) {
            assertThatThrownBy(() -> WorkingDirectory.open(place, false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("gateway.directory is '" + place + "', where the gateway cannot write (")
                    .hasMessageContaining("Exception")
                    .hasMessageEndingWith("; right is a directory in which this user may create files");
        }
    }

    @Test
    void noCampaignHasTheNameOfWhatADryRunKeeps() throws Exception {
        try (WorkingDirectory real = WorkingDirectory.open(directory, false)) {
            assertThat(real.newName("promo-dry-run.csv")).isEqualTo("promo-dry-run-2");
            assertThat(real.newName("promo-Dry-Run.csv")).isEqualTo("promo-Dry-Run-2");
        }
        try (WorkingDirectory check = WorkingDirectory.open(directory, true)) {
            assertThat(check.newName("promo.csv")).isEqualTo("promo");
            assertThat(check.journal("promo")).hasFileName("promo-dry-run.jsonl");
        }
    }
}
