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
package io.massms.example.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.massms.simulator.Fault;
import io.massms.simulator.SimulatedMessage;
import io.massms.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route as somebody copies it, who lets it run on: whatever fails, no file goes twice. */
class AtMostOnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final Simulator provider = Simulator.start();
    private Path folder;
    private Main main;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(directory.resolve("folder"));
        main = CsvCampaign.application(folder, provider);
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        provider.close();
    }

    @Test
    void aFileThatMayHaveLeftGoesOnceAndItsResultsSaySo() throws IOException {
        provider.fault(Fault.acceptThenDrop().operation("send").first(1));
        drop("lost.csv", "to,text\n573001234567,Hola\n573001234568,Hola\n");
        awaitResults("lost", 2);
        assertThat(results("lost")).allMatch(line -> line.contains(",UNKNOWN,"));
        awaitAnotherFile();
        assertThat(provider.messages())
                .extracting(SimulatedMessage::to)
                .containsExactly("573001234567", "573001234568", "573001234569");
    }

    @Test
    void aFileThatWasRefusedHasResultsAndDoesNotComeAgain() throws IOException {
        drop("refused.csv", "to,text\n12,Hola\n");
        awaitResults("refused", 1);
        assertThat(results("refused")).containsExactly("12,REJECTED,INVALID_NUMBER");
        awaitAnotherFile();
        assertThat(results("refused")).hasSize(1);
    }

    @Test
    void whatWasNotSentForATemporaryReasonIsReportedToo() throws IOException {
        provider.fault(Fault.rateLimit(Duration.ofSeconds(1)).operation("send").first(1));
        drop("early.csv", "to,text\n573001234567,Hola\n");
        awaitResults("early", 1);
        assertThat(results("early")).containsExactly("573001234567,REJECTED,RATE_LIMITED");
        awaitAnotherFile();
        assertThat(provider.messages()).hasSize(1);
    }

    @Test
    void aFileIsNotSentAgainWhereItsResultsCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("results"), "no directory");
        drop("sent.csv", "to,text\n573001234567,Hola\n");
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("failed/sent.csv")));
        Files.delete(folder.resolve("results"));
        awaitAnotherFile();
        assertThat(provider.messages())
                .extracting(SimulatedMessage::to)
                .containsExactly("573001234567", "573001234569");
    }

    @Test
    void nothingIsSentOfAFileThatIsNoCsvFurtherDown() throws IOException {
        drop("quote.csv", "to,text\n573001234567,Hola\n573001234568,\"a\"b\n573001234569,c\n");
        drop("comma.csv", "to,text\n573001234567,Hola\n573001234568,Hola, su cita\n");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(folder.resolve("failed/quote.csv"))
                        && Files.exists(folder.resolve("failed/comma.csv")));
        assertThat(provider.requestCount()).isZero();
    }

    @Test
    void whatCannotBeACampaignLiesInFailedAndSendsNothing() throws IOException {
        drop("semicolons.csv", "to;text\n573001234567;Hola\n");
        drop("names.csv", "telefono,mensaje\n573001234567,Hola\n");
        drop("empty.csv", "");
        drop("header.csv", "to,text\n");
        drop("windows.csv", "to,text\n573001234567,Hola\n573001234568,Hola se\u00f1ora\n", StandardCharsets.ISO_8859_1);
        await().atMost(PATIENCE)
                .until(() -> Stream.of("semicolons", "names", "empty", "header", "windows")
                        .allMatch(name -> Files.exists(folder.resolve("failed/" + name + ".csv"))));
        assertThat(provider.requestCount()).isZero();
    }

    /** What comes into the folder later was looked for behind everything that lay there before. */
    private void awaitAnotherFile() throws IOException {
        drop("zz-another.csv", "to,text\n573001234569,Hola\n");
        awaitResults("zz-another", 1);
        assertThat(results("zz-another")).containsExactly("573001234569,ENROUTE,");
    }

    private void drop(String name, String content) throws IOException {
        drop(name, content, StandardCharsets.UTF_8);
    }

    private void drop(String name, String content, Charset charset) throws IOException {
        Path part = Files.writeString(directory.resolve(name), content, charset);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitResults(String campaign, int rows) {
        await().atMost(PATIENCE).until(() -> results(campaign).size() == rows && isTaken(campaign));
    }

    private boolean isTaken(String campaign) {
        return Files.notExists(folder.resolve(campaign + ".csv"));
    }

    private List<String> results(String campaign) throws IOException {
        Path file = folder.resolve("results/" + campaign + ".csv");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
