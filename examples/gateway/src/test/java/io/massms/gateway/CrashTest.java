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

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway in a process of its own that is stopped in the middle of a campaign; the provider counts what came. */
class CrashTest {
    private static final int ROWS = 400;
    private static final int BLOCK = 20;
    private static final List<String> ALL =
            IntStream.range(0, ROWS).mapToObj(i -> "573001" + (200_000 + i)).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final Simulator simulator = Simulator.start();
    private Process process;

    @BeforeEach
    void dropCampaign() throws IOException {
        simulator.fault(Fault.delay(Duration.ofMillis(50)));
        StringBuilder file = new StringBuilder("to,text\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(ALL.get(i)).append(",Hola cliente ").append(i).append('\n');
        }
        TestGateway.drop(directory, "crash.csv", file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
        simulator.close();
    }

    @Test
    void aKilledGatewayGoesOnAndSendsNoRowTwice() throws Exception {
        runUntilSent(110);
        process.destroyForcibly().waitFor();
        start();
        List<CSVRecord> rows = TestGateway.whenIn("done", directory, "crash");

        assertThat(rows).extracting(row -> row.get("to")).containsExactlyElementsOf(ALL);
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).doesNotHaveDuplicates();
        Set<String> taken =
                simulator.messages().stream().map(SimulatedMessage::to).collect(Collectors.toSet());
        Set<String> uncertain = recipients(rows, "UNKNOWN");
        assertThat(taken).containsAll(recipients(rows, "ENROUTE"));
        assertThat(uncertain).as("the block that was in flight").hasSize(BLOCK);
        assertThat(recipients(rows, "ENROUTE")).hasSize(ROWS - BLOCK);
        Set<String> unaccounted = new TreeSet<>(taken);
        unaccounted.removeAll(recipients(rows, "ENROUTE"));
        assertThat(uncertain).as("what came and has no receipt").containsAll(unaccounted);
    }

    @Test
    void aGatewayThatStopsFinishesItsBlockAndGoesOnLater() throws Exception {
        runUntilSent(110);
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(simulator.acceptedCount()).isLessThan(ROWS);
        assertThat(log()).contains("goes on at the next start").doesNotContain("Exception");
        start();
        List<CSVRecord> rows = TestGateway.whenIn("done", directory, "crash");

        assertThat(rows).extracting(row -> row.get("state")).containsOnly("ENROUTE");
        assertThat(simulator.messages()).extracting(SimulatedMessage::to).containsExactlyInAnyOrderElementsOf(ALL);
    }

    private void runUntilSent(int count) throws IOException {
        start();
        await().atMost(PATIENCE).until(() -> simulator.acceptedCount() >= count);
    }

    private void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-Dgateway.block-size=" + BLOCK));
        TestGateway.properties(directory, TestGateway.freePort()).forEach((k, v) -> command.add("-D" + k + "=" + v));
        TestGateway.through(simulator, "linktosms").forEach((k, v) -> command.add("-D" + k + "=" + v));
        command.add(GatewayApplication.class.getName());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log.txt").toFile()))
                .start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log.txt"));
    }

    private static Set<String> recipients(List<CSVRecord> rows, String state) {
        return rows.stream()
                .filter(row -> row.get("state").equals(state))
                .map(row -> row.get("to"))
                .collect(Collectors.toSet());
    }
}
