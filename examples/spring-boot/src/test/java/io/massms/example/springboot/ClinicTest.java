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
package io.massms.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClinicTest {
    @Test
    void aRestartRemindsNobodyTwice() throws Exception {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        Clinic.run(new PrintStream(transcript, true, StandardCharsets.UTF_8));

        assertThat(Files.readString(Path.of("README.md")).split("```\n")[1])
                .isEqualTo(transcript.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
}
