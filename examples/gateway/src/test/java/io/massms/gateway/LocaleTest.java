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
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes without a locale, as cron, systemd and containers start them. */
@DisabledOnOs(OS.WINDOWS)
class LocaleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void aFileWhoseNameCannotBeReadIsReportedOnceAndOthersAreTaken() throws Exception {
        Path data = directory.resolve("gateway-data");
        unreadable("inbox");
        Process process = new GatewayProcess(directory)
                .start(Map.of("LC_ALL", "C", "GATEWAY_QUIET", "0", "GATEWAY_SAMPLE", "false"));
        try {
            TestGateway.drop(data, "plain.csv", "to,text\n573001234567,Hola\n".getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(data.resolve("done").resolve("plain.csv")));
            Thread.sleep(2_000); // time for more looks, each of which could say it again
        } finally {
            process.toHandle().destroy(); // Process.destroy would close what it said
        }
        String said = new GatewayProcess(directory).end(process).out();
        assertThat(said)
                .contains("This process reads file names as ")
                .containsOnlyOnce("n.csv is not taken: its name has letters")
                .doesNotContain("InvalidPathException")
                .doesNotContain("\tat ");
    }

    @Test
    void aCampaignUnderWayWhoseNameCannotBeReadEndsTheStartWithWhatToDo() throws Exception {
        unreadable("processing");
        GatewayProcess.Ended ended = new GatewayProcess(directory).run(Map.of("LC_ALL", "C"));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("is under way, and its name has letters", "LC_ALL=C.UTF-8");
    }

    @Test
    void aTextThatCannotBeReadIsNotSent() throws Exception {
        GatewayProcess gateway = new GatewayProcess(directory);
        Path arguments = Files.writeString(directory.resolve("text"), "ma\u00f1ana");
        // the test's own locale may not know the letter either
        Process process = gateway.shell(
                Map.of("LC_ALL", "C", "GATEWAY_SIMULATOR", "true"),
                "\"$@\" send --to 573001234567 \"$(cat " + arguments + ")\"");
        GatewayProcess.Ended ended = gateway.end(process);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains("TEXT has letters", "LC_ALL");
        assertThat(ended.out()).isEmpty();
    }

    /** By a shell, because this process may not be able to either. */
    private void unreadable(String place) throws Exception {
        Path data = Files.createDirectories(directory.resolve("gateway-data").resolve(place));
        String line = "printf 'to,text\\n573001234567,Hola\\n' > \"$(printf 'promoci\\303\\263n.csv')\"";
        assertThat(new ProcessBuilder("sh", "-c", line)
                        .directory(data.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
