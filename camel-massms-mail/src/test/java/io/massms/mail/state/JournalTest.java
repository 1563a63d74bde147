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
package io.massms.mail.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    @Test
    void entriesAndRemovalsSurviveWithoutClosing() {
        Journal before = open();
        before.put("a", "1");
        before.put("b", "2");
        before.put("a", "3");
        before.remove("b");

        Journal after = open();

        assertThat(after.get("a")).isEqualTo("3");
        assertThat(after.get("b")).isNull();
        assertThat(after.add("a", "4")).isFalse();
        assertThat(after.add("b", "5")).isTrue();
    }

    @Test
    void whereverACrashCutsTheFileAllWholeLinesCount() throws Exception {
        Journal before = open();
        before.put("first", "1");
        before.put("second", "2");
        byte[] whole = Files.readAllBytes(file());

        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Journal after = open();
            assertThat(after.get("first") != null).as("cut at %s", length).isEqualTo(length >= "first\t1\n".length());
            assertThat(after.get("second") != null).as("cut at %s", length).isEqualTo(length == whole.length);
            after.put("third", "3");
            assertThat(open().get("third")).as("cut at %s", length).isEqualTo("3");
        }
    }

    @Test
    void theOldestEntriesAreForgottenAndTheFileStaysSmall() throws Exception {
        Journal journal = Journal.open(file(), 10);
        for (int i = 0; i < 1_000; i++) {
            journal.put("key" + i, "");
        }

        assertThat(journal.get("key989")).isNull();
        assertThat(journal.get("key990")).isNotNull();
        assertThat(Files.readAllLines(file()).size()).isLessThanOrEqualTo(41);
        assertThat(Journal.open(file(), 10).get("key999")).isNotNull();
    }

    @Test
    void aThreadThatIsInterruptedClosesNothing() {
        Journal journal = open();
        Thread.currentThread().interrupt();
        try {
            journal.put("a", "1");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        journal.put("b", "2");

        assertThat(open().get("a")).isEqualTo("1");
        assertThat(open().get("b")).isEqualTo("2");
    }

    @Test
    void anEntryCannotHoldALine() {
        assertThatIllegalArgumentException().isThrownBy(() -> open().put("a", "b\nc"));
    }

    @Test
    void aFolderBelongsToOneContextAtATime() throws Exception {
        try (DefaultCamelContext one = new DefaultCamelContext();
                DefaultCamelContext other = new DefaultCamelContext()) {
            StateDirectory mine = StateDirectory.of(one, folder.toString());

            assertThat(StateDirectory.of(one, folder.toString())).isSameAs(mine);
            assertThatIllegalStateException()
                    .isThrownBy(() -> StateDirectory.of(other, folder.toString()))
                    .withMessageContaining("stateDirectory");
            mine.stop();
            StateDirectory.of(other, folder.toString()).stop();
        }
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private Journal open() {
        return Journal.open(file());
    }
}
